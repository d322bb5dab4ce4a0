import { h, icon, list, Part, text } from '../dom.js';
import { noBoards } from './empty.js';
import './add-board.js';
import './board.js';
import './bindings.js';

/** All boards, what is bound to them, and the way to one more. Needs `api`. */
class BoardsView extends Part {
  build() {
    this.add = h('button', { type: 'button', class: 'main', 'aria-haspopup': 'dialog', on: { click: () => this.dialog.open(this.world) } }, icon('plus'), 'Add a board');
    this.count = h('p', { class: 'facts' });
    this.boards = h('div', { class: 'boards', role: 'list' });
    this.empty = noBoards();
    this.bindings = Object.assign(document.createElement('ll-bindings'), { api: this.api });
    this.dialog = Object.assign(document.createElement('ll-add-board'), { api: this.api });
    this.append(h('div', { class: 'tools' }, this.count, this.add), this.boards, this.empty, this.bindings, this.dialog);
  }

  /** It comes into sight: what no event tells of is looked at again. */
  enter(world) {
    this.ready();
    this.bindings.look(world);
  }

  show(world, { now }) {
    this.ready();
    this.world = world;
    const boards = [...world.boards.values()].toSorted((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
    const online = boards.filter((board) => board.availability === 'online').length;
    text(this.count, boards.length === 0 ? '' : `${online} of ${boards.length} online`);
    this.empty.hidden = boards.length > 0;
    list(this.boards, boards, (board) => board.name, () => h('ll-board', { role: 'listitem' }), (card, board) => card.show(board, now));
  }
}

customElements.define('ll-boards', BoardsView);
