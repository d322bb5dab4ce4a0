/** An answer that was not what was asked for. `status` is 0 where nobody answered. */
export class Problem extends Error {
  constructor(status, message, retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The bridge's routes. Every write carries the token of the session, which a restart of the bridge changes. */
export class Api {
  #token = '';

  /** @returns {authenticated, password}: whether one may look and act, and whether a password is set */
  async session() {
    const session = await this.get('api/session');
    this.#token = session.token ?? '';
    return session;
  }

  async login(password) {
    await this.#ask('api/login', { method: 'POST', body: { password } });
    return this.session();
  }

  async logout() {
    await this.post('api/logout', {});
    this.#token = '';
  }

  get(path) {
    return this.#ask(path, {});
  }

  async post(path, body) {
    try {
      return await this.#ask(path, { method: 'POST', body });
    } catch (problem) {
      if (problem.status !== 403) throw problem;
      await this.session();
      return this.#ask(path, { method: 'POST', body });
    }
  }

  /** @returns the response of the event stream, its body unread */
  stream(signal) {
    return send('api/events', { headers: { Accept: 'text/event-stream' }, signal });
  }

  async #ask(path, { method = 'GET', body }) {
    const headers = { Accept: 'application/json' };
    if (body !== undefined) Object.assign(headers, { 'Content-Type': 'application/json', 'X-Lamplighter-Token': this.#token });
    const response = await send(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    return response.status === 204 ? null : response.json();
  }
}

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...options });
  } catch {
    throw new Problem(0, 'The bridge cannot be reached');
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response) {
  const told = await response.json().catch(() => ({}));
  const words = told.detail || told.title || `The bridge answers with status ${response.status}`;
  return new Problem(response.status, words, Number(response.headers.get('Retry-After')) || 0);
}
