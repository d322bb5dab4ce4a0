import { hueName } from './color.js';

// Figures and documents in words for people.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @param ms how long ago; the last ten seconds are one, so that a page at rest does not tick */
export function ago(ms) {
  if (ms < 10_000) return 'just now';
  if (ms < MINUTE) return `${Math.floor(ms / 10_000) * 10} s ago`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min ago`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ago`;
  const days = Math.floor(ms / DAY);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

export function duration(seconds) {
  const ms = seconds * 1000;
  if (ms < MINUTE) return `${Math.round(seconds)} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`;
  return `${Math.floor(ms / DAY)} d ${Math.floor((ms % DAY) / HOUR)} h`;
}

export function took(ms) {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export function bytes(count) {
  if (count < 1024) return `${count} B`;
  const kilo = count / 1024;
  return kilo < 1024 ? `${Math.round(kilo)} kB` : `${(kilo / 1024).toFixed(kilo < 10240 ? 1 : 0)} MB`;
}

/** Of Wi-Fi: bars from 0 to 4, and a word. */
export function signal(dbm) {
  if (dbm >= -55) return { bars: 4, word: 'excellent' };
  if (dbm >= -65) return { bars: 3, word: 'good' };
  if (dbm >= -75) return { bars: 2, word: 'fair' };
  return dbm >= -85 ? { bars: 1, word: 'weak' } : { bars: 0, word: 'very weak' };
}

export function viaWord(via) {
  return { lan: 'LAN', cloud: 'cloud' }[via] ?? '';
}

/** Who gave a command, by the way it came. */
export function senderWord(from) {
  return { mqtt: 'MQTT', web: 'the web', binding: 'a binding' }[from] ?? from ?? '';
}

/** A command, be it a word, a number or an object. */
export function command(given) {
  if (typeof given === 'string') return sentence(given);
  if (typeof given !== 'object' || given === null) return `${given} %`;
  const parts = Object.entries(given).filter(([key]) => key !== 'id' && key !== 'selector').map(([key, value]) => part(key, value));
  return parts.join(', ') || 'nothing';
}

/** Text may be a document of its own. */
function sentence(text) {
  const word = text.trim();
  if (/^(on|off|toggle)$/i.test(word)) return word.toLowerCase();
  if (/^[+-]?\d+(\.\d+)?$/.test(word)) return `${word} %`;
  try {
    return word.startsWith('{') ? command(JSON.parse(word)) : word;
  } catch {
    return word;
  }
}

function part(key, value) {
  switch (key) {
    case 'state':
      return String(value).toLowerCase();
    case 'brightness':
      return `${Math.round(Number(value) / 2.55)} %`;
    case 'brightness_pct':
      return `${value} %`;
    case 'color_temp':
      return `${value} ${value < 1000 ? 'mireds' : 'K'}`;
    case 'brightness_step_pct':
      return `${value > 0 ? '+' : ''}${value} %`;
    case 'color':
      return color(value);
    case 'transition':
      return `in ${value} s`;
    case 'effect':
      return value?.name ?? (value === 'off' ? 'no effect' : String(value));
    default:
      return `${key.replaceAll('_', ' ')} ${typeof value === 'object' ? JSON.stringify(value) : value}`;
  }
}

function color(value) {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('h' in value) return value.s < 10 ? 'white' : hueName(value.h);
  return Object.entries(value).map(([axis, at]) => `${axis} ${at}`).join(' ');
}
