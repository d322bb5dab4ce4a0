// What lights can do, from what their products have.

const WAVES = ['breathe', 'pulse'];
const STRIPS = ['move'];
const MATRICES = ['morph', 'flame', 'clouds', 'sunrise', 'sunset'];
// Of a light whose product is not told: all that nearly every lamp has, and the bridge leaves out what this one has not.
const UNKNOWN = { color: true, infrared: false, multizone: false, matrix: false, hev: false, min_kelvin: 2500, max_kelvin: 9000 };

/** Of several together: what any of them can, as the bridge leaves out what the others cannot. */
export function features(lights) {
  const all = lights.map((light) => light.features ?? UNKNOWN);
  const any = (key) => all.some((one) => one[key]);
  const tunable = all.filter((one) => one.color || one.min_kelvin < one.max_kelvin);
  return {
    color: any('color'),
    infrared: any('infrared'),
    hev: any('hev'),
    kelvin: tunable.length === 0 ? null : {
      least: Math.min(...tunable.map((one) => one.min_kelvin)),
      most: Math.max(...tunable.map((one) => one.max_kelvin)),
    },
    effects: [...WAVES, ...(any('multizone') ? STRIPS : []), ...(any('matrix') ? MATRICES : [])],
  };
}
