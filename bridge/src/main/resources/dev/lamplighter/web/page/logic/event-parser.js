/**
 * Reads an event stream (text/event-stream) as it comes, in pieces of any length. Written out, as the browser's own EventSource tells neither
 * the status of a refusal nor that comments still arrive.
 */
export class EventParser {
  #rest = '';
  #name = '';
  #data = [];

  /** @returns the events, as {name, data}, that this piece of text completes */
  feed(text) {
    // A line end may be cut between its two characters: the first waits for what follows.
    const all = this.#rest + text;
    const usable = all.endsWith('\r') ? all.slice(0, -1) : all;
    const lines = usable.split(/\r\n|\n|\r/);
    this.#rest = lines.pop() + all.slice(usable.length);
    return lines.flatMap((line) => this.#line(line));
  }

  #line(line) {
    if (line === '') return this.#end();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#name = value;
    if (field === 'data') this.#data.push(value);
    return [];
  }

  #end() {
    const event = { name: this.#name || 'message', data: this.#data.join('\n') };
    const isEmpty = this.#data.length === 0;
    this.#name = '';
    this.#data = [];
    return isEmpty ? [] : [event];
  }
}
