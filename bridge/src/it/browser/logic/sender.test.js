import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sender } from '../page/logic/sender.js';

const LAMP = { key: 'light:a' };
const OTHER = { key: 'light:b' };

/** Time that goes on only when it is told to. */
class ManualClock {
  #now = 0;
  #due = [];

  now() {
    return this.#now;
  }

  after(ms, what) {
    this.#due.push({ at: this.#now + ms, what });
  }

  pass(ms) {
    const end = this.#now + ms;
    for (;;) {
      this.#due.sort((one, other) => one.at - other.at);
      if (!this.#due.length || this.#due[0].at > end) break;
      const { at, what } = this.#due.shift();
      this.#now = at;
      what();
    }
    this.#now = end;
  }
}

function start() {
  const clock = new ManualClock();
  const sent = [];
  return { clock, sent, sender: new Sender((target, change) => sent.push({ at: clock.now(), key: target.key, change }), clock) };
}

test('drag_ofTwoSeconds_sendsAboutTenASecondAndTheLastValue', () => {
  const { clock, sent, sender } = start();
  for (let value = 0; value <= 200; value += 1) {
    sender.wish(LAMP, { brightness_pct: value / 2 });
    clock.pass(10);
  }
  clock.pass(1000);
  assert.ok(sent.length >= 19 && sent.length <= 22, `${sent.length} were sent`);
  sent.slice(1).forEach((one, at) => assert.ok(one.at - sent[at].at >= 100, `${sent[at].at} and ${one.at}`));
  assert.deepEqual(sent.at(-1).change, { brightness_pct: 100 });
});

test('firstChange_ofABurst_leavesAtOnce', () => {
  const { sent, sender } = start();
  sender.wish(LAMP, { state: 'ON' });
  sender.wish(LAMP, { brightness_pct: 4 });
  assert.deepEqual(sent.map(({ change }) => change), [{ state: 'ON' }]);
});

test('changes_ofSeveralKeysInBetween_becomeOne', () => {
  const { clock, sent, sender } = start();
  sender.wish(LAMP, { brightness_pct: 1 });
  sender.wish(LAMP, { brightness_pct: 2 });
  sender.wish(LAMP, { color_temp: 2700 });
  sender.wish(LAMP, { brightness_pct: 3 });
  clock.pass(100);
  assert.deepEqual(sent.map(({ change }) => change), [{ brightness_pct: 1 }, { brightness_pct: 3, color_temp: 2700 }]);
});

test('targets_thatAreTwo_doNotWaitForEachOther', () => {
  const { sent, sender } = start();
  sender.wish(LAMP, { brightness_pct: 1 });
  sender.wish(OTHER, { brightness_pct: 1 });
  assert.deepEqual(sent.map(({ key }) => key), ['light:a', 'light:b']);
});

test('effect_behindAWaitingChange_goesOutAfterItAndUnmerged', () => {
  const { clock, sent, sender } = start();
  sender.wish(LAMP, { brightness_pct: 1 });
  sender.wish(LAMP, { brightness_pct: 2 });
  sender.wish(LAMP, { effect: 'flame' });
  sender.wish(LAMP, { effect: 'off' });
  assert.deepEqual(sent.map(({ change }) => change), [{ brightness_pct: 1 }, { brightness_pct: 2 }, { effect: 'flame' }, { effect: 'off' }]);
  clock.pass(1000);
  assert.equal(sent.length, 4);
});
