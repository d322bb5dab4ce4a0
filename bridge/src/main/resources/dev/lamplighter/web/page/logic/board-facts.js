import { ago, bytes, duration, signal } from './words.js';

// What a board told, in words: see docs/boards.md for the documents.

const UNITS = {
  temperature: (value) => `${value.toFixed(1)} °C`,
  humidity: (value) => `${Math.round(value)} %`,
  pressure: (value) => `${Math.round(value)} hPa`,
  illuminance: (value) => `${Math.round(value)} lx`,
  motion: (value) => (value ? 'motion' : 'still'),
  battery: (value) => `${Math.round(value)} %`,
  voltage: (value) => `${value.toFixed(2)} V`,
};

/** @returns {what, when} of the last press or turn, or null */
export function lastEvent(board, now) {
  const last = board.last;
  if (!last?.at) return null;
  return { what: `${controlName(board, last.control)} ${eventWord(last.event)}`, when: ago(Math.max(0, now - Date.parse(last.at))) };
}

/** @returns [name, value] of what it measures */
export function sensors({ sensor }) {
  return Object.entries(sensor ?? {}).filter(([, value]) => value !== null).map(([name, value]) => [capital(name), inUnits(name, value)]);
}

/** @returns [name, value] of how it fares */
export function fares({ telemetry = {}, info = {} }) {
  const { rssi, heap, uptime, reconnects, error } = telemetry ?? {};
  return [
    ['Firmware', info?.firmware],
    ['Model', info?.model],
    ['Signal', rssi === undefined ? '' : `${rssi} dBm, ${signal(rssi).word}`],
    ['Free memory', heap === undefined ? '' : bytes(heap)],
    ['Runs for', uptime === undefined ? '' : duration(uptime)],
    ['Reconnects', reconnects ? String(reconnects) : ''],
    ['Last error', error],
  ].filter(([, value]) => value);
}

export function nameOf(board) {
  return board.info?.label || board.name;
}

/** `button/1` by the label that the board gives it, else by its number. */
function controlName({ info }, control) {
  const [kind, number] = String(control ?? '').split('/');
  const known = (info?.[`${kind}s`] ?? []).find?.((one) => String(one.number) === number);
  return known?.label || [capital(kind), number].filter(Boolean).join(' ');
}

/** A word, or the whole event as the board told it. */
function eventWord(event) {
  if (typeof event !== 'object' || event === null) return String(event ?? '');
  if (event.steps !== undefined) return `${event.steps > 0 ? '+' : ''}${event.steps} steps`;
  return event.event_type ?? '';
}

function inUnits(name, value) {
  return UNITS[name] && typeof value !== 'string' ? UNITS[name](value) : String(value);
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ');
}
