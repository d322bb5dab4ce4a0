import { target } from '../logic/names.js';
import { command, senderWord, took, viaWord } from '../logic/words.js';
import { h, list, Part, text } from '../dom.js';

const STATUS = { applied: 'ok', superseded: 'mild', partly: 'warning', refused: 'failed', expired: 'failed', unreachable: 'failed' };

/** What happened, newest first; `most` is how many of it are shown. */
class Activity extends Part {
  most = 100;

  build() {
    this.rows = h('ol', { class: 'activity' });
    this.nothing = h('p', { class: 'facts' }, 'No command yet. What is asked of the lights, from here, by boards or over MQTT, shows up here.');
    this.append(this.rows, this.nothing);
  }

  show(world) {
    this.ready();
    const shown = world.commands.slice(0, this.most);
    this.nothing.hidden = shown.length > 0;
    list(this.rows, shown, (one) => one, (one) => makeRow(one), (row, one) => text(row.querySelector('.target'), target(one.target, world)));
  }
}

function makeRow(one) {
  const at = new Date(one.at);
  const time = h('time', { datetime: one.at, title: at.toLocaleString() }, at.toLocaleTimeString([], { hour12: false }));
  const status = h('span', { class: 'badge', data: { tone: STATUS[one.status] ?? 'mild' } }, one.status);
  const how = [viaWord(one.via), Number.isFinite(one.took_ms) ? took(one.took_ms) : ''].filter(Boolean).join(' · ');
  return h('li', {},
    time,
    h('p', { class: 'what' }, h('b', { class: 'target' }), ' ', command(one.command)),
    status,
    h('p', { class: 'facts' }, [one.from ? `from ${senderWord(one.from)}` : '', how].filter(Boolean).join(' · ')),
    one.reason ? h('p', { class: 'reason' }, one.reason) : null);
}

customElements.define('ll-activity', Activity);
