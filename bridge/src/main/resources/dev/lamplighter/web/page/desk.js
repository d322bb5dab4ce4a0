import { failure, lightOutcome, outcome } from './logic/outcome.js';
import { isFence } from './logic/wish.js';
import { Sender } from './logic/sender.js';
import { Wishes } from './logic/wishes.js';

// How long what was done is shown as it was asked for when the bridge says nothing of it, and how long words stay; ms.
const GRACE = 2_000;
const WORDS_STAY = 12_000;

/**
 * Gives commands and remembers what is not decided. A target is {key, path, lights, name}: the route it is commanded by and the lights it means.
 * Tells `change` when something of this has to be shown, and `said` for words that everybody should hear.
 */
export class Desk extends EventTarget {
  #api;
  #clock;
  #sender;
  #tickets = 0;
  #newest = new Map();
  #lights = new Map();

  wishes = new Wishes();
  /** By the key of a target or the id of a light: {tone, text}. */
  words = new Map();

  constructor(api, clock) {
    super();
    this.#api = api;
    this.#clock = clock;
    this.#sender = new Sender((target, change) => this.#send(target, change), clock);
  }

  wish(target, change) {
    this.#tickets += 1;
    this.wishes = this.wishes.asked(this.#known(target), change, this.#tickets);
    this.#newest.set(target.key, this.#tickets);
    this.words.delete(target.key);
    this.#changed();
    this.#sender.wish(target, change);
  }

  /** What the bridge said replaces what was done. */
  heard(world) {
    this.#lights = world.lights;
    this.wishes = this.wishes.settled(world.lights);
  }

  async #send(target, change) {
    const ticket = this.#newest.get(target.key);
    try {
      this.#answered(target, ticket, await this.#api.post(target.path, bodyOf(target, change)));
    } catch (problem) {
      this.#say(target.key, target, failure(problem));
      this.wishes = this.wishes.dropped(ticket);
      this.#changed();
    }
  }

  /** Of a drag only the last word counts; what failed before it is the past. */
  #answered(target, ticket, result) {
    const said = outcome(result);
    if (this.#newest.get(target.key) === ticket) {
      this.#say(target.key, target, said);
      Object.entries(result.lights ?? {}).forEach(([id, word]) => this.#sayOf(id, target, lightOutcome(word)));
    }
    this.wishes = said.tone === 'bad' ? this.wishes.dropped(ticket) : this.wishes.done(ticket);
    this.#clock.after(GRACE, () => {
      this.wishes = this.wishes.dropped(ticket);
      this.#changed();
    });
    this.#changed();
  }

  /** A light that was meant by itself has its words from the whole result. */
  #sayOf(id, target, words) {
    const isAlone = target.lights.length === 1 && target.lights[0] === id;
    if (!isAlone) this.#say(id, { ...target, name: this.#lights.get(id)?.label ?? id }, { tone: words ? 'bad' : 'good', text: words && `It ${words}` });
  }

  #say(key, target, said) {
    if (!said.text) {
      this.words.delete(key);
      return;
    }
    this.words.set(key, said);
    this.dispatchEvent(new CustomEvent('said', { detail: `${target.name}: ${said.text}` }));
    this.#clock.after(WORDS_STAY, () => {
      if (this.words.get(key) === said) this.words.delete(key);
      this.#changed();
    });
  }

  #known(target) {
    return target.lights.map((id) => this.#lights.get(id)).filter(Boolean);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

/** A scene takes its own keys; steps of a drag glide into each other. */
function bodyOf({ selector }, change) {
  if ('scene' in change) return {};
  const glide = isFence(change) || 'state' in change ? {} : { transition: 0.1 };
  return { ...(selector ? { selector } : {}), ...change, ...glide };
}
