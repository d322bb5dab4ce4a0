import { attribute, h } from '../dom.js';

/** A switch; what it shows is what the bridge says, so a press only tells of the wish. */
export function makeSwitch(name, onSwitch) {
  const button = h('button', { type: 'button', role: 'switch', class: 'switch', 'aria-checked': 'false', 'aria-label': name }, h('span', { class: 'knob' }));
  button.addEventListener('click', () => onSwitch(button.getAttribute('aria-checked') !== 'true'));
  return button;
}

export function showSwitch(button, isOn, name) {
  attribute(button, 'aria-checked', String(isOn));
  attribute(button, 'aria-label', name);
}
