// Lights as they are grouped on the page, and what a group shows of them.

const AS_PEOPLE_COUNT = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const NOWHERE = { id: '', name: 'Without a room', lights: [] };

/** @returns the rooms by name, each with its lights by name; lights of no room come last */
export function rooms(world, words) {
  const housed = new Set(world.groups.flatMap((group) => group.lights));
  const homeless = [...world.lights.keys()].filter((id) => !housed.has(id));
  const places = [...world.groups.toSorted(byName), { ...NOWHERE, lights: homeless }];
  return places.map((group) => roomOf(group, world, words)).filter((room) => room.all.length > 0);
}

function roomOf(group, world, words) {
  const all = group.lights.map((id) => world.lights.get(id)).filter(Boolean).toSorted((one, other) => compare(one.label, other.label));
  return { id: group.id, name: group.name, place: placeOf(group, world), all, lights: all.filter((light) => matches(light, group, words)) };
}

/** Named only where there is more than one. */
function placeOf(group, world) {
  return world.locations.length > 1 ? group.location?.name ?? '' : '';
}

/** Each word has to be somewhere in its name, room, place, product or state, or to begin its serial. */
function matches(light, group, words) {
  const text = [light.label, group.name, light.location, light.product, light.state, light.effect, light.via].join(' ').toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word) || light.id.startsWith(word));
}

/** What lights show together, as the bridge tells it of groups: on when any is, the mean brightness of those that are on. */
export function together(lights) {
  const heard = lights.filter(isThere);
  const counted = heard.length > 0 ? heard : lights;
  const lit = counted.filter((light) => light.state === 'ON');
  const shown = lit.length > 0 ? lit : counted;
  const colourful = shown.find((light) => light.color) ?? shown.find((light) => light.color_temp) ?? shown[0];
  return {
    ...colourful,
    state: lit.length > 0 ? 'ON' : 'OFF',
    brightness: Math.round(shown.reduce((sum, light) => sum + (light.brightness ?? 0), 0) / Math.max(1, shown.length)),
    zones: undefined,
    effect: shown.find((light) => isRunning(light.effect))?.effect ?? 'off',
    litCount: lit.length,
    count: lights.length,
    isThere: heard.length > 0,
  };
}

export function isThere(light) {
  return light.availability !== 'offline' && light.reachable !== false;
}

export function isRunning(effect) {
  return Boolean(effect) && effect !== 'off';
}

function byName(one, other) {
  return compare(one.name, other.name);
}

function compare(one, other) {
  return AS_PEOPLE_COUNT.compare(one ?? '', other ?? '');
}
