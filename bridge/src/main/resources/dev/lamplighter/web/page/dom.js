// The few things that the page needs to build itself. No text ever becomes markup.

const SVG = 'http://www.w3.org/2000/svg';

/** @param props `on` holds listeners, `data` data attributes; a value that is undefined, null or false is left out */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  const { on = {}, data = {}, ...attributes } = props;
  Object.entries(on).forEach(([type, listener]) => element.addEventListener(type, listener));
  Object.entries(data).forEach(([key, value]) => { element.dataset[key] = value; });
  Object.entries(attributes).forEach(([name, value]) => attribute(element, name, value));
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Sets an attribute only where it differs, and takes it away for undefined, null and false. */
export function attribute(element, name, value) {
  if (value === undefined || value === null || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value === true ? '' : value)) element.setAttribute(name, value === true ? '' : value);
}

export function text(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** A picture from icons.svg; those who hear the page are told elsewhere what it means. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'use'));
  svg.firstChild.setAttribute('href', `icons.svg#${name}`);
  return svg;
}

export function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

/** Makes the children of {@code parent} those of {@code items}, in their order: what is there already is kept, with its focus. */
export function list(parent, items, key, make, show) {
  const there = new Map([...parent.children].map((child) => [child.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const name = key(item);
    const child = there.get(name) ?? Object.assign(make(item), { key: name });
    there.delete(name);
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
    show(child, item);
  }
  there.forEach((child) => child.remove());
}

/** A part of the page: built once, when it is first shown or comes into the page. */
export class Part extends HTMLElement {
  #isBuilt = false;

  connectedCallback() {
    this.ready();
  }

  ready() {
    if (this.#isBuilt) return;
    this.#isBuilt = true;
    this.build();
  }

  /** Tells those above; they listen with `on: {[type]: …}`. */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}

export const clock = {
  now: () => performance.now(),
  after: (ms, what) => setTimeout(what, ms),
};
