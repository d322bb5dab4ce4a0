// Colours as lamps have them, in the screen's. Hue in degrees, saturation in per cent, temperatures in kelvin; a screen's colour is [r, g, b], 0 to 255.

const NAMES = ['red', 'orange', 'yellow', 'lime', 'green', 'mint', 'cyan', 'sky blue', 'blue', 'violet', 'magenta', 'pink'];
// Eyes take the whites of a room for white, those of a screen not: so whites are drawn as eyes see them that are half used to this one.
const USED_TO = 4200;
const HALF = 0.5;
const NEUTRAL = 3500;

export function ofHue(hue, saturation) {
  const wheel = (((hue % 360) + 360) % 360) / 60;
  const part = (offset) => {
    const place = (offset + wheel) % 6;
    return 1 - (saturation / 100) * Math.max(0, Math.min(place, 4 - place, 1));
  };
  return [part(5), part(3), part(1)].map(toByte);
}

/** As bright as the screen can show it. */
export function ofKelvin(kelvin) {
  const used = glowing(USED_TO);
  const seen = glowing(kelvin).map((part, at) => part / used[at] ** HALF);
  return seen.map((part) => toByte(gamma(part / Math.max(...seen))));
}

/** What a light, or a zone of it, shows at full brightness. */
export function ofShown({ color, color_temp: kelvin, h, s }) {
  if (color) return ofHue(color.h, color.s);
  return h === undefined ? ofKelvin(kelvin ?? NEUTRAL) : ofHue(h, s);
}

export function css([r, g, b]) {
  return `rgb(${r} ${g} ${b})`;
}

/** A strip as it lies: a gradient through its zones, or nothing for a lamp of one colour. */
export function gradient(zones) {
  if (!zones?.length) return null;
  const stops = zones.map((zone) => css(ofShown(zone).map((part) => Math.round(part * (0.25 + 0.75 * zone.brightness / 255)))));
  return `linear-gradient(90deg, ${stops.length > 1 ? stops.join(', ') : `${stops[0]}, ${stops[0]}`})`;
}

/** For those who hear the page. */
export function hueName(hue) {
  return NAMES[Math.round((((hue % 360) + 360) % 360) / 30) % NAMES.length];
}

export function whiteName(kelvin) {
  if (kelvin < 2300) return 'candle light';
  if (kelvin < 3200) return 'warm white';
  if (kelvin < 4500) return 'neutral white';
  return kelvin < 6000 ? 'daylight' : 'cool white';
}

/** A body that glows at that temperature, in linear parts of red, green and blue: a cubic fit in CIE x and y, good from 1667 K. */
function glowing(kelvin) {
  const inverse = 1000 / Math.max(1667, Math.min(kelvin, 25000));
  const x = inverse > 0.25
    ? poly(inverse, 0.179910, 0.8776956, -0.2343589, -0.2661239)
    : poly(inverse, 0.240390, 0.2226347, 2.1070379, -3.0258469);
  const y = inverse > 1000 / 2222
    ? poly(x, -0.20219683, 2.18555832, -1.34811020, -1.1063814)
    : inverse > 0.25
      ? poly(x, -0.16748867, 2.09137015, -1.37418593, -0.9549476)
      : poly(x, -0.37001483, 3.75112997, -5.8733867, 3.0817580);
  const [X, Z] = [x / y, (1 - x - y) / y];
  return [
    3.2404542 * X - 1.5371385 - 0.4985314 * Z,
    -0.9692660 * X + 1.8760108 + 0.0415560 * Z,
    0.0556434 * X - 0.2040259 + 1.0572252 * Z,
  ].map((part) => Math.max(0.01, part));
}

function poly(x, ...factors) {
  return factors.reduceRight((sum, factor) => sum * x + factor, 0);
}

function gamma(linear) {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
}

function toByte(part) {
  return Math.round(Math.max(0, Math.min(1, part)) * 255);
}
