import { h, icon, Part } from '../dom.js';

const WORDS = { ok: 'ok', warning: 'warning', failed: 'failed', skipped: 'skipped' };

/** Asks the bridge to look at everything between here and a lamp, and says what it saw. Needs `api`. */
class Doctor extends Part {
  build() {
    this.button = h('button', { type: 'button', class: 'main', on: { click: () => this.#examine() } }, 'Examine');
    this.state = h('p', { class: 'facts', role: 'status' }, 'Looks at everything between here and a lamp, one after the other. It takes some seconds.');
    this.checks = h('ul', { class: 'checks' });
    this.append(h('div', { class: 'row' }, this.state, this.button), this.checks);
  }

  async #examine() {
    this.button.disabled = true;
    this.state.textContent = 'Looking…';
    try {
      this.#tell(await this.api.get('api/doctor'));
    } catch (problem) {
      this.state.textContent = problem.message;
    }
    this.button.disabled = false;
    this.button.textContent = 'Examine again';
  }

  #tell(checks) {
    const count = (status) => checks.filter((check) => check.status === status).length;
    const troubles = [[count('failed'), 'failed'], [count('warning'), 'to look at']].filter(([many]) => many > 0);
    this.state.textContent = troubles.length === 0 ? 'All is well.' : `${troubles.map(([many, word]) => `${many} ${word}`).join(', ')}.`;
    this.checks.replaceChildren(...checks.map(row));
  }
}

function row({ check, status, saw, remedy }) {
  return h('li', { data: { tone: status } },
    icon(WORDS[status] ?? 'skipped'),
    h('b', {}, check, h('span', { class: 'hidden' }, `: ${WORDS[status] ?? status}`)),
    saw ? h('p', { class: 'saw' }, saw) : null,
    remedy ? h('p', { class: 'remedy' }, remedy) : null);
}

customElements.define('ll-doctor', Doctor);
