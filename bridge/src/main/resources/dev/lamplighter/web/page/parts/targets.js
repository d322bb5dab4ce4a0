// What can be commanded: a key of its own, the route, the lights that are meant, and a name for people.

export function lightTarget(light) {
  return { key: `light:${light.id}`, path: `api/lights/${light.id}/set`, lights: [light.id], name: light.label };
}

/** Lights without a room are one selector. */
export function roomTarget(room) {
  return {
    key: `room:${room.id}`,
    path: room.id ? `api/groups/${encodeURIComponent(room.id)}/set` : 'api/select/set',
    selector: room.id ? undefined : room.all.map((light) => `id:${light.id}`).join(','),
    lights: room.all.map((light) => light.id),
    name: room.name,
  };
}

export function allTarget(world) {
  return { key: 'all', path: 'api/all/set', lights: [...world.lights.keys()], name: 'All lights' };
}

export function sceneTarget(scene) {
  return { key: `scene:${scene.id}`, path: `api/scenes/${encodeURIComponent(scene.id)}/set`, lights: scene.lights ?? [], name: scene.name };
}
