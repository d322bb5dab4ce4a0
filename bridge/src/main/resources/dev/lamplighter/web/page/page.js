import { NOTHING } from './logic/world.js';
import { links, worst } from './logic/links.js';
import { attribute, h, icon, text } from './dom.js';
import { panel } from './parts/panel.js';
import './parts/activity.js';
import './parts/budget.js';
import './parts/light.js';
import './parts/lights-view.js';
import './parts/links.js';
import './parts/login.js';
import './parts/room.js';
import './parts/sheet.js';

// What is not on the first view is loaded when it is wanted.
const VIEWS = [
  { name: 'lights', title: 'Lights', icon: 'lamp', load: () => {} },
  { name: 'boards', title: 'Boards', icon: 'board', load: () => import('./parts/boards-view.js') },
  { name: 'activity', title: 'Activity', icon: 'activity', load: () => {} },
  { name: 'bridge', title: 'Bridge', icon: 'bridge', load: () => import('./parts/bridge-view.js') },
];
// How often what says how long ago something was is written anew; ms.
const TICK = 10_000;
const RECENT = 7;

/** The frame around the views: which one is shown, the state of the link, and words for those who hear the page. */
export class Page {
  #world = NOTHING;
  #link = 'connecting';
  #isDue = false;

  constructor({ api, desk, live }) {
    Object.assign(this, { api, desk });
    this.root = h('div', { class: 'page', data: { link: this.#link } });
    this.#build(live);
    live.addEventListener('world', ({ detail }) => this.#heard(detail));
    live.addEventListener('link', ({ detail }) => this.#linked(detail));
    live.addEventListener('session', ({ detail }) => { this.leave.hidden = !detail.password; });
    desk.addEventListener('change', () => this.#soon());
    desk.addEventListener('said', ({ detail }) => text(this.announcer, detail));
    addEventListener('hashchange', () => this.#go(true));
    setInterval(() => this.#soon(), TICK);
    this.#go(false);
  }

  #build(live) {
    const make = (name) => Object.assign(document.createElement(`ll-${name}`), { api: this.api });
    this.views = new Map(VIEWS.map(({ name }) => [name, make(name)]));
    this.sheet = make('sheet');
    this.login = make('login');
    this.login.addEventListener('entered', () => live.hurry());
    this.title = h('h1', { tabindex: -1 });
    this.announcer = h('p', { class: 'hidden', role: 'status', 'aria-live': 'polite' });
    this.status = h('a', { class: 'status', href: '#bridge' }, h('span', { class: 'dot' }), h('span'));
    this.leave = h('button', { type: 'button', class: 'quiet round', 'aria-label': 'Log out', title: 'Log out', hidden: true, on: { click: () => this.#logout(live) } }, icon('leave'));
    this.nav = h('nav', { 'aria-label': 'Views' }, ...VIEWS.map(({ name, title, icon: picture }) => h('a', { href: `#${name}` }, icon(picture), h('span', {}, title))));
    this.banner = h('p', { class: 'banner', role: 'alert', hidden: true });
    this.side = { links: make('links'), budget: make('budget'), activity: Object.assign(make('activity'), { most: RECENT }) };
    this.aside = h('aside', { 'aria-label': 'At a glance' }, panel('Connections', this.side.links), panel('LIFX\'s limit', this.side.budget), panel('What happened', this.side.activity));
    this.main = h('main', { id: 'main' }, this.title, ...this.views.values());
    this.root.append(
      h('a', { class: 'skip', href: '#main', on: { click: (event) => { event.preventDefault(); this.title.focus(); } } }, 'Skip to the content'),
      h('header', { class: 'top' }, h('a', { class: 'brand', href: '#lights' }, icon('lamp'), h('span', {}, 'Lamplighter')), this.nav, this.status, this.leave),
      this.banner, h('div', { class: 'frame' }, this.main, this.aside), this.login, this.sheet, this.announcer);
    this.root.addEventListener('wish', ({ detail }) => this.desk.wish(detail.target, detail.change));
    this.root.addEventListener('adjust', ({ detail }) => this.sheet.open(detail, this.#world, this.#context()));
  }

  #go(isAsked) {
    const view = VIEWS.find(({ name }) => `#${name}` === location.hash) ?? VIEWS[0];
    this.view = view;
    this.views.forEach((part, name) => { part.hidden = name !== view.name; });
    this.aside.hidden = view.name !== 'lights';
    [...this.nav.children].forEach((link) => attribute(link, 'aria-current', link.getAttribute('href') === `#${view.name}` && 'page'));
    text(this.title, view.title);
    document.title = `${view.title} · Lamplighter`;
    this.#enter();
    this.#draw();
    if (isAsked) this.title.focus();
  }

  /** Where its code cannot be had now, it is asked for again when the bridge is back. */
  async #enter() {
    const { name, load } = this.view;
    try {
      await load();
    } catch {
      return;
    }
    if (this.#link === 'live') this.views.get(name).enter?.(this.#world);
    this.#soon();
  }

  #heard(world) {
    this.#world = world;
    this.desk.heard(world);
    this.#soon();
  }

  #linked(link) {
    if (link === this.#link) return;
    const before = this.#link;
    this.#link = link;
    attribute(this.root, 'data-link', link);
    this.banner.hidden = link !== 'lost';
    text(this.banner, link === 'lost' ? 'The bridge cannot be reached. Trying again…' : '');
    if (before === 'lost' && link === 'live') text(this.announcer, 'The bridge is back');
    if (link === 'login') this.login.focus();
    this.#enter();
    this.#soon();
  }

  async #logout(live) {
    await this.api.logout().catch((problem) => text(this.announcer, problem.message));
    live.restart();
  }

  /** At most once for each picture the screen shows, however much is heard. */
  #soon() {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#draw();
    });
  }

  #context() {
    return { wishes: this.desk.wishes, words: this.desk.words, now: Date.now(), link: this.#link };
  }

  #draw() {
    const context = this.#context();
    const first = worst(links(this.#link, this.#world.bridge, this.#world.health));
    attribute(this.status, 'data-tone', first.tone);
    text(this.status.lastChild, `${first.name} ${first.word}`);
    this.views.get(this.view.name).show?.(this.#world, context);
    this.sheet.show(this.#world, context);
    if (this.aside.hidden) return;
    this.side.links.show(this.#link, this.#world);
    this.side.budget.show(this.#world.health);
    this.side.activity.show(this.#world);
  }
}
