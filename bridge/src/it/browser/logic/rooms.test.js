import assert from 'node:assert/strict';
import { test } from 'node:test';
import { features } from '../page/logic/features.js';
import { rooms, together } from '../page/logic/rooms.js';

const light = (id, label, more = {}) => ({ id, label, state: 'ON', brightness: 200, availability: 'online', reachable: true, effect: 'off', ...more });
const lights = [light('a', 'Lamp 10'), light('b', 'Lamp 9', { state: 'OFF', product: 'LIFX Z' }), light('c', 'Alone')];
const world = {
  lights: new Map(lights.map((one) => [one.id, one])),
  groups: [{ id: 'o', name: 'Office', lights: ['a', 'b', 'gone'] }, { id: 'e', name: 'Empty', lights: [] }],
  locations: [],
};

test('rooms_ofAWorld_areSortedAsPeopleCount', () => {
  const [office, nowhere] = rooms(world, '');
  assert.deepEqual(office.lights.map(({ label }) => label), ['Lamp 9', 'Lamp 10']);
  assert.deepEqual([nowhere.id, nowhere.lights.map(({ id }) => id)], ['', ['c']]);
});

test('rooms_withoutLights_areLeftOut', () => {
  assert.deepEqual(rooms(world, '').map(({ name }) => name), ['Office', 'Without a room']);
});

test('filter_ofSeveralWords_wantsEachOfThem', () => {
  const found = (words) => rooms(world, words).flatMap((room) => room.lights.map(({ id }) => id));
  assert.deepEqual(found('office lamp'), ['b', 'a']);
  assert.deepEqual(found('OFFICE  z'), ['b']);
  assert.deepEqual(found('office alone'), []);
  assert.deepEqual(found('C alone'), ['c']);
});

test('filter_thatHidesLights_leavesTheRoomWhole', () => {
  assert.equal(rooms(world, 'z')[0].all.length, 2);
});

test('together_someLit_isOnAndAsBrightAsThose', () => {
  const shown = together([light('a', 'A', { brightness: 100 }), light('b', 'B', { brightness: 50 }), light('c', 'C', { state: 'OFF', brightness: 255 })]);
  assert.deepEqual([shown.state, shown.brightness, shown.litCount, shown.count], ['ON', 75, 2, 3]);
});

test('together_lightsThatAreAway_doNotCountBesideOthers', () => {
  const away = light('b', 'B', { availability: 'offline' });
  assert.equal(together([light('a', 'A', { state: 'OFF' }), away]).state, 'OFF');
  assert.deepEqual([together([away]).isThere, together([away]).state], [false, 'ON']);
});

test('together_oneWithColours_lendsItToAll', () => {
  const shown = together([light('a', 'A', { color_temp: 2700 }), light('b', 'B', { color: { h: 5, s: 50 } })]);
  assert.deepEqual(shown.color, { h: 5, s: 50 });
});

test('features_ofSeveral_areWhatAnyOfThemCan', () => {
  const strip = { features: { color: true, multizone: true, min_kelvin: 2500, max_kelvin: 9000 } };
  const candle = { features: { color: true, matrix: true, min_kelvin: 1500, max_kelvin: 9000 } };
  const dimmer = { features: { color: false, min_kelvin: 2700, max_kelvin: 2700 } };
  assert.deepEqual(features([dimmer]), { color: false, infrared: false, hev: false, kelvin: null, effects: ['breathe', 'pulse'] });
  assert.deepEqual(features([strip, candle, dimmer]).kelvin, { least: 1500, most: 9000 });
  assert.ok(features([strip, candle]).effects.includes('move') && features([strip, candle]).effects.includes('flame'));
});

test('features_ofAnUnknownProduct_areThoseOfMostLamps', () => {
  assert.ok(features([{}]).color);
});
