import type { RegisteredRoute } from './route-registry.ts';

/** Headers that mean the same everywhere, for the components of the document. */
export const HEADER_PARAMETERS = {
  TenantId: header(
    'X-Tenant-Id',
    'The tenant to act in; only people with several need to name one',
    { type: 'string', format: 'uuid' },
    '0190a3f0-7c3a-7000-8000-000000000001',
  ),
  IdempotencyKey: header(
    'Idempotency-Key',
    'Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.',
    { type: 'string', minLength: 1, maxLength: 255 },
    '7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b',
  ),
  IfMatch: header(
    'If-Match',
    'The ETag that the change is based on; 412 when somebody else was faster',
    { type: 'string' },
    '"XrY7u-Ae7tCTyyK7j1rNww"',
  ),
  IfNoneMatch: header(
    'If-None-Match',
    'The ETag of what is known already; 304 when nothing has changed',
    { type: 'string' },
    '"XrY7u-Ae7tCTyyK7j1rNww"',
  ),
};

function header(name: string, description: string, schema: object, example: string) {
  return { name, in: 'header', required: false, description, schema, example };
}

export const ANSWER_HEADERS = {
  ETag: { description: 'The version of the resource', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds to wait', schema: { type: 'integer', minimum: 1 } },
  RequestId: { description: 'Finds the request in the log', schema: { type: 'string', format: 'uuid' } },
};

/** The headers that a route takes, as references. */
export function headerParameters(route: RegisteredRoute): { $ref: string }[] {
  const { access, definition, method, takesIdempotencyKey } = route;
  const names = [
    ...(access.kind === 'member' ? ['TenantId'] : []),
    ...(takesIdempotencyKey ? ['IdempotencyKey'] : []),
    ...(definition.problems?.includes('PRECONDITION_FAILED') ? ['IfMatch'] : []),
    ...(method === 'GET' && route.answersWithResource ? ['IfNoneMatch'] : []),
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}
