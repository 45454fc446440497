import { z } from 'zod';
import { jsonSchemaParameters } from '#messaging/tool-parameters.ts';

/** A tool that a tenant defines: the model's call becomes a request to the tenant's own server. */
export interface HttpToolDefinition {
  name: string;
  description: string;
  /** JSON Schema of the arguments, an object. */
  parameters: Record<string, unknown>;
  url: string;
  method: 'POST' | 'PUT' | 'PATCH';
  headers: Record<string, string>;
  timeoutMs: number;
}

export const HTTP_TOOL_TIMEOUT_MS = { min: 100, max: 30_000, default: 10_000 } as const;
const MAX_PARAMETERS_LENGTH = 32_000;
/** Ours to set, or about the connection rather than the request. */
const RESERVED_HEADERS: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'idempotency-key',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** @param allowsPlainHttp which addresses the operator lets be called without TLS */
export function httpToolSchema(allowsPlainHttp: (url: URL) => boolean): z.ZodType<HttpToolDefinition> {
  return z.strictObject({
    name: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'must begin with a letter and have only letters, digits, _ and -, at most 64'),
    description: z.string().trim().min(1, 'must say when the model should call the tool').max(2_000),
    parameters: z.record(z.string(), z.unknown()).superRefine(checkParameters),
    url: z.string().max(2_000).superRefine(checkUrl(allowsPlainHttp)),
    method: z.enum(['POST', 'PUT', 'PATCH']).default('POST'),
    headers: z.record(z.string(), z.string().max(4_000)).superRefine(checkHeaders).default({}),
    timeoutMs: z.int().min(HTTP_TOOL_TIMEOUT_MS.min).max(HTTP_TOOL_TIMEOUT_MS.max).default(HTTP_TOOL_TIMEOUT_MS.default),
  });
}

type Refinement<T> = (value: T, context: z.RefinementCtx<T>) => void;

const checkParameters: Refinement<Record<string, unknown>> = (schema, { addIssue }) => {
  if (JSON.stringify(schema).length > MAX_PARAMETERS_LENGTH) return addIssue('is longer than 32000 characters');
  if (schema.type !== 'object') addIssue({ code: 'custom', path: ['type'], message: 'must be "object"' });
  try {
    jsonSchemaParameters(schema);
  } catch (error) {
    addIssue(`is not a JSON Schema: ${error instanceof Error ? error.message : 'it does not compile'}`);
  }
};

const checkUrl =
  (allowsPlainHttp: (url: URL) => boolean): Refinement<string> =>
  (text, { addIssue }) => {
    const url = URL.parse(text);
    if (!url) return addIssue('must be an absolute URL');
    if (url.username !== '' || url.password !== '') addIssue('must not hold a user name or password; use a header');
    if (url.protocol === 'https:' || (url.protocol === 'http:' && allowsPlainHttp(url))) return;
    addIssue('must begin with https://');
  };

const checkHeaders: Refinement<Record<string, string>> = (headers, { addIssue }) => {
  if (Object.keys(headers).length > 30) addIssue('has more than 30 headers');
  for (const [name, value] of Object.entries(headers)) {
    const reject = (message: string) => addIssue({ code: 'custom', path: [name], message });
    if (!/^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name)) reject('is not a header name');
    if (RESERVED_HEADERS.has(name.toLowerCase())) reject('is set by the server and cannot be given');
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) reject('has characters that a header cannot hold');
  }
};
