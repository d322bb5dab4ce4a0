import { rooms } from '../logic/rooms.js';
import { h, icon, Part } from '../dom.js';
import './files.js';

const NAME = '[A-Za-z0-9_\\-]{1,32}';

/** Makes a login for a board and shows its files, once. Needs `api`. */
class AddBoard extends Part {
  build() {
    const close = h('button', { type: 'button', class: 'quiet round', 'aria-label': 'Close', on: { click: () => this.dialog.close() } }, icon('close'));
    this.heading = h('h2', { id: 'add-title' });
    this.body = h('div', { class: 'body' });
    // What is shown once goes with the dialog.
    this.dialog = h('dialog', { class: 'sheet', 'aria-labelledby': 'add-title', on: { close: () => this.body.replaceChildren() } }, h('header', {}, h('div', { class: 'who' }, this.heading), close), this.body);
    this.append(this.dialog);
  }

  open(world) {
    this.ready();
    this.heading.textContent = 'Add a board';
    this.body.replaceChildren(this.#form(world));
    this.dialog.showModal();
    this.name.focus();
  }

  #form(world) {
    this.name = h('input', { id: 'board-name', required: true, pattern: NAME, maxlength: 32, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', 'aria-describedby': 'board-name-help' });
    this.plain = h('input', { type: 'checkbox', id: 'board-lan' });
    this.grants = h('fieldset', { class: 'grants', hidden: true }, h('legend', {}, 'Which'), ...choices(world));
    this.words = h('p', { class: 'words', role: 'alert', data: { tone: 'bad' } });
    this.submit = h('button', { class: 'main' }, 'Add');
    return h('form', { on: { submit: (event) => this.#add(event) } },
      h('label', { for: 'board-name' }, 'Name'), this.name,
      h('p', { class: 'facts', id: 'board-name-help' }, 'Letters, digits, - and _, such as hall. Its topics begin with it.'),
      h('fieldset', {}, h('legend', {}, 'May command by itself'),
        this.#option('none', 'Nothing: bindings decide what a press does', true),
        this.#option('all', 'All lights'),
        this.#option('some', 'Chosen rooms and lights')),
      this.grants,
      h('label', { class: 'option' }, this.plain, 'Without TLS, for a network that you trust'),
      this.words, this.submit);
  }

  #option(value, words, isChecked = false) {
    const input = h('input', { type: 'radio', name: 'may', value, checked: isChecked, on: { change: () => { this.grants.hidden = value !== 'some'; } } });
    return h('label', { class: 'option' }, input, words);
  }

  async #add(event) {
    event.preventDefault();
    this.submit.disabled = true;
    this.words.textContent = '';
    try {
      this.#done(await this.api.post('api/boards', { name: this.name.value, lan: this.plain.checked, may: this.#may() }));
    } catch (problem) {
      this.words.textContent = problem.message;
      this.submit.disabled = false;
    }
  }

  #may() {
    const chosen = this.body.querySelector('input[name=may]:checked').value;
    if (chosen === 'all') return ['all'];
    return chosen === 'none' ? [] : [...this.grants.querySelectorAll('input:checked')].map((input) => input.value);
  }

  #done({ name, files }) {
    this.heading.textContent = `Files of ${name}`;
    this.body.replaceChildren(Object.assign(document.createElement('ll-files'), { files }));
    this.heading.tabIndex = -1;
    this.heading.focus();
  }
}

/** Rooms and lights as the broker's rules name them, where a % is written %25. */
function choices(world) {
  return rooms(world, '').flatMap((room) => [
    ...(room.id ? [choice(`group:${room.name.replaceAll('%', '%25')}`, room.name, 'room')] : []),
    ...room.all.map((light) => choice(`light:${light.id}`, light.label, 'light')),
  ]);
}

function choice(value, words, kind) {
  return h('label', { class: `option ${kind}` }, h('input', { type: 'checkbox', value }), words);
}

customElements.define('ll-add-board', AddBoard);
