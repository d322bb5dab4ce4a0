import { h, icon, Part } from '../dom.js';

/** Asks for the password. Needs `api`; tells `entered`. */
class Login extends Part {
  build() {
    this.setAttribute('role', 'main');
    this.password = h('input', { type: 'password', id: 'password', name: 'password', autocomplete: 'current-password', required: true });
    this.words = h('p', { class: 'words', role: 'alert', data: { tone: 'bad' } });
    this.button = h('button', { class: 'main' }, 'Log in');
    const form = h('form', { on: { submit: (event) => this.#submit(event) } }, icon('lamp'), h('h1', {}, 'Lamplighter'),
      h('label', { for: 'password' }, 'Password'), this.password, this.words, this.button);
    this.append(form);
  }

  focus() {
    this.ready();
    this.password.focus();
  }

  async #submit(event) {
    event.preventDefault();
    this.button.disabled = true;
    this.words.textContent = '';
    try {
      await this.api.login(this.password.value);
      this.password.value = '';
      this.tell('entered');
    } catch (problem) {
      this.words.textContent = inWords(problem);
      this.password.select();
    }
    this.button.disabled = false;
  }
}

function inWords({ status, retryAfter, message }) {
  if (status === 401) return 'That is not the password.';
  if (status === 429) return `Too many tries: wait ${retryAfter || 'a few'} s.`;
  return `${message}.`.replace('..', '.');
}

customElements.define('ll-login', Login);
