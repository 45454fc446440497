import fc from 'fast-check';
import { damaged, nastyJson, nastyText, nestedText } from './nasty-values.ts';

/** The properties of every frame that a client may send, by its type. Ending the session is left out: it would end the trial. */
const OWN = new Map<unknown, string[]>([
  ['user_message', ['content', 'clientMessageId', 'attachments']],
  ['typing', ['state']],
  ['read', ['seq']],
  ['ping', []],
  ['resume', ['afterSeq']],
  ['confirm_field', ['fieldName', 'value']],
  ['reject_field', ['fieldName']],
  ['satisfaction', ['rating', 'comment']],
  ['__proto__', ['content']],
]);

const seq = fc.oneof(fc.nat(5), fc.constantFrom(2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1), nastyJson);

const typed = fc
  .record(
    {
      type: fc.oneof({ weight: 8, arbitrary: fc.constantFrom<unknown>(...OWN.keys()) }, { weight: 1, arbitrary: nastyJson }),
      content: fc.oneof(nastyText, nastyJson),
      clientMessageId: fc.oneof(nastyText, nastyJson),
      attachments: fc.oneof(nastyJson, fc.array(fc.record({ fileId: fc.uuid() }), { maxLength: 12 })),
      state: fc.oneof(fc.boolean(), nastyJson),
      seq,
      afterSeq: seq,
      fieldName: nastyText,
      value: nastyJson,
      rating: fc.oneof(fc.integer({ min: 1, max: 5 }), nastyJson),
      comment: nastyText,
    },
    { requiredKeys: ['type'] },
  )
  // A frame carries only what is its own: one with anything more is refused before the rest is looked at.
  .map((frame) => Object.fromEntries(Object.entries(frame).filter(([name]) => name === 'type' || OWN.get(frame.type)?.includes(name))));

/** Frames as text and, as buffers, in binary. */
export const oddFrames: fc.Arbitrary<string | Buffer> = fc.oneof(
  { weight: 5, arbitrary: typed.map((frame) => JSON.stringify(frame)) },
  { weight: 1, arbitrary: nastyJson.map((value) => JSON.stringify(value) ?? 'undefined') },
  {
    weight: 1,
    arbitrary: damaged('{"type":"user_message","content":"Good morning","clientMessageId":"a"}').map((bytes) => bytes.toString('utf8')),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      'null',
      '[]',
      '{',
      '['.repeat(100_000),
      `{"type":"confirm_field","fieldName":"a","value":${nestedText(60_000)}}`,
      `{"type":"ping","${'k'.repeat(100_000)}":1}`,
      'x'.repeat(300_000),
    ),
  },
);

const BYTES = [
  'GET / HTTP/1.1\r\n\r\n',
  'GET /api/health HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n',
  'GET /api/health HTTP/1.0\r\n\r\n',
  'GET http://other.example/api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'BREW /api/health HTTP/1.1\r\nHost: x\r\n\r\n',
  'CONNECT host:1 HTTP/1.1\r\nHost: x\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'GET /%00%ff HTTP/1.1\r\nHost: \x00\r\n\r\n',
  'GET /api/v1/apps/%c0 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET //ws/chat HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  'GET /ws/chat HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 99\r\n\r\n',
  'GET /ws/chat?%%% HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
  'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(3_000)}\r\n`,
];

/** Bytes on a fresh connection: hardly HTTP, or not at all. */
export const oddBytes: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(...BYTES).map((text) => Buffer.from(text, 'latin1')),
  fc.constantFrom(...BYTES).chain(damaged),
);
