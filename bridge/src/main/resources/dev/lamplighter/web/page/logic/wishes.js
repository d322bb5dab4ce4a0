import { merged, predicted } from './wish.js';

/**
 * What has been asked of each light and is not decided yet. While it is open a light is shown as it was asked to be, and marked so; when it fails
 * it is shown as it is again. A new value for each change, as for the world.
 */
export class Wishes {
  #open;

  constructor(open = new Map()) {
    this.#open = open;
  }

  has(id) {
    return this.#open.has(id);
  }

  isEmpty() {
    return this.#open.size === 0;
  }

  /** @param ticket a number that grows: only the newest one for a light decides */
  asked(lights, change, ticket) {
    const open = new Map(this.#open);
    for (const light of lights) {
      const before = open.get(light.id);
      open.set(light.id, { change: before ? merged(before.change, change) : change, ticket, seen: light, isDone: false });
    }
    return new Wishes(open);
  }

  /** It failed: nothing of it is shown any longer. */
  dropped(ticket) {
    return this.#without(([, wish]) => wish.ticket === ticket);
  }

  /** It was done: it stays until the bridge has said what the light shows now. */
  done(ticket) {
    return new Wishes(new Map([...this.#open].map(([id, wish]) => [id, wish.ticket === ticket ? { ...wish, isDone: true } : wish])));
  }

  /** @returns without those that were done and of whose lights something was heard since */
  settled(lights) {
    const isSettled = ([id, wish]) => wish.isDone && lights.get(id) !== wish.seen;
    return [...this.#open].some(isSettled) ? this.#without(isSettled) : this;
  }

  /** @returns the light as it is to be shown */
  over(light) {
    const wish = this.#open.get(light.id);
    return wish ? predicted(light, wish.change) : light;
  }

  #without(isGone) {
    return new Wishes(new Map([...this.#open].filter((entry) => !isGone(entry))));
  }
}
