import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventParser } from '../page/logic/event-parser.js';

const TEXT = ': hello\nevent: light\ndata: {"id":"a"}\n\nevent: ready\r\ndata: {}\r\n\r\ndata: one\rdata: two\r\r';
const EVENTS = [{ name: 'light', data: '{"id":"a"}' }, { name: 'ready', data: '{}' }, { name: 'message', data: 'one\ntwo' }];

test('stream_inOnePiece_isReadToItsLastWholeEvent', () => {
  const parser = new EventParser();
  // The last line end might be the first half of one: it counts when the next piece tells.
  assert.deepEqual([...parser.feed(TEXT), ...parser.feed(': more\n')], EVENTS);
});

test('stream_cutAtEveryPlace_isReadAlike', () => {
  for (let cut = 1; cut < TEXT.length; cut += 1) {
    const parser = new EventParser();
    const heard = [TEXT.slice(0, cut), TEXT.slice(cut), '\n'].flatMap((piece) => parser.feed(piece));
    assert.deepEqual(heard, EVENTS, `cut at ${cut}`);
  }
});

test('stream_eventWithoutData_isNone', () => {
  assert.deepEqual(new EventParser().feed('event: light\n\n: 1\n\n'), []);
});

test('stream_valueWithColonAndSpaces_keepsThem', () => {
  assert.deepEqual(new EventParser().feed('data:  a: b\n\n'), [{ name: 'message', data: ' a: b' }]);
});
