// The flow that people build of two npm packages: mqtt hears a command, lifx-lan-client sends it.
// Arguments: the broker's URL, the port of the bulbs, their broadcast address, how many there are.
const mqtt = require('mqtt');
const { Client } = require('lifx-lan-client');

const [broker, port, broadcast, count] = process.argv.slice(2);
const lights = new Map();
const lifx = new Client();
const session = mqtt.connect(broker, { protocolVersion: 5, clientId: 'pair' });

session.on('connect', () => session.subscribe('pair/light/+/set', { qos: 1 }));
session.on('message', (topic, payload) => {
  const wish = JSON.parse(payload.toString());
  lights.get(topic.split('/')[2])?.color(wish.color.h, wish.color.s, Math.round(wish.brightness / 2.55), 3500, 0);
});
lifx.on('light-new', (light) => {
  lights.set(light.id, light);
  if (lights.size === Number(count)) {
    session.publish('pair/ready', 'yes', { qos: 1, retain: true });
  }
});
lifx.init({ address: '127.0.0.1', sendPort: Number(port), broadcast });
