import { isFence, merged } from './wish.js';

/**
 * Lets a dragged slider speak at most every so often to each target: what comes in between becomes one change, the newest value of each key
 * winning, and the last one is always sent. What is done once goes out at once and in its place.
 */
export class Sender {
  #send;
  #clock;
  #gap;
  #lanes = new Map();

  /**
   * @param send takes a target and a change
   * @param clock with `now()` in ms and `after(ms, what)`
   * @param gap ms between two changes for one target
   */
  constructor(send, clock, gap = 100) {
    this.#send = send;
    this.#clock = clock;
    this.#gap = gap;
  }

  wish(target, change) {
    const lane = this.#lanes.get(target.key) ?? { target, waiting: null, sentAt: -Infinity, isTimed: false };
    this.#lanes.set(target.key, lane);
    if (isFence(change)) {
      this.#leave(lane);
      this.#send(target, change);
      return;
    }
    lane.waiting = lane.waiting ? merged(lane.waiting, change) : change;
    const wait = lane.sentAt + this.#gap - this.#clock.now();
    if (wait <= 0) this.#leave(lane);
    else if (!lane.isTimed) this.#later(lane, wait);
  }

  #later(lane, wait) {
    lane.isTimed = true;
    this.#clock.after(wait, () => {
      lane.isTimed = false;
      this.#leave(lane);
    });
  }

  #leave(lane) {
    if (!lane.waiting) return;
    const change = lane.waiting;
    lane.waiting = null;
    lane.sentAt = this.#clock.now();
    this.#send(lane.target, change);
  }
}
