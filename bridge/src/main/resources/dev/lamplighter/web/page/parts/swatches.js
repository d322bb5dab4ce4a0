import { css, ofShown } from '../logic/color.js';
import { h } from '../dom.js';

/** What people set most, for one press. */
export const SWATCHES = [
  { name: 'Candle light', color_temp: 2000 },
  { name: 'Warm white', color_temp: 2700 },
  { name: 'Neutral white', color_temp: 3500 },
  { name: 'Daylight', color_temp: 5500 },
  { name: 'Red', color: { h: 0, s: 100 } },
  { name: 'Orange', color: { h: 28, s: 100 } },
  { name: 'Green', color: { h: 120, s: 100 } },
  { name: 'Cyan', color: { h: 185, s: 90 } },
  { name: 'Blue', color: { h: 230, s: 100 } },
  { name: 'Purple', color: { h: 275, s: 90 } },
  { name: 'Pink', color: { h: 325, s: 70 } },
];

export function swatch({ name, ...change }, onPick) {
  const button = h('button', { type: 'button', class: 'swatch', 'aria-label': name, title: name, on: { click: () => onPick(change) } });
  button.style.setProperty('--lamp', css(ofShown(change)));
  return button;
}
