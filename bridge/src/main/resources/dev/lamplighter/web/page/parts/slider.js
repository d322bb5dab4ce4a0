import { attribute, h, Part, text } from '../dom.js';

// For so long after a hand was on it a slider keeps what the hand did, whatever the bridge says meanwhile; ms.
const HELD = 400;

/**
 * A slider with its name and value. `name` is what it is called, `words(value)` the value for people, `spoken(value)` for those who hear it.
 * Tells `slide` with each value, many a second while it is dragged.
 */
export class Slider extends Part {
  min = 0;
  max = 100;
  step = 1;
  name = '';
  caption = '';
  look = '';
  words = String;
  spoken = null;
  #touchedAt = -Infinity;

  build() {
    this.input = h('input', {
      type: 'range', min: this.min, max: this.max, step: this.step, 'aria-label': this.name, data: { look: this.look }, on: { input: () => this.#moved() },
    });
    this.output = h('span', { class: 'value', 'aria-hidden': 'true' });
    const caption = this.caption && h('span', { class: 'caption', 'aria-hidden': 'true' }, this.caption);
    this.append(...[caption, this.input, this.output].filter(Boolean));
  }

  /** @param value what it is, or undefined where that is not known */
  show(value, { min = this.min, max = this.max, name = this.name } = {}) {
    this.ready();
    attribute(this.input, 'min', min);
    attribute(this.input, 'max', max);
    attribute(this.input, 'aria-label', name);
    const isHeld = performance.now() - this.#touchedAt < HELD;
    if (!isHeld && value !== undefined && Number(this.input.value) !== value) this.input.value = value;
    this.toggleAttribute('unknown', value === undefined && !isHeld);
    this.#write();
  }

  #moved() {
    this.#touchedAt = performance.now();
    this.removeAttribute('unknown');
    this.#write();
    this.tell('slide', Number(this.input.value));
  }

  #write() {
    const value = Number(this.input.value);
    const isUnknown = this.hasAttribute('unknown');
    text(this.output, isUnknown ? '' : this.words(value));
    attribute(this.input, 'aria-valuetext', isUnknown ? 'not known' : (this.spoken ?? this.words)(value));
    const share = (value - this.input.min) / (this.input.max - this.input.min);
    this.input.style.setProperty('--share', String(isUnknown ? 0 : share));
  }
}

customElements.define('ll-slider', Slider);

/** @returns the slider of brightness, in per cent; it cannot put a lamp out, the switch does */
export function levelSlider(name, onSlide) {
  const slider = document.createElement('ll-slider');
  Object.assign(slider, { min: 1, max: 100, name, look: 'level', words: (value) => `${value} %` });
  slider.addEventListener('slide', (event) => onSlide(event.detail));
  return slider;
}

/** In per cent, of a light's 1 to 255. */
export function percent(brightness) {
  return brightness === undefined ? undefined : Math.max(1, Math.round(brightness / 2.55));
}
