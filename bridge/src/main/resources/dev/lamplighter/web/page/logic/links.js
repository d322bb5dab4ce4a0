// The bridge's connections, each in a word and a tone (good, mild, bad, off).

const MQTT = { connected: ['good', 'connected'], disconnected: ['bad', 'not connected'] };
const CLOUD = { on: ['good', 'reached'], off: ['off', 'no token'], unauthorized: ['bad', 'token refused'], unreachable: ['bad', 'not reached'] };
const LAN = { on: ['good', 'listening'], off: ['off', 'switched off'] };
const UNKNOWN = ['off', 'not known'];

/** @param link of the page to the bridge: `live`, `lost` or `connecting` */
export function links(link, bridge, health) {
  if (link === 'lost') return [one('Bridge', ['bad', 'lost'])];
  if (!bridge) return [one('Bridge', ['off', 'connecting'])];
  return [
    one('Bridge', ['good', 'connected']),
    one('Broker', MQTT[bridge.mqtt] ?? UNKNOWN),
    one('LIFX Cloud', CLOUD[bridge.cloud] ?? UNKNOWN, health?.ways?.cloud?.reason),
    one('LAN', LAN[bridge.lan] ?? UNKNOWN, health?.ways?.lan?.reason),
  ];
}

/** The one that a person should know of first. */
export function worst(all) {
  return all.find(({ tone }) => tone === 'bad') ?? all[0];
}

function one(name, [tone, word], reason) {
  return { name, tone, word, reason };
}
