// Selectors, as commands and bindings have them, in the names that people know.

/** @returns a name for each part; what nobody knows stays as it is written */
export function target(selector, world) {
  return String(selector ?? '').split(',').map((one) => {
    const [kind, ...rest] = one.split(':');
    return nameOf(kind, rest.join(':'), world) || one;
  }).join(', ');
}

function nameOf(kind, value, world) {
  const among = (all) => all.find((one) => one.id === value)?.name;
  switch (kind) {
    case 'all': return value ? `All lights, ${value}` : 'All lights';
    case 'id': return world.lights.get(value)?.label;
    case 'label': case 'group': case 'location': return value;
    case 'group_id': return among(world.groups);
    case 'location_id': return among(world.locations);
    case 'scene': case 'scene_id': return among(world.scenes);
    default: return world.lights.get(kind)?.label;
  }
}
