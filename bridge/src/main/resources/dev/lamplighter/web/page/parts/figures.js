import { bytes, duration } from '../logic/words.js';
import { h, list, Part, text } from '../dom.js';

/** How the bridge fares, in figures. */
class Figures extends Part {
  build() {
    this.rows = h('dl', { class: 'figures' });
    this.append(this.rows);
  }

  show(world) {
    this.ready();
    list(this.rows, figures(world), ([name]) => name, ([name]) => h('div', {}, h('dt', {}, name), h('dd')), (row, [, value]) => text(row.lastChild, value));
  }
}

function figures({ bridge, health }) {
  return [
    ['Version', bridge?.version],
    ['Runs for', health && duration(health.uptime_s)],
    ['Lights', health?.lights && `${health.lights.reachable} of ${health.lights.known} reachable`],
    ...Object.entries(health?.ways ?? {}).map(([way, told]) => [wayName(way), quantiles(told)]),
    ['Waiting', health?.queue && `${health.queue.waiting + health.queue.undecided}, ${health.queue.under_way} under way`],
    ['Commands', health?.results && results(health.results)],
    ['Broker lost', health?.mqtt && (health.mqtt.reconnects === 1 ? 'once' : `${health.mqtt.reconnects} times`)],
    ['Memory', health?.memory && `${bytes(health.memory.heap_used)} of ${bytes(health.memory.heap_max)}`],
    ['Topics', bridge?.base_topic && `${bridge.base_topic}/…`],
  ].filter(([, value]) => value);
}

function wayName(way) {
  return way === 'lan' ? 'Over the LAN' : `Over the ${way}`;
}

function quantiles(told) {
  if (!told.works) return 'does not work';
  return told.p50_ms === undefined ? 'works' : `half within ${told.p50_ms} ms, 99 % within ${told.p99_ms} ms`;
}

function results(told) {
  const parts = Object.entries(told).filter(([, count]) => count > 0).map(([status, count]) => `${count} ${status}`);
  return parts.join(', ') || 'none yet';
}

customElements.define('ll-figures', Figures);
