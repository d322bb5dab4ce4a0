// What is asked of lights: changes as the commands of docs/mqtt.md have them, how two become one, and what a light shows once it obeyed.

/** @returns one change for two that follow each other: of each key the later value */
export function merged(earlier, later) {
  const both = { ...earlier, ...later };
  if ('color' in later) delete both.color_temp;
  if ('color_temp' in later) delete both.color;
  // A brightness lights the lamp, so it ends an OFF that came before it.
  if ('brightness_pct' in later && !('state' in later)) delete both.state;
  return both;
}

/** What is done once: it is not merged with what comes before or after it. */
export function isFence(change) {
  return ['effect', 'flash', 'clean', 'cycle'].some((key) => key in change) || 'scene' in change;
}

/** @returns the light as it will be when it took {@code change}; the bridge knows better and its word replaces this */
export function predicted(light, change) {
  const next = { ...light };
  if ('brightness_pct' in change) {
    next.brightness = Math.max(1, Math.round(change.brightness_pct * 2.55));
    next.state = 'ON';
  }
  if ('state' in change) next.state = change.state;
  if ('color' in change) Object.assign(next, { color_mode: 'hs', color: change.color, color_temp: undefined, zones: undefined });
  if ('color_temp' in change) {
    Object.assign(next, { color_mode: 'color_temp', color_temp: change.color_temp, color: undefined, zones: undefined });
  }
  if ('infrared' in change) next.infrared = change.infrared;
  if ('effect' in change) next.effect = change.effect;
  return next;
}
