import fc from 'fast-check';
import type { OpenApiDocument } from '#platform/http/openapi.ts';
import { type HttpInput, type Known, type Route, usual, withIds } from './http-inputs.ts';
import { damaged, nastyText } from './nasty-values.ts';
import { nearly, type Schema } from './nearly-valid.ts';

/** Bodies that lie: about their encoding, their type or themselves; and headers that want to be more than one. */
export function rottenRequests({ method, path, bodySchema }: Route, document: OpenApiDocument, known: Known): fc.Arbitrary<HttpInput> {
  const { schemas } = document.components as { schemas: Record<string, Schema> };
  const fitting = nearly(bodySchema ?? {}, { resolve: (ref) => schemas[ref.split('/').at(-1) ?? ''] ?? {}, known });
  const body = fitting.chain((value) => fc.oneof(...rottenTexts(JSON.stringify(value) ?? '{}')));
  return fc
    .tuple(body, fc.dictionary(fc.constantFrom(...Object.keys(HEADERS)), fc.nat(), { maxKeys: 2 }), queries)
    .map(([bytes, picks, query]) => ({
      method,
      path: withIds(path, known) + query,
      headers: { ...usual(known, '10.0.0.1'), 'content-type': 'application/json', ...headersFor(picks) },
      body: method === 'GET' ? undefined : bytes,
    }));
}

const rottenTexts = (text: string): fc.Arbitrary<Buffer>[] => [
  fc.constant(Buffer.from(text)),
  damaged(text),
  // Bytes that are no UTF-8, inside of a string.
  fc.constantFrom('ff', 'c080', 'eda080', 'f5808080', 'e28f').map((hex) => inFirstString(text, Buffer.from(hex, 'hex'))),
  // Escapes that are JSON, and no text.
  fc.constantFrom('\\u0000', '\\ud83d', '\\udc00\\ud800', '\\uD83Dx').map((escaped) => inFirstString(text, Buffer.from(escaped))),
  // The same property twice, and properties of every object.
  nastyText.map((value) => inObject(text, `${firstKey(text)}:${JSON.stringify(value)},`)),
  fc
    .constantFrom('"__proto__":{"isPlatformAdmin":true},', '"constructor":{"prototype":{"a":1}},', '"toString":"x",', '"hasOwnProperty":1,')
    .map((part) => inObject(text, part)),
];

function inFirstString(text: string, bytes: Buffer): Buffer {
  const at = text.indexOf(':"');
  const [head, tail] = at === -1 ? ['{"name":"', '"}'] : [text.slice(0, at + 2), text.slice(at + 2)];
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(tail)]);
}

const inObject = (text: string, part: string): Buffer => Buffer.from(text.startsWith('{') ? `{${part}${text.slice(1)}` : `{${part}"a":1}`);
const firstKey = (text: string): string => /^\{("[^"]*")/.exec(text)?.[1] ?? '"name"';

const HEADERS: Record<string, readonly string[]> = {
  'content-type': [
    'text/plain',
    'application/json; charset=utf-16',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    ';',
    '',
  ],
  'content-encoding': ['gzip', 'br', 'identity', 'gzip, gzip'],
  'transfer-encoding': ['chunked'],
  'idempotency-key': ['', ' ', 'x'.repeat(300), '%0d%0aX-Injected: 1', 'ключ'.replaceAll(/[^ -~]/g, '?'), '"a"'],
  'if-match': ['*', '"', 'W/"x"', ','.repeat(2_000), '"a", "b"'],
  'if-none-match': ['*', '"', 'W/"x"', ','.repeat(2_000)],
  origin: ['null', 'https://evil.example', 'http://[::1', 'x'.repeat(3_000)],
  accept: ['text/event-stream', '*/*;q=9', 'x'.repeat(3_000)],
  'x-tenant-id': ['', 'null', '00000000-0000-0000-0000-000000000000', "'; drop table tenants; --"],
  'last-event-id': ['-1', '1e9', 'x'],
  range: ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=a-b', 'lines=1-2'],
};
const headersFor = (picks: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(picks).map(([name, pick]) => [name, HEADERS[name]?.[pick % (HEADERS[name]?.length ?? 1)] ?? '']));

const queries = fc.constantFrom(
  '',
  '',
  '',
  '?cursor=%0d%0aX-Injected:%201',
  '?limit=1%0aX-Injected:1',
  '?__proto__=1',
  '?limit=1&limit=2',
  '?%ff=1',
  `?q=${'x'.repeat(5_000)}`,
);
