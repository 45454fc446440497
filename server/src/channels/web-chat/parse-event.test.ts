import { describe, expect, test } from 'vitest';
import { readEvent } from './parse-event.ts';

const parsed = (...event: unknown[]) => readEvent(event).parse();
const acknowledge = () => {};

describe('an event of a Socket.IO client', () => {
  test('called message carries a whole frame', () => {
    expect(parsed('message', { type: 'ping' })).toEqual({ kind: 'frame', frame: { type: 'ping' } });
  });

  test('called like a type of frame carries the rest of it', () => {
    const frame = { type: 'user_message', content: 'Hello', clientMessageId: 'm' };
    expect(parsed('user_message', { content: 'Hello', clientMessageId: 'm' })).toEqual({ kind: 'frame', frame });
    expect(parsed('user_message', frame)).toEqual({ kind: 'frame', frame });
    expect(parsed('ping')).toEqual({ kind: 'frame', frame: { type: 'ping' } });
    expect(parsed('end_session', {})).toEqual({ kind: 'frame', frame: { type: 'end_session' } });
  });

  test.each([
    ['of an unknown name', ['shout', { content: 'x' }], /type/i],
    ['of a name that objects have', ['__proto__', {}], /type/i],
    ['of a number for a name', [5, {}], /name/],
    ['without a frame', ['message'], /object/],
    ['with text', ['message', '{"type":"ping"}'], /object/],
    ['with a list', ['typing', [true]], /object/],
    ['with nothing', ['ping', null], /object/],
    ['with two objects', ['typing', { state: true }, {}], /one object/],
    ['that says two types', ['ping', { type: 'end_session' }], /type/],
    ['with wrong fields', ['typing', { state: 'yes' }], /state/],
    ['with bytes', ['message', Buffer.from('{"type":"ping"}')], /binary/],
    ['with bytes somewhere in it', ['message', { type: 'confirm_field', fieldName: 'x', value: [{ y: Buffer.from('z') }] }], /binary/],
    ['that is to be acknowledged', ['ping', acknowledge], /callback/],
  ])('%s is refused, and it is said why', (_name, event, reason) => {
    expect(parsed(...event)).toMatchObject({ kind: 'refused', code: 'INVALID_MESSAGE', message: expect.stringMatching(reason) });
  });

  test('that is refused is told apart by its clientMessageId', () => {
    for (const event of [
      ['message', { type: 'user_message', content: 'x', clientMessageId: 'm' }, acknowledge],
      ['user_message', { type: 'ping', clientMessageId: 'm' }],
      ['user_message', { content: 5, clientMessageId: 'm' }],
    ]) {
      expect(parsed(...event)).toMatchObject({ kind: 'refused', clientMessageId: 'm' });
    }
  });

  test('is MESSAGE_TOO_LONG above 16,000 characters of a message and above 256 KiB of anything', () => {
    expect(parsed('user_message', { content: 'x'.repeat(16_001) })).toMatchObject({ code: 'MESSAGE_TOO_LONG' });
    expect(parsed('message', { type: 'ping', padding: 'x'.repeat(256 * 1024) })).toMatchObject({ code: 'MESSAGE_TOO_LONG' });
  });

  test('is refused, and breaks nothing, when it is nested deeper than anybody can read', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 200_000; depth += 1) deep = [deep];
    expect(parsed('message', deep)).toMatchObject({ code: 'INVALID_MESSAGE', message: expect.stringMatching(/nested/) });
  });
});
