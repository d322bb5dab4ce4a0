import { target } from '../logic/names.js';
import { command } from '../logic/words.js';
import { h, Part } from '../dom.js';

/** What follows from presses, as the settings say. Needs `api`. */
class Bindings extends Part {
  build() {
    this.rows = h('ul', { class: 'bindings' });
    this.note = h('p', { class: 'facts' });
    this.append(h('section', {}, h('h2', {}, 'Bindings'), this.rows, this.note));
  }

  async look(world) {
    this.ready();
    try {
      this.#tell(await this.api.get('api/bindings'), world);
    } catch (problem) {
      this.note.textContent = problem.message;
    }
  }

  #tell(bindings, world) {
    this.rows.replaceChildren(...bindings.map((binding) => row(binding, world)));
    this.note.replaceChildren(bindings.length === 0 ? 'None yet. Bindings say what a press does; they stand in ' : 'They stand in ',
      h('code', {}, 'lamplighter.yml'), ' and are read again when that changes.');
  }
}

function row({ when, do: what }, world) {
  const control = when.knob === undefined ? `button ${when.button} ${when.event ?? 'single'}` : `knob ${when.knob} turned`;
  return h('li', {}, h('span', {}, h('b', {}, when.board), ` ${control}`), h('span', { class: 'then', 'aria-label': 'then' }, '→'), h('span', {}, h('b', {}, target(what.target, world)), ` ${command(what.command)}`));
}

customElements.define('ll-bindings', Bindings);
