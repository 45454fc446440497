import { STATUS_CODES } from 'node:http';
import { isProblemCode, PROBLEMS } from '@foyer/contracts/problem-codes.ts';
import { IDEMPOTENCY_PROBLEMS } from './idempotency/idempotency.errors.ts';
import type { RegisteredRoute } from './route-registry.ts';

const OF_BODIES = [
  'BODY_REQUIRED',
  'MALFORMED_JSON',
  'INVALID_UTF8',
  'INVALID_TEXT',
  'JSON_TOO_DEEP',
  'FORBIDDEN_KEY',
  'INVALID_CONTENT_LENGTH',
  'VALIDATION_FAILED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'UNSUPPORTED_CONTENT_ENCODING',
];
/** Of a body that nobody asked for, too: it is received before it is ignored. */
const OF_ANY_BODY = ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'INVALID_CONTENT_LENGTH'];
const OF_URLS = ['VALIDATION_FAILED', 'INVALID_TEXT', 'MALFORMED_URL', 'URI_TOO_LONG'];
const OF_PEOPLE = ['MISSING_AUTH', 'INVALID_TOKEN', 'TOKEN_EXPIRED', 'SESSION_REVOKED', 'API_KEY_NOT_ALLOWED'];
const OF_MEMBERS = [
  ...OF_PEOPLE,
  'INVALID_API_KEY',
  'API_KEY_EXPIRED',
  'AMBIGUOUS_CREDENTIALS',
  'VALIDATION_FAILED',
  'TENANT_REQUIRED',
  'NO_TENANT',
  'ROLE_REQUIRED',
  'SSO_REQUIRED',
  'TENANT_NOT_FOUND',
];
const OF_VISITORS = ['MISSING_AUTH', 'INVALID_TOKEN', 'FORBIDDEN_ORIGIN'];
const OF_ALL = ['INTERNAL', 'DATABASE_UNAVAILABLE'];

/** Every code that a route may answer with: its own, and those that come with what it takes and whom it lets in. */
export function problemCodesOf({ method, access, definition, takesIdempotencyKey }: RegisteredRoute): string[] {
  const { body, rateLimit, problems = [] } = definition;
  const codes = [
    ...problems,
    ...(body === undefined ? [] : OF_BODIES),
    ...(method === 'GET' ? [] : OF_ANY_BODY),
    ...OF_URLS,
    ...(access.kind === 'person' || access.kind === 'platform' ? OF_PEOPLE : []),
    ...(access.kind === 'platform' ? ['PLATFORM_ADMIN_REQUIRED'] : []),
    ...(access.kind === 'member' ? OF_MEMBERS : []),
    ...(access.kind === 'member' && access.personalData ? ['BREAK_GLASS_REQUIRED'] : []),
    ...(access.kind === 'member' && access.scope !== undefined ? ['SCOPE_REQUIRED'] : []),
    ...(access.kind === 'widget' ? OF_VISITORS : []),
    ...(access.kind === 'operator' ? ['MISSING_AUTH', 'INVALID_TOKEN', 'METRICS_CLOSED'] : []),
    ...(rateLimit === undefined ? [] : ['RATE_LIMITED']),
    ...(takesIdempotencyKey ? IDEMPOTENCY_PROBLEMS : []),
    ...OF_ALL,
  ];
  return [...new Set(codes)];
}

/** The problem answers of a route by status, each with an example of every code. */
export function problemResponses(route: RegisteredRoute): Record<string, unknown> {
  const byStatus = new Map<number, string[]>();
  for (const code of problemCodesOf(route).filter(isProblemCode)) {
    const [status] = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].map(([status, codes]) => [String(status), problemResponse(status, codes)]));
}

const problemResponse = (status: number, codes: readonly string[]) => ({
  description: `${STATUS_CODES[status] ?? 'Error'}: ${codes.join(', ')}`,
  ...(status === 429 || status === 503 ? { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } } : {}),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
    },
  },
});

/** One example per code, for the components of the document. */
export const problemExamples = (): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(PROBLEMS).map(([code, [status, detail]]) => {
      const errors = code === 'VALIDATION_FAILED' ? { errors: [{ path: 'name', message: 'Must not be empty' }] } : {};
      const value = { type: 'about:blank', status, title: STATUS_CODES[status] ?? 'Error', detail, code, ...errors };
      return [code, { summary: detail, value }];
    }),
  );
