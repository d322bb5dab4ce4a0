import { links } from '../logic/links.js';
import { attribute, h, list, Part, text } from '../dom.js';

/** The connections to the bridge, and from it to broker, cloud and LAN. */
class Links extends Part {
  build() {
    this.rows = h('ul', { class: 'links' });
    this.append(this.rows);
  }

  show(link, world) {
    this.ready();
    list(this.rows, links(link, world.bridge, world.health), (one) => one.name, makeRow, (row, one) => {
      attribute(row, 'data-tone', one.tone);
      text(row.querySelector('.state'), one.word);
      text(row.lastChild, one.reason ?? '');
    });
  }
}

function makeRow(one) {
  return h('li', {}, h('span', { class: 'dot' }), h('b', {}, one.name), h('span', { class: 'state' }), h('p', { class: 'reason' }));
}

customElements.define('ll-links', Links);
