import { h, icon, Part } from '../dom.js';

const FOR = { 'config.json': 'MicroPython', 'secrets.h': 'Arduino and ESP-IDF', 'ca.pem': 'whom the board trusts over TLS' };

/** Files that are shown once, each to be copied or saved. `files` is their text by name. */
class Files extends Part {
  build() {
    this.said = h('p', { class: 'hidden', role: 'status' });
    this.append(
      h('p', { class: 'notice' }, icon('warning'), 'Save them now: the password is shown this once. A copy lies in the bridge\'s data folder, for its owner only.'),
      ...Object.entries(this.files).map(([name, content]) => this.#file(name, content)), this.said);
  }

  #file(name, content) {
    const area = h('textarea', { readonly: true, rows: Math.min(8, content.split('\n').length), spellcheck: 'false', 'aria-label': name });
    area.value = content;
    const copy = h('button', { type: 'button', 'aria-label': `Copy ${name}`, on: { click: () => this.#copy(area, name) } }, icon('copy'), 'Copy');
    const save = h('button', { type: 'button', 'aria-label': `Download ${name}`, on: { click: () => download(name, content) } }, icon('download'), 'Download');
    return h('section', { class: 'file' }, h('div', { class: 'row' }, h('div', { class: 'who' }, h('h3', {}, name), h('p', { class: 'facts' }, FOR[name] ?? '')), copy, save), area);
  }

  /** Over plain HTTP browsers have no clipboard for pages, but still the old command. */
  async #copy(area, name) {
    let isCopied = false;
    try {
      await navigator.clipboard.writeText(area.value);
      isCopied = true;
    } catch {
      area.select();
      isCopied = document.execCommand('copy');
    }
    this.said.textContent = isCopied ? `${name} is copied` : `${name} could not be copied: select its text instead`;
    this.said.classList.remove('hidden');
  }
}

function download(name, content) {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/plain' }));
  h('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

customElements.define('ll-files', Files);
