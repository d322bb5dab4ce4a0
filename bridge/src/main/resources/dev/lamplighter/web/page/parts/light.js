import { css, gradient, hueName, ofShown, whiteName } from '../logic/color.js';
import { isRunning, isThere } from '../logic/rooms.js';
import { ago, viaWord } from '../logic/words.js';
import { attribute, h, icon, Part, text } from '../dom.js';
import { levelSlider, percent } from './slider.js';
import { makeSwitch, showSwitch } from './switch.js';
import { lightTarget } from './targets.js';

/** One light: what it shows, its switch and its brightness. Tells `wish` and `adjust`. */
class LightCard extends Part {
  build() {
    const wish = (change) => this.tell('wish', { target: lightTarget(this.light), change });
    this.lamp = h('span', { class: 'lamp', 'aria-hidden': 'true' });
    this.label = h('h3');
    this.look = h('span');
    this.fresh = h('span');
    const facts = h('p', { class: 'facts' }, this.look, this.fresh);
    this.adjust = h('button', { type: 'button', class: 'quiet round', 'aria-haspopup': 'dialog', on: { click: () => this.tell('adjust', { light: this.light.id }) } }, icon('adjust'));
    this.power = makeSwitch('', (isOn) => wish({ state: isOn ? 'ON' : 'OFF' }));
    this.level = levelSlider('', (value) => wish({ brightness_pct: value }));
    this.words = h('p', { class: 'words', hidden: true });
    this.classList.add('card');
    this.append(this.lamp, h('div', { class: 'who' }, this.label, facts), this.power, this.level, this.adjust, this.words);
  }

  /** @param light as the bridge tells it; what is wished of it is laid over */
  show(light, { wishes, words, now }) {
    this.ready();
    const shown = wishes.over(light);
    const isWaiting = wishes.has(light.id);
    const said = words.get(`light:${light.id}`) ?? words.get(light.id);
    this.light = light;
    text(this.fresh, freshness(shown, isWaiting, now));
    if (this.shown === light && this.said === said && !isWaiting && !this.wasWaiting) return;
    Object.assign(this, { shown: light, said, wasWaiting: isWaiting });
    this.#draw(shown, isWaiting);
    showWords(this.words, said);
  }

  #draw(light, isWaiting) {
    text(this.label, light.label);
    text(this.look, isThere(light) ? look(light) : 'Unreachable');
    attribute(this.adjust, 'aria-label', `${light.label}: colour, effects and more`);
    showSwitch(this.power, light.state === 'ON', `${light.label}`);
    this.level.show(percent(light.brightness), { name: `${light.label} brightness` });
    attribute(this, 'data-state', light.state === 'ON' ? 'on' : 'off');
    this.toggleAttribute('away', !isThere(light));
    this.toggleAttribute('waiting', isWaiting);
    this.toggleAttribute('expected', light.source === 'predicted');
    this.toggleAttribute('running', isRunning(light.effect));
    paint(this, light);
  }
}

/** The lamp's own colour for what is drawn inside {@code element}. */
export function paint(element, light) {
  element.style.setProperty('--lamp', css(ofShown(light)));
  element.style.setProperty('--bright', String((light.brightness ?? 255) / 255));
  const zones = gradient(light.zones);
  if (zones) element.style.setProperty('--zones', zones);
  else element.style.removeProperty('--zones');
}

export function showWords(element, said) {
  attribute(element, 'hidden', !said);
  attribute(element, 'data-tone', said?.tone);
  text(element, said?.text ?? '');
}

/** By which way it was seen, and when; or that what is shown was not seen yet. */
function freshness(light, isWaiting, now) {
  const when = isWaiting ? 'asking…' : light.source === 'predicted' ? 'expected' : seen(light, now);
  return [isThere(light) && viaWord(light.via), when].filter(Boolean).map((word) => ` · ${word}`).join('');
}

function look(light) {
  if (light.state !== 'ON') return 'Off';
  if (isRunning(light.effect)) return light.effect;
  if (light.zones?.length && new Set(light.zones.map((zone) => css(ofShown(zone)))).size > 1) return 'Several colours';
  if (light.color_mode === 'hs' && light.color) return light.color.s < 10 ? 'white' : hueName(light.color.h);
  return light.color_temp ? whiteName(light.color_temp) : 'On';
}

function seen(light, now) {
  return light.observed_at ? ago(Math.max(0, now - Date.parse(light.observed_at))) : '';
}

customElements.define('ll-light', LightCard);
