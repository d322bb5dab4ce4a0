import { attribute, h, Part, svg, text } from '../dom.js';

const ARC = 'M8 54a46 46 0 0 1 92 0';
// Of all that LIFX allows: where a person should look, and where it gets slow.
const LOW = 0.35;
const VERY_LOW = 0.12;

/** The requests that LIFX's limit leaves for the present minute, as a gauge. */
class Budget extends Part {
  build() {
    this.left = h('b');
    this.of = h('span', { class: 'facts' });
    this.arc = svg('path', { d: ARC, pathLength: 100, class: 'full', 'stroke-dasharray': '0 100' });
    const picture = svg('svg', { viewBox: '0 0 108 62', 'aria-hidden': 'true' });
    picture.append(svg('path', { d: ARC, class: 'track' }), this.arc);
    this.gauge = h('div', { class: 'gauge', role: 'meter', 'aria-label': 'Requests left this minute', 'aria-valuemin': 0 }, picture, this.left);
    this.append(this.gauge, this.of);
  }

  /** @param health the bridge's, or null; without a cloud there is no budget */
  show(health) {
    this.ready();
    const budget = health?.budget;
    this.gauge.hidden = !budget;
    if (!budget) {
      text(this.of, 'No requests are counted while there is no cloud');
      return;
    }
    const share = budget.limit > 0 ? Math.max(0, Math.min(1, budget.left / budget.limit)) : 0;
    attribute(this.gauge, 'aria-valuemax', budget.limit);
    attribute(this.gauge, 'aria-valuenow', budget.left);
    attribute(this.gauge, 'aria-valuetext', `${budget.left} of ${budget.limit}`);
    attribute(this.gauge, 'data-tone', share < VERY_LOW ? 'bad' : share < LOW ? 'mild' : 'good');
    attribute(this.arc, 'stroke-dasharray', `${share * 100} 100`);
    text(this.left, String(budget.left));
    text(this.of, `of ${budget.limit} requests left this minute`);
  }
}

customElements.define('ll-budget', Budget);
