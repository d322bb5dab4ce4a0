import { rooms } from '../logic/rooms.js';
import { h, icon, list, Part, text } from '../dom.js';
import { showWords } from './light.js';
import { allTarget, sceneTarget } from './targets.js';
import { noLights } from './empty.js';

// From so many lights on a filter is of use.
const MANY = 8;

/** All lights by room, and what is done to all of them. Tells `wish` and `adjust`. */
class LightsView extends Part {
  #filter = '';

  build() {
    this.search = h('input', { type: 'search', placeholder: 'Filter lights', 'aria-label': 'Filter lights', autocomplete: 'off', on: { input: () => this.#filtered() } });
    this.searchBox = h('label', { class: 'search' }, icon('search'), this.search);
    this.count = h('p', { class: 'facts', role: 'status' });
    this.words = h('p', { class: 'words', hidden: true });
    this.scenes = h('div', { class: 'scenes', role: 'group', 'aria-label': 'Scenes' });
    this.rooms = h('div', { class: 'rooms' });
    this.empty = noLights();
    this.tools = h('div', { class: 'tools' }, this.searchBox, this.count, this.#all('ON', 'All on'), this.#all('OFF', 'All off'));
    this.append(this.tools, this.words, this.scenes, this.rooms, this.empty);
  }

  show(world, desk) {
    this.ready();
    Object.assign(this, { world, desk });
    const shown = rooms(world, this.#filter);
    const isEmpty = world.lights.size === 0;
    this.empty.hidden = !isEmpty;
    this.tools.hidden = isEmpty;
    this.searchBox.hidden = world.lights.size < MANY && !this.#filter;
    text(this.count, this.#counted(shown));
    showWords(this.words, this.#saidOfAll());
    this.#showScenes();
    list(this.rooms, shown.filter((room) => room.lights.length > 0), (room) => room.id, () => h('ll-room'), (part, room) => part.show(room, desk));
  }

  #showScenes() {
    this.scenes.hidden = this.world.scenes.length === 0 || Boolean(this.#filter);
    list(this.scenes, this.world.scenes, (scene) => scene.id, () => this.#scene(), (button, scene) => {
      button.scene = scene;
      text(button.lastChild, scene.name);
    });
  }

  #scene() {
    const button = h('button', { type: 'button', class: 'chip' }, icon('scene'), h('span'));
    button.addEventListener('click', () => this.tell('wish', { target: sceneTarget(button.scene), change: { scene: button.scene.id } }));
    return button;
  }

  #all(state, words) {
    return h('button', { type: 'button', on: { click: () => this.tell('wish', { target: allTarget(this.world), change: { state } }) } }, words);
  }

  #saidOfAll() {
    return ['all', ...this.world.scenes.map((scene) => `scene:${scene.id}`)].map((key) => this.desk.words.get(key)).find(Boolean);
  }

  #counted(shown) {
    const [seen, all] = [shown.reduce((sum, room) => sum + room.lights.length, 0), this.world.lights.size];
    if (!this.#filter) {
      const lit = [...this.world.lights.values()].filter((light) => light.state === 'ON').length;
      return `${lit} of ${all} on`;
    }
    return seen === 0 ? 'No light fits' : `${seen} of ${all} lights`;
  }

  #filtered() {
    this.#filter = this.search.value.trim();
    this.show(this.world, this.desk);
  }
}

customElements.define('ll-lights', LightsView);
