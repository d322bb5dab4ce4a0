import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merged, predicted } from '../page/logic/wish.js';
import { Wishes } from '../page/logic/wishes.js';

const lamp = { id: 'a', state: 'OFF', brightness: 51, color_mode: 'color_temp', color_temp: 2700 };

test('merge_laterColour_takesThePlaceOfAWhite', () => {
  assert.deepEqual(merged({ color_temp: 2700, state: 'ON' }, { color: { h: 1, s: 2 } }), { state: 'ON', color: { h: 1, s: 2 } });
  assert.deepEqual(merged({ color: { h: 1, s: 2 } }, { color_temp: 2700 }), { color_temp: 2700 });
});

test('merge_brightnessAfterOff_lightsTheLamp', () => {
  assert.deepEqual(merged({ state: 'OFF' }, { brightness_pct: 40 }), { brightness_pct: 40 });
  assert.deepEqual(merged({ brightness_pct: 40 }, { state: 'OFF' }), { brightness_pct: 40, state: 'OFF' });
});

test('predicted_brightness_lightsTheLamp', () => {
  const light = predicted(lamp, { brightness_pct: 100 });
  assert.equal(light.state, 'ON');
  assert.equal(light.brightness, 255);
  assert.equal(lamp.state, 'OFF');
});

test('predicted_offWithBrightness_staysOff', () => {
  assert.equal(predicted(lamp, { brightness_pct: 40, state: 'OFF' }).state, 'OFF');
});

test('predicted_colour_isNoWhiteAnyLonger', () => {
  const light = predicted(lamp, { color: { h: 10, s: 20 } });
  assert.deepEqual([light.color_mode, light.color, light.color_temp], ['hs', { h: 10, s: 20 }, undefined]);
});

test('wish_thatIsOpen_isShownAndMarked', () => {
  const wishes = new Wishes().asked([lamp], { state: 'ON' }, 1);
  assert.ok(wishes.has('a'));
  assert.equal(wishes.over(lamp).state, 'ON');
  assert.equal(wishes.over({ id: 'b', state: 'OFF' }).state, 'OFF');
});

test('wish_thatFails_isNotShownAnyLonger', () => {
  const wishes = new Wishes().asked([lamp], { state: 'ON' }, 1).dropped(1);
  assert.ok(wishes.isEmpty());
  assert.equal(wishes.over(lamp), lamp);
});

test('wish_thatIsNewer_outlivesTheEndOfTheOlder', () => {
  const wishes = new Wishes().asked([lamp], { brightness_pct: 10 }, 1).asked([lamp], { brightness_pct: 20 }, 2);
  assert.equal(wishes.dropped(1).over(lamp).brightness, 51);
  assert.equal(wishes.done(1).settled(new Map([['a', { ...lamp }]])).over(lamp).brightness, 51);
});

test('wish_thatIsDone_staysUntilTheBridgeSaysWhatTheLightShows', () => {
  const done = new Wishes().asked([lamp], { state: 'ON' }, 1).done(1);
  assert.ok(done.settled(new Map([['a', lamp]])).has('a'));
  assert.ok(done.settled(new Map([['a', { ...lamp, state: 'ON' }]])).isEmpty());
});

test('wish_thatIsNotDecided_staysWhateverTheBridgeSays', () => {
  const open = new Wishes().asked([lamp], { state: 'ON' }, 1);
  assert.ok(open.settled(new Map([['a', { ...lamp }]])).has('a'));
});
