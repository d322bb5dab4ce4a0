import { fares, lastEvent, nameOf, sensors } from '../logic/board-facts.js';
import { signal } from '../logic/words.js';
import { attribute, h, list, Part, text } from '../dom.js';

/** One board: whether it is there, its last press, what it measures and how it fares. */
class BoardCard extends Part {
  build() {
    this.classList.add('card');
    this.label = h('h2');
    this.state = h('span', { class: 'badge' });
    this.bars = h('span', { class: 'bars', 'aria-hidden': 'true' }, ...[1, 2, 3, 4].map(() => h('i')));
    this.last = h('p', { class: 'last' });
    this.sensors = h('dl', { class: 'sensors' });
    this.facts = h('dl', { class: 'about' });
    this.append(h('header', {}, this.label, this.bars, this.state), this.last, this.sensors, this.facts);
  }

  show(board, now) {
    this.ready();
    const last = lastEvent(board, now);
    text(this.last, last ? `${last.what} · ${last.when}` : 'No press yet');
    if (this.shown === board) return;
    this.shown = board;
    const isOnline = board.availability === 'online';
    text(this.label, nameOf(board));
    text(this.state, board.availability ?? 'never seen');
    attribute(this.state, 'data-tone', isOnline ? 'ok' : 'mild');
    this.#showSignal(board.telemetry?.rssi);
    pairs(this.sensors, sensors(board));
    pairs(this.facts, [...(nameOf(board) === board.name ? [] : [['Name', board.name]]), ...fares(board)]);
  }

  #showSignal(dbm) {
    this.bars.hidden = dbm === undefined;
    if (dbm !== undefined) attribute(this.bars, 'data-bars', signal(dbm).bars);
  }
}

function pairs(element, rows) {
  element.hidden = rows.length === 0;
  list(element, rows, ([name]) => name, ([name]) => h('div', {}, h('dt', {}, name), h('dd')), (row, [, value]) => text(row.lastChild, value));
}

customElements.define('ll-board', BoardCard);
