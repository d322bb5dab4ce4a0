import { h } from '../dom.js';

/** What to do where there is nothing yet. */
export function noLights() {
  return h('div', { class: 'empty' },
    h('h2', {}, 'No lights yet'),
    h('p', {}, 'Lights in this network are found by themselves, mostly within seconds. Lights elsewhere, and scenes, come from your LIFX account:'),
    h('ol', {},
      h('li', {}, 'Sign in at ', h('a', { href: 'https://cloud.lifx.com/settings', rel: 'noreferrer' }, 'cloud.lifx.com/settings'), ' and generate a token.'),
      h('li', {}, 'Put it into ', h('code', {}, 'lamplighter.yml'), ':', h('pre', {}, 'cloud:\n  token: <your token>')),
      h('li', {}, 'Start Lamplighter again.')),
    h('p', {}, 'Still dark? ', h('a', { href: '#bridge' }, 'The doctor'), ' looks at everything between here and a lamp.'));
}

export function noBoards() {
  return h('div', { class: 'empty' },
    h('h2', {}, 'No boards yet'),
    h('p', {}, 'A board is a small computer with buttons, knobs or sensors, such as an ESP32. Add one to get its login and the files for its firmware.'));
}
