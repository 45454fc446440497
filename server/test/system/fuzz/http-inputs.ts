import fc from 'fast-check';
import type { OpenApiDocument } from '#platform/http/openapi.ts';
import { damaged, nastyId, nastyJson, nastyNumber, nastyText, nestedText } from './nasty-values.ts';
import { nearly, type Schema } from './nearly-valid.ts';

export interface HttpInput {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer | undefined;
}

export interface Route {
  method: string;
  path: string;
  bodySchema: Schema | undefined;
  /** The credentials that open it, by their names in the document; none for a public one. */
  security: string[];
}

/** What exists, by the name under which paths and bodies speak of it: with these an input comes as far as it can. */
export type Known = Record<
  'tenantId' | 'appId' | 'projectId' | 'agentId' | 'toolId' | 'promptId' | 'ticketId' | 'apiKeyId' | 'apiKey' | 'id',
  string
>;

type Documented = Record<string, { requestBody?: { content: Record<string, { schema: Schema }> }; security: Record<string, unknown>[] }>;

export function routesOf(document: OpenApiDocument): Route[] {
  return Object.entries(document.paths as Record<string, Documented>).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { requestBody, security }]) => ({
      method: method.toUpperCase(),
      path,
      bodySchema: requestBody?.content['application/json']?.schema,
      security: security.flatMap((requirement) => Object.keys(requirement)),
    })),
  );
}

/** Requests to a route with bodies that nearly fit, or do not at all. */
export function requestsWithBody({ method, path, bodySchema }: Route, document: OpenApiDocument, known: Known): fc.Arbitrary<HttpInput> {
  const { schemas } = document.components as { schemas: Record<string, Schema> };
  const fitting = nearly(bodySchema ?? {}, { resolve: (ref) => schemas[ref.split('/').at(-1) ?? ''] ?? {}, known });
  const body = fc.oneof(
    { weight: 16, arbitrary: fitting.map(toBytes) },
    { weight: 3, arbitrary: fitting.chain((value) => damaged(JSON.stringify(value) ?? '')) },
    { weight: 1, arbitrary: fc.constantFrom(...HUGE) },
  );
  return fc.tuple(body, addresses).map(([bytes, address]) => ({
    method,
    path: withIds(path, known),
    headers: { ...usual(known, address), 'content-type': 'application/json' },
    body: bytes,
  }));
}

/** Requests to a route with ids that are none, odd queries and cursors, and headers that say strange things. */
export function oddRequests({ method, path }: Route, known: Known): fc.Arbitrary<HttpInput> {
  return fc.tuple(fc.boolean(), oddPathPart, oddQuery, fc.option(oddHeader), addresses).map(([isOdd, part, query, header, address]) => ({
    method,
    path: (isOdd ? path.replaceAll(/\{\w+\}/g, part) : withIds(path, known)) + query,
    headers: { ...usual(known, address), 'content-type': 'application/json', ...(header && { [header[0]]: header[1] }) },
    body: method === 'GET' ? undefined : Buffer.from('{}'),
  }));
}

export const withIds = (path: string, known: Known): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name as keyof Known] ?? known.tenantId);

/** Each input comes from an address of its own, so that what is tried is not the limit per address. */
export const usual = ({ tenantId }: Known, address: string) => ({ 'x-tenant-id': tenantId, 'x-forwarded-for': address });
const addresses = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => `10.${parts.join('.')}`);

/** A number beyond all numbers can be spelled only in JSON itself. */
const toBytes = (value: unknown): Buffer => Buffer.from((JSON.stringify(value) ?? '').replaceAll('"1e400"', '1e400'));

const HUGE = [
  Buffer.from(`{"name":"${'x'.repeat(900_000)}"}`),
  Buffer.from(`{"name":"${'x'.repeat(1_100_000)}"}`),
  Buffer.from(nestedText(200_000)),
  Buffer.from('{"a":'.repeat(60_000)),
  Buffer.from(JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${index}`, index])))),
];

const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).slice(0, 6_000);
const oddPathPart = fc.oneof(nastyId.map(encode), fc.constantFrom('%', '%00', '%ff', '%c0%80', 'x'.repeat(3_000)));

const MOMENTS = ['2026-01-01T00:00:00.000Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z', '2026-02-30T00:00:00Z'];
const oddMoment = fc.oneof(fc.constantFrom(...MOMENTS), nastyText);
/** In the forms that our lists give out, with things in them that they do not. */
const oddCursor = fc
  .oneof(nastyJson, nastyNumber, nastyId, fc.tuple(oddMoment, nastyId), fc.record({ id: nastyId, at: oddMoment }))
  .map((value) =>
    Buffer.from(JSON.stringify(value) ?? '')
      .toString('base64url')
      .slice(0, 500),
  );
const oddQuery = fc.oneof(
  fc.constant(''),
  fc
    .tuple(fc.constantFrom('limit', 'cursor', 'status', 'kind', 'after', 'nothing'), fc.oneof(nastyText.map(encode), oddCursor))
    .map(([name, value]) => `?${name}=${value}`),
  oddCursor.map((value) => `?cursor=${value}`),
);

const HEADERS = [
  'authorization',
  'x-tenant-id',
  'x-api-key',
  'content-type',
  'content-encoding',
  'origin',
  'host',
  'accept',
  'if-match',
  'idempotency-key',
  'cookie',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
];
const HEADER_VALUES = ['Bearer', 'Bearer a.b.c', `sk_${'0'.repeat(64)}`, 'text/plain', 'gzip', 'null', '"', '%', 'W/"x", *'];
const oddHeader = fc.tuple(
  fc.constantFrom(...HEADERS),
  fc
    .oneof(nastyId, nastyText, fc.constantFrom(...HEADER_VALUES))
    // What Node's client agrees to send.
    .map((text) => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 4_000)),
);
