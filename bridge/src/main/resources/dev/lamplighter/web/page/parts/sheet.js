import { hueName, whiteName } from '../logic/color.js';
import { features } from '../logic/features.js';
import { isRunning, rooms, together } from '../logic/rooms.js';
import { attribute, h, icon, list, Part, text } from '../dom.js';
import { paint, showWords } from './light.js';
import { levelSlider, percent } from './slider.js';
import { makeSwitch, showSwitch } from './switch.js';
import { SWATCHES, swatch } from './swatches.js';
import { lightTarget, roomTarget } from './targets.js';

// Cleaning for as long as the lamp itself is set to.
const OWN_TIME = 0;

/** All that one light, or a room, can do, in a dialog. Tells `wish`. */
class Sheet extends Part {
  #subject = null;
  #pick;

  build() {
    const wish = (change) => this.tell('wish', { target: this.target, change });
    const close = h('button', { type: 'button', class: 'quiet round', 'aria-label': 'Close', on: { click: () => this.dialog.close() } }, icon('close'));
    this.heading = h('h2', { id: 'sheet-title' });
    this.facts = h('p', { class: 'facts' });
    this.lamp = h('span', { class: 'lamp', 'aria-hidden': 'true' });
    this.power = makeSwitch('Power', (isOn) => wish({ state: isOn ? 'ON' : 'OFF' }));
    this.level = levelSlider('Brightness', (value) => wish({ brightness_pct: value }));
    this.level.caption = 'Brightness';
    this.#buildColors(wish);
    this.#buildRest(wish);
    this.words = h('p', { class: 'words', hidden: true });
    const head = h('header', {}, this.lamp, h('div', { class: 'who' }, this.heading, this.facts), this.power, close);
    this.body = h('div', { class: 'body' }, this.words, this.level, this.hue, this.saturation, this.kelvin, this.swatches, this.infrared, this.effectsBox, this.cleanBox, this.about);
    this.dialog = h('dialog', { class: 'sheet', 'aria-labelledby': 'sheet-title', on: { close: () => { this.#subject = null; }, click: (event) => event.target === this.dialog && this.dialog.close() } }, head, this.body);
    this.append(this.dialog);
  }

  #buildColors(wish) {
    const color = () => wish({ color: { h: Number(this.hue.input.value), s: Number(this.saturation.input.value) } });
    this.hue = slider({ max: 359, name: 'Hue', caption: 'Colour', look: 'hue', words: (value) => `${value}°`, spoken: (value) => `${value} degrees, ${hueName(value)}` }, color);
    this.saturation = slider({ name: 'Saturation', caption: 'Saturation', look: 'saturation', words: (value) => `${value} %` }, color);
    this.kelvin = slider({ min: 1500, max: 9000, step: 50, name: 'White, warm to cool', caption: 'White', look: 'kelvin', words: (value) => `${value} K`, spoken: (value) => `${value} kelvin, ${whiteName(value)}` },
      (value) => wish({ color_temp: value }));
    this.swatches = h('div', { class: 'swatches', role: 'group', 'aria-label': 'Favourite colours' });
    this.#pick = wish;
  }

  #buildRest(wish) {
    this.infrared = slider({ name: 'Infrared', caption: 'Infrared', look: 'plain', words: (value) => `${value} %` }, (value) => wish({ infrared: value / 100 }));
    this.effects = h('div', { class: 'chips', role: 'group', 'aria-label': 'Effects' });
    this.effectsBox = h('section', {}, h('h3', {}, 'Effects'), this.effects);
    this.clean = h('button', { type: 'button', on: { click: () => wish({ clean: this.isCleaning ? false : OWN_TIME }) } });
    this.cleanBox = h('section', {}, h('h3', {}, 'HEV cleaning'), this.clean);
    this.about = h('dl', { class: 'about' });
  }

  /** @param subject {light} or {room}, by id */
  open(subject, world, desk) {
    this.ready();
    this.#subject = subject;
    this.show(world, desk);
    this.dialog.showModal();
  }

  show(world, desk) {
    if (!this.#subject) return;
    const seen = this.#look(world);
    if (!seen) {
      this.dialog.close();
      return;
    }
    this.target = seen.target;
    const shown = together(seen.lights.map((light) => desk.wishes.over(light)));
    text(this.heading, seen.target.name);
    text(this.facts, seen.facts);
    showSwitch(this.power, shown.state === 'ON', `${seen.target.name} power`);
    attribute(this.dialog, 'data-state', shown.state === 'ON' ? 'on' : 'off');
    showWords(this.words, desk.words.get(seen.target.key));
    this.#showColors(shown, features(seen.lights));
    this.#showRest(shown, features(seen.lights));
    showAbout(this.about, seen.light);
  }

  #look(world) {
    if (this.#subject.light) {
      const light = world.lights.get(this.#subject.light);
      return light && { light, lights: [light], target: lightTarget(light), facts: [light.product, light.group].filter(Boolean).join(' · ') };
    }
    const room = rooms(world, '').find((one) => one.id === this.#subject.room);
    return room && { lights: room.all, target: roomTarget(room), facts: room.all.map((light) => light.label).join(', ') };
  }

  #showColors(shown, can) {
    paint(this.dialog, shown);
    this.level.show(percent(shown.brightness || undefined));
    this.hue.hidden = this.saturation.hidden = !can.color;
    this.hue.show(shown.color?.h === undefined ? undefined : Math.round(shown.color.h) % 360);
    this.saturation.show(shown.color ? Math.round(shown.color.s) : undefined);
    this.saturation.style.setProperty('--hue', String(this.hue.input.value));
    this.kelvin.hidden = !can.kelvin;
    if (can.kelvin) this.kelvin.show(shown.color ? undefined : shown.color_temp, { min: can.kelvin.least, max: can.kelvin.most });
    const fitting = SWATCHES.filter((one) => (one.color ? can.color : can.kelvin && one.color_temp >= can.kelvin.least && one.color_temp <= can.kelvin.most));
    list(this.swatches, fitting, (one) => one.name, (one) => swatch(one, this.#pick), () => {});
  }

  #showRest(shown, can) {
    this.infrared.hidden = !can.infrared;
    this.infrared.show(shown.infrared === undefined ? undefined : Math.round(shown.infrared * 100));
    this.cleanBox.hidden = !can.hev;
    this.isCleaning = Boolean(shown.hev?.cleaning);
    text(this.clean, this.isCleaning ? 'Stop cleaning' : 'Start cleaning');
    const effects = [...can.effects, ...(isRunning(shown.effect) && !can.effects.includes(shown.effect) ? [shown.effect] : []), 'off'];
    list(this.effects, effects, (name) => name, (name) => this.#effect(name), (button, name) => {
      if (name === 'off') attribute(button, 'data-idle', !isRunning(shown.effect));
      else attribute(button, 'aria-pressed', String(shown.effect === name));
    });
  }

  #effect(name) {
    return h('button', { type: 'button', class: name === 'off' ? 'chip stop' : 'chip', on: { click: () => this.#pick({ effect: name }) } }, name === 'off' ? 'Stop effect' : name);
  }
}

function slider(properties, onSlide) {
  const made = Object.assign(document.createElement('ll-slider'), properties);
  made.addEventListener('slide', (event) => onSlide(event.detail));
  return made;
}

function showAbout(about, light) {
  about.hidden = !light;
  const rows = light ? [['Serial', light.id], ['Seen', light.observed_at ? new Date(light.observed_at).toLocaleString() : 'never'], ['State', light.source], ['Way', light.via]] : [];
  list(about, rows.filter(([, value]) => value), ([name]) => name, ([name]) => h('div', {}, h('dt', {}, name), h('dd')), (row, [, value]) => text(row.lastChild, value));
}

customElements.define('ll-sheet', Sheet);
