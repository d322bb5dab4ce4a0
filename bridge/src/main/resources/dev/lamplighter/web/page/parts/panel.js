import { h } from '../dom.js';

export function panel(title, ...content) {
  return h('section', { class: 'panel' }, h('h2', {}, title), ...content);
}
