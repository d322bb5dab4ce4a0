import { EventParser } from './logic/event-parser.js';
import { Feed } from './logic/world.js';

// The bridge says something every 15 s: after twice that and a bit the connection is dead, whatever the browser thinks of it.
const SILENCE = 40_000;
// Why a visit is ended that is to begin anew at once.
const AGAIN = 'again';
const FIRST_WAIT = 500;
const LONGEST_WAIT = 5_000;

/**
 * The event stream, opened again for as long as the page lives. Tells `world` for all that is known, and `link`: `live`, `lost` or `login`, which
 * waits until somebody has logged in.
 */
export class Live extends EventTarget {
  #api;
  #wait = FIRST_WAIT;
  #wake = () => {};
  #stop = new AbortController();

  constructor(api) {
    super();
    this.#api = api;
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => document.hidden || this.hurry());
  }

  async run() {
    for (;;) {
      const status = await this.#visit();
      if (status === AGAIN) continue;
      this.#tell('link', status === 401 ? 'login' : 'lost');
      await this.#pause(status === 401 ? null : this.#wait);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    }
  }

  /** Tries at once what would be tried later. */
  hurry() {
    this.#wait = FIRST_WAIT;
    this.#wake();
  }

  /** Leaves the stream that is open and begins anew, as after a logout. */
  restart() {
    this.#stop.abort(AGAIN);
    this.hurry();
  }

  /** @returns the status it ended with, 0 where the connection broke */
  async #visit() {
    const stop = new AbortController();
    this.#stop = stop;
    try {
      const session = await this.#api.session();
      if (!session.authenticated) return 401;
      this.#tell('session', session);
      await this.#read(await this.#api.stream(stop.signal), stop);
      return 0;
    } catch (problem) {
      return stop.signal.reason === AGAIN ? AGAIN : problem.status ?? 0;
    } finally {
      stop.abort();
    }
  }

  async #read(response, stop) {
    const [parser, feed] = [new EventParser(), new Feed()];
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const watch = setTimeout(() => stop.abort(), SILENCE);
      const { done, value } = await reader.read().finally(() => clearTimeout(watch));
      if (done) return;
      let world = null;
      for (const event of parser.feed(value)) world = feed.take(event.name, JSON.parse(event.data || 'null'));
      if (world) this.#heard(world);
    }
  }

  #heard(world) {
    this.#wait = FIRST_WAIT;
    this.#tell('link', 'live');
    this.#tell('world', world);
  }

  #pause(ms) {
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (ms !== null) setTimeout(resolve, ms);
    });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
