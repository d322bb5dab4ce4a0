import { together } from '../logic/rooms.js';
import { attribute, h, icon, list, Part, text } from '../dom.js';
import { paint, showWords } from './light.js';
import { levelSlider, percent } from './slider.js';
import { makeSwitch, showSwitch } from './switch.js';
import { roomTarget } from './targets.js';

/** A room: what its lights show together, and its lights. Tells `wish` and `adjust`. */
class Room extends Part {
  build() {
    const wish = (change) => this.tell('wish', { target: roomTarget(this.room), change });
    this.heading = h('h2');
    this.count = h('p', { class: 'facts' });
    this.adjust = h('button', { type: 'button', class: 'quiet round', 'aria-haspopup': 'dialog', on: { click: () => this.tell('adjust', { room: this.room.id }) } }, icon('adjust'));
    this.power = makeSwitch('', (isOn) => wish({ state: isOn ? 'ON' : 'OFF' }));
    this.level = levelSlider('', (value) => wish({ brightness_pct: value }));
    this.words = h('p', { class: 'words', hidden: true });
    this.lights = h('div', { class: 'lights', role: 'list' });
    this.head = h('header', {}, h('div', { class: 'who' }, this.heading, this.count), this.power, this.level, this.adjust, this.words);
    this.section = h('section', {}, this.head, this.lights);
    this.append(this.section);
  }

  show(room, desk) {
    this.ready();
    this.room = room;
    const shown = together(room.all.map((light) => desk.wishes.over(light)));
    text(this.heading, room.name);
    text(this.count, [room.place, counted(shown)].filter(Boolean).join(' · '));
    attribute(this.section, 'aria-label', room.name);
    attribute(this.adjust, 'aria-label', `All of ${room.name}: colour, effects and more`);
    showSwitch(this.power, shown.state === 'ON', `All of ${room.name}`);
    this.level.show(percent(shown.brightness || undefined), { name: `All of ${room.name} brightness` });
    attribute(this.head, 'data-state', shown.state === 'ON' ? 'on' : 'off');
    paint(this.head, shown);
    showWords(this.words, desk.words.get(`room:${room.id}`));
    list(this.lights, room.lights, (light) => light.id, () => h('ll-light', { role: 'listitem' }), (card, light) => card.show(light, desk));
  }
}

function counted({ litCount, count, isThere }) {
  if (!isThere) return 'unreachable';
  if (litCount === 0) return count === 1 ? 'off' : `${count} lights, all off`;
  if (litCount === count) return count === 1 ? 'on' : `all ${count} on`;
  return `${litCount} of ${count} on`;
}

customElements.define('ll-room', Room);
