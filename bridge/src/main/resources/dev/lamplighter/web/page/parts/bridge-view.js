import { h, Part } from '../dom.js';
import { panel } from './panel.js';
import './budget.js';
import './doctor.js';
import './figures.js';
import './links.js';

/** The bridge: its connections, its budget, its figures, and the doctor. Needs `api`. */
class BridgeView extends Part {
  build() {
    this.links = document.createElement('ll-links');
    this.budget = document.createElement('ll-budget');
    this.figures = document.createElement('ll-figures');
    const doctor = Object.assign(document.createElement('ll-doctor'), { api: this.api });
    this.append(
      h('div', { class: 'panels' }, panel('Connections', this.links), panel('LIFX\'s limit', this.budget), panel('Figures', this.figures)),
      panel('Doctor', doctor));
  }

  show(world, { link }) {
    this.ready();
    this.links.show(link, world);
    this.budget.show(world.health);
    this.figures.show(world);
  }
}

customElements.define('ll-bridge', BridgeView);
