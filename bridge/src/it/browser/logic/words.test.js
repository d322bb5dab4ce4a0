import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fares, lastEvent, sensors } from '../page/logic/board-facts.js';
import { links, worst } from '../page/logic/links.js';
import { target } from '../page/logic/names.js';
import { failure, lightOutcome, outcome } from '../page/logic/outcome.js';
import { ago, bytes, command, duration, senderWord, signal, took } from '../page/logic/words.js';

const world = { lights: new Map([['d073d5001337', { label: 'Desk Lamp' }]]), groups: [{ id: 'g', name: 'Hall' }], locations: [], scenes: [{ id: 's', name: 'Evening' }] };

test('times_ofAllSizes_areInTheirOwnUnit', () => {
  assert.deepEqual([0, 9_999, 12_000, 61_000, 3_700_000, 90_000_000, 200_000_000].map(ago),
    ['just now', 'just now', '10 s ago', '1 min ago', '1 h ago', 'yesterday', '2 days ago']);
  assert.deepEqual([59, 60, 3_661, 90_000].map(duration), ['59 s', '1 min', '1 h 1 min', '1 d 1 h']);
  assert.deepEqual([9, 999, 1_500].map(took), ['9 ms', '999 ms', '1.5 s']);
  assert.deepEqual([100, 101_234, 2_621_440, 268_435_456].map(bytes), ['100 B', '99 kB', '2.5 MB', '256 MB']);
});

test('commands_inTheirThreeForms_areInWords', () => {
  assert.equal(command('TOGGLE'), 'toggle');
  assert.equal(command('+10'), '+10 %');
  assert.equal(command(40), '40 %');
  assert.equal(command({ state: 'ON', brightness: 51, color: { h: 120, s: 100 }, id: 'x' }), 'on, 20 %, green');
  assert.equal(command('{"color_temp":2700,"transition":2}'), '2700 K, in 2 s');
  assert.equal(command({ effect: { name: 'pulse', cycles: 3 } }), 'pulse');
});

test('commands_thatAreNone_areShownAsTheyAre', () => {
  assert.equal(command('{"brig'), '{"brig');
  assert.equal(command('maybe'), 'maybe');
  assert.equal(command(null), 'null %');
});

test('sender_byItsWay_hasAWord', () => {
  assert.deepEqual(['mqtt', 'binding', 'relay', undefined].map(senderWord), ['MQTT', 'a binding', 'relay', '']);
});

test('targets_bySelector_haveTheNamesThatPeopleKnow', () => {
  assert.equal(target('id:d073d5001337', world), 'Desk Lamp');
  assert.equal(target('group_id:g,label:Porch', world), 'Hall, Porch');
  assert.equal(target('all', world), 'All lights');
  assert.equal(target('scene_id:s', world), 'Evening');
  assert.equal(target('id:nowhere', world), 'id:nowhere');
});

test('outcome_ofEachStatus_saysWhatWasWrongOrNothing', () => {
  assert.equal(outcome({ status: 'applied' }).text, '');
  assert.equal(outcome({ status: 'superseded' }).text, '');
  assert.deepEqual(outcome({ status: 'refused', reason: 'brightness: takes a number' }), { tone: 'bad', text: 'Refused: brightness: takes a number' });
  assert.equal(outcome({ status: 'unreachable' }).text, 'Not reached');
  assert.equal(outcome({ status: 'partly', reason: 'r' }).tone, 'mild');
  assert.equal(outcome({ status: 'odd' }).text, 'odd');
});

test('failure_withoutAnAnswer_saysThatNothingWasDone', () => {
  assert.match(failure({ status: 0 }).text, /nothing was done/);
  assert.match(failure({ status: 429, retryAfter: 7 }).text, /7 s/);
  assert.equal(failure({ status: 413, message: 'too long' }).text, 'too long');
});

test('light_thatDidNotTakeIt_hasAWord', () => {
  assert.deepEqual(['ok', 'offline', 'timed_out', 'very_odd'].map(lightOutcome), ['', 'is offline', 'did not answer in time', 'very odd']);
});

test('signal_byStrength_hasBarsAndAWord', () => {
  assert.deepEqual([-40, -60, -70, -80, -95].map((dbm) => signal(dbm).bars), [4, 3, 2, 1, 0]);
});

test('board_withALabelledButton_tellsItsLastPressByIt', () => {
  const board = { name: 'hall', info: { buttons: [{ number: 1, label: 'Left' }] }, last: { at: '2026-05-01T12:00:00Z', control: 'button/1', event: 'hold' } };
  const now = Date.parse('2026-05-01T12:02:00Z');
  assert.deepEqual(lastEvent(board, now), { what: 'Left hold', when: '2 min ago' });
  assert.equal(lastEvent({ ...board, last: { ...board.last, control: 'knob/2', event: { event_type: 'turn', steps: 3 } } }, now).what, 'Knob 2 +3 steps');
  assert.equal(lastEvent({ name: 'x' }, now), null);
});

test('board_thatTellsLittle_hasNoEmptyFacts', () => {
  assert.deepEqual(fares({ name: 'x', info: null, telemetry: null }), []);
  assert.deepEqual(sensors({ sensor: { temperature: 21.37, motion: true, odd_one: 'x' } }), [['Temperature', '21.4 °C'], ['Motion', 'motion'], ['Odd one', 'x']]);
});

test('links_ofABridgeInTrouble_leadWithIt', () => {
  const bridge = { mqtt: 'connected', cloud: 'unauthorized', lan: 'off' };
  const all = links('live', bridge, { ways: { cloud: { works: false, reason: 'LIFX refuses the token' } } });
  assert.deepEqual(all.map(({ tone }) => tone), ['good', 'good', 'bad', 'off']);
  assert.equal(worst(all).reason, 'LIFX refuses the token');
  assert.deepEqual(links('lost', bridge, null).map(({ word }) => word), ['lost']);
});
