import { describe, expect, test } from 'vitest';
import { parseFrame } from './parse-frame.ts';

const parse = (value: unknown) => parseFrame(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), false);
const NUL = '\0';

describe('what a client may send', () => {
  test.each([
    { type: 'user_message', content: 'Hola', clientMessageId: 'm1' },
    { type: 'user_message', content: '😀'.repeat(8_000) },
    { type: 'user_message', content: 'See this', attachments: [{ fileId: '0190a3f0-7c3a-7000-8000-000000000001' }] },
    { type: 'user_message', content: '', attachments: [{ fileId: '0190a3f0-7c3a-7000-8000-000000000001' }] },
    { type: 'typing', state: true },
    { type: 'read', seq: 2_147_483_647 },
    { type: 'ping' },
    { type: 'resume', afterSeq: 0 },
    { type: 'confirm_field', fieldName: 'age', value: { any: ['thing'] } },
    { type: 'reject_field', fieldName: 'age' },
    { type: 'satisfaction', rating: 5, comment: '' },
    { type: 'end_session' },
  ])('%j', (frame) => {
    expect(parse(frame)).toEqual({ kind: 'frame', frame });
  });
});

describe('a frame that is refused says what is wrong with it', () => {
  test.each<[unknown, RegExp]>([
    ['', /not valid JSON/],
    ['{"type":"ping"', /not valid JSON/],
    [[], /a JSON object/],
    ['null', /a JSON object/],
    ['"ping"', /a JSON object/],
    [{}, /^type: /],
    [{ type: 'shout' }, /^type: /],
    [{ type: ['ping'] }, /^type: /],
    ['{"type":"__proto__"}', /^type: /],
    [{ type: 'ping', loud: true }, /loud/],
    ['{"type":"ping","__proto__":{"type":"ping"}}', /__proto__/],
    [{ type: 'user_message' }, /^content: /],
    [{ type: 'user_message', content: '' }, /^content: Must not be empty/],
    [{ type: 'user_message', content: '', attachments: [] }, /^content: Must not be empty/],
    [{ type: 'user_message', content: 7 }, /^content: /],
    [{ type: 'user_message', content: `a${NUL}b` }, /^content: .*NUL/],
    ['{"type":"user_message","content":"\\ud800"}', /^content: .*surrogate/],
    [{ type: 'user_message', content: 'a', clientMessageId: '' }, /^clientMessageId: /],
    [{ type: 'user_message', content: 'a', clientMessageId: 'x'.repeat(201) }, /^clientMessageId: .*200/],
    [{ type: 'user_message', content: 'a', clientMessageId: NUL }, /^clientMessageId: .*NUL/],
    [{ type: 'user_message', content: 'a', attachments: [{ fileId: 'one' }] }, /^attachments\.0\.fileId: /],
    [
      { type: 'user_message', content: 'a', attachments: Array(11).fill({ fileId: '0190a3f0-7c3a-7000-8000-000000000001' }) },
      /^attachments: /,
    ],
    [{ type: 'typing', state: 'yes' }, /^state: /],
    [{ type: 'read', seq: -1 }, /^seq: /],
    [{ type: 'read', seq: 1.5 }, /^seq: /],
    [{ type: 'resume', afterSeq: '4' }, /^afterSeq: /],
    [{ type: 'resume', afterSeq: 2_147_483_648 }, /^afterSeq: /],
    ['{"type":"resume","afterSeq":1e400}', /^afterSeq: /],
    [{ type: 'satisfaction', rating: 6 }, /^rating: /],
    [{ type: 'satisfaction', rating: 3, comment: 'x'.repeat(2_001) }, /^comment: /],
    [{ type: 'reject_field', fieldName: '' }, /^fieldName: /],
  ])('%j', (frame, message) => {
    expect(parse(frame)).toMatchObject({ kind: 'refused', code: 'INVALID_MESSAGE', message: expect.stringMatching(message) });
  });

  test('a binary one', () => {
    expect(parseFrame(Buffer.from('{"type":"ping"}'), true)).toMatchObject({ code: 'INVALID_MESSAGE', message: /binary/ });
  });

  test('one that is nested too deeply for anything', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(parse(`{"type":"typing","state":${deep}}`)).toMatchObject({ code: 'INVALID_MESSAGE', message: /^state: / });
  });

  test('in a few words, however long the names of its properties are', () => {
    const parsed = parse(`{"type":"ping","${'😀'.repeat(40_000)}":1}`);
    expect(parsed).toMatchObject({ kind: 'refused', code: 'INVALID_MESSAGE' });
    const { message } = parsed as { message: string };
    expect(message.length).toBeLessThan(600);
    expect(message.isWellFormed()).toBe(true);
  });
});

describe('too long', () => {
  test('is a message of more than 16,000 characters, whatever else is wrong with it', () => {
    expect(parse({ type: 'user_message', content: 'x'.repeat(16_000) })).toMatchObject({ kind: 'frame' });
    expect(parse({ type: 'user_message', content: 'x'.repeat(16_001), clientMessageId: 'm', more: 1 })).toEqual({
      kind: 'refused',
      code: 'MESSAGE_TOO_LONG',
      message: 'A message has at most 16000 characters; this one has 16001.',
      clientMessageId: 'm',
    });
  });

  test('is a frame of more than 256 KiB', () => {
    const atLimit = `{"type":"ping"}${' '.repeat(256 * 1024 - 15)}`;
    expect(parse(atLimit)).toMatchObject({ kind: 'frame' });
    expect(parse(`${atLimit} `)).toMatchObject({ code: 'MESSAGE_TOO_LONG', message: expect.stringContaining('262145') });
  });
});

test('the id of a refused message is said again, so that its sender knows which one it was', () => {
  expect(parse({ type: 'user_message', content: 1, clientMessageId: 'm1' })).toMatchObject({ clientMessageId: 'm1' });
  expect(parse({ type: 'user_message', content: 1, clientMessageId: 2 })).not.toHaveProperty('clientMessageId');
  expect(parse({ type: 'user_message', content: 1, clientMessageId: 'x'.repeat(201) })).not.toHaveProperty('clientMessageId');
});
