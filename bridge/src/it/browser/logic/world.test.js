import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, Feed, NOTHING } from '../page/logic/world.js';

const desk = { id: 'a', label: 'Desk', state: 'ON' };

function command(at, id) {
  return { at: `2026-05-01T12:00:0${at}Z`, id };
}

test('light_thatIsToldAgain_replacesItselfAndNothingElse', () => {
  const before = after(after(NOTHING, 'light', desk), 'light', { id: 'b' });
  const now = after(before, 'light', { ...desk, state: 'OFF' });
  assert.equal(now.lights.get('a').state, 'OFF');
  assert.equal(now.lights.get('b'), before.lights.get('b'));
  assert.equal(before.lights.get('a').state, 'ON');
  assert.equal(now.commands, before.commands);
});

test('light_thatIsGone_isForgotten', () => {
  assert.equal(after(after(NOTHING, 'light', desk), 'light-gone', { id: 'a' }).lights.size, 0);
});

test('board_comesAndGoes_byItsName', () => {
  const there = after(NOTHING, 'board', { name: 'hall' });
  assert.equal(there.boards.get('hall').name, 'hall');
  assert.equal(after(there, 'board-gone', { name: 'hall' }).boards.size, 0);
});

test('documents_ofTheBridge_areKeptAsTheyAre', () => {
  const health = { budget: { left: 3 } };
  assert.equal(after(NOTHING, 'health', health).health, health);
  assert.deepEqual(after(NOTHING, 'scenes', [{ id: 's' }]).scenes, [{ id: 's' }]);
});

test('event_ofUnknownKind_changesNothing', () => {
  assert.equal(after(NOTHING, 'weather', {}), NOTHING);
});

test('commands_inWhateverOrder_areNewestFirst', () => {
  const world = [command(1, 'x'), command(3, 'z'), command(2, 'y')].reduce((now, one) => after(now, 'command', one), NOTHING);
  assert.deepEqual(world.commands.map(({ id }) => id), ['z', 'y', 'x']);
});

test('commands_ofOneMoment_theLaterToldIsFirst', () => {
  const world = [command(1, 'x'), command(1, 'y')].reduce((now, one) => after(now, 'command', one), NOTHING);
  assert.deepEqual(world.commands.map(({ id }) => id), ['y', 'x']);
});

test('commands_beyondAHundred_forgetTheOldest', () => {
  let world = NOTHING;
  for (let second = 100; second < 250; second += 1) world = after(world, 'command', { at: String(second), id: second });
  assert.equal(world.commands.length, 100);
  assert.equal(world.commands[0].id, 249);
  assert.equal(world.commands.at(-1).id, 150);
});

test('snapshot_untilItIsWhole_isOutOfSight', () => {
  const feed = new Feed();
  assert.equal(feed.take('light', desk), null);
  assert.deepEqual([...feed.take('ready', {}).lights.keys()], ['a']);
  assert.equal(feed.take('light', { id: 'b' }).lights.size, 2);
});
