// All that the page knows, as one value. An event makes another; what an event does not touch stays the same object, so that parts of the page
// see by identity whether they have anything to do.

const REMEMBERED = 100;

export const NOTHING = Object.freeze({
  bridge: null,
  health: null,
  lights: new Map(),
  groups: [],
  locations: [],
  scenes: [],
  boards: new Map(),
  commands: [],
});

/** @param event as in the stream; one of a kind that is not known yet changes nothing */
export function after(world, event, data) {
  switch (event) {
    case 'bridge':
    case 'health':
    case 'groups':
    case 'locations':
    case 'scenes':
      return { ...world, [event]: data };
    case 'light':
      return { ...world, lights: withEntry(world.lights, data.id, data) };
    case 'light-gone':
      return { ...world, lights: without(world.lights, data.id) };
    case 'board':
      return { ...world, boards: withEntry(world.boards, data.name, data) };
    case 'board-gone':
      return { ...world, boards: without(world.boards, data.name) };
    case 'command':
      return { ...world, commands: newestFirst([data, ...world.commands]) };
    default:
      return world;
  }
}

/** A snapshot that is being read stays out of sight until it is whole: what was shown stays till then. */
export class Feed {
  #next = NOTHING;
  #isReady = false;

  /** @returns the world to show from now on, or null where there is none yet */
  take(event, data) {
    if (event === 'ready') this.#isReady = true;
    else this.#next = after(this.#next, event, data);
    return this.#isReady ? this.#next : null;
  }
}

/** By time, as a snapshot may tell the oldest first. */
function newestFirst(commands) {
  return commands.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)).slice(0, REMEMBERED);
}

function withEntry(map, key, value) {
  return new Map(map).set(key, value);
}

function without(map, key) {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
