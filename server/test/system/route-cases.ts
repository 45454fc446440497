import { z } from 'zod';
import type { RegisteredRoute } from '#platform/http/route-registry.ts';
import type { TenantIds } from './route-world.ts';

/** Whose id each path parameter takes, by the segment before it. A parameter that is not here fails the tests by name. */
const PATH_IDS: Record<string, keyof TenantIds> = {
  'tenants/:tenantId': 'tenant',
  'invitations/:invitationId': 'invitation',
  'identity-providers/:providerId': 'identityProvider',
  'break-glass/:breakGlassId': 'breakGlass',
  'members/:memberId': 'member',
  // Of a person, not of a tenant: nobody has one with this id.
  'sessions/:sessionId': 'session',
  'apps/:appId': 'app',
  'prompts/:promptId': 'prompt',
  'ai-agent/:agentId': 'agent',
  'agents/:agentId': 'agent',
  'tools/:toolId': 'tool',
  'conversations/:id': 'conversation',
  'tickets/:ticketId': 'ticket',
  'escalations/:id': 'escalation',
  'escalation-policies/:policyId': 'policy',
  'red-flag-rules/:ruleId': 'redFlagRule',
  'api-keys/:apiKeyId': 'apiKey',
  'files/:fileId': 'file',
  'extractions/:id': 'extraction',
  'fields/:name': 'extractionField',
  'documents/:documentId': 'document',
  'requests/:requestId': 'privacyRequest',
  'holds/:holdId': 'legalHold',
};

/** Whose id a field of a body or a query takes, by route and field. */
const FIELD_IDS: Record<string, keyof TenantIds> = {
  'POST /apps: tenantId': 'tenant',
  'GET /tickets: reference': 'ticketReference',
  'POST /messages: conversationId': 'conversation',
  'POST /escalations: conversationId': 'conversation',
  'GET /escalations: conversationId': 'conversation',
  'GET /extractions: conversationId': 'conversation',
  'GET /tickets: conversationId': 'conversation',
  'POST /privacy/export: contactId': 'contact',
  'POST /privacy/erase: contactId': 'contact',
  'POST /privacy/holds: contactId': 'contact',
  'GET /privacy/requests: contactId': 'contact',
  'GET /privacy/holds: contactId': 'contact',
  'GET /tickets: q': 'marker',
  'GET /apps: q': 'marker',
  'GET /apps/:appId/prompts: q': 'marker',
  'GET /api-keys: appId': 'app',
  'GET /conversations: appId': 'app',
  'GET /conversations: contactId': 'contact',
  'POST /knowledge/documents: appId': 'app',
  'POST /knowledge/search: appId': 'app',
  'GET /knowledge/documents: appId': 'app',
  'GET /knowledge/documents: agentId': 'agent',
  'GET /knowledge/documents: q': 'marker',
};

/** Fields that look like ids and name nothing that belongs to a tenant's staff. */
const NO_IDS = new Set([
  // Who we are to a provider.
  'POST /tenants/:tenantId/identity-providers: clientId',
  'PATCH /tenants/:tenantId/identity-providers/:providerId: clientId',
  // What evidence of a preview refers to: the caller's own names for messages.
  'POST /extractions/preview: id',
  // The public name that an app is given.
  'POST /apps: projectId',
  'PATCH /apps/:appId: projectId',
  // Whoever lists tenants sees all that they are a member of; no other tenant's name is among them.
  'GET /tenants: q',
  // The public name of an app again, and what a page says of itself and its visitor.
  ...['/widget/session/init', '/widget/init'].flatMap((path) =>
    ['projectId', 'widgetInstanceId', 'externalUserId'].map((field) => `POST ${path}: ${field}`),
  ),
  // A language.
  'GET /apps/:appId/prompts/preview: locale',
  // Of a visitor's own session, which the token names.
  'POST /widget/message: clientMessageId',
  // Whom a policy tells. Who is no member when a step is taken is not told; `ladder.test.ts` tries that.
  'POST /escalation-policies: personId',
  'PATCH /escalation-policies/:policyId: personId',
  // Inside a list; `visitor-files.test.ts` tries those of others.
  'POST /widget/message: fileId',
  'GET /widget/events: afterSeq',
  'GET /widget/events: token',
  'GET /widget/messages: afterSeq',
  // A signed address, which names its file and session itself.
  'GET /widget/files/:fileId: link',
  // What our own people asked for in vain stands in our log, by its id; `audit.test.ts` tries the entries of others.
  ...['/audit', '/audit/export', '/audit/installation', '/audit/installation/export'].flatMap((path) =>
    ['actorId', 'subjectId', 'action', 'subjectKind'].map((field) => `GET ${path}: ${field}`),
  ),
]);

let counter = 0;
const next = (): number => {
  counter += 1;
  return counter;
};

/** A body that is accepted, for routes that do not take an empty one. */
const BODIES: Record<string, (ids: TenantIds) => object> = {
  'POST /extractions/:id/fields/:name/correct': ({ marker }) => ({ value: marker }),
  'POST /extractions/preview': () => ({
    messages: [{ role: 'user', content: 'My name is Ana.' }],
    formSchema: { type: 'object', properties: { name: { type: 'string' } } },
    engine: 'builtin',
  }),
  'POST /privacy/export': ({ contact }) => ({ contactId: contact }),
  'POST /privacy/erase': ({ contactToErase }) => ({ contactId: contactToErase }),
  'POST /privacy/holds': ({ contact }) => ({ contactId: contact, reason: 'A dispute' }),
  'POST /auth/change-password': () => ({ currentPassword: 'a long enough password', newPassword: 'another long password' }),
  'PATCH /tenants/:tenantId/members/:memberId': () => ({ role: 'viewer' }),
  'POST /tenants/:tenantId/identity-providers': () => ({
    name: 'New',
    issuer: 'https://login.example.com',
    clientId: 'foyer',
    clientSecret: 'secret',
    domains: ['example.com'],
  }),
  'POST /tenants/:tenantId/break-glass': () => ({ reason: 'Asked for by the clinic', minutes: 5 }),
  'PUT /features/:feature': () => ({ isOn: true }),
  'POST /auth/oidc/exchange': () => ({ code: 'unknown' }),
  'POST /tenants/:tenantId/invitations': () => ({ email: `new-${next()}@example.com` }),
  'POST /invitations/preview': () => ({ token: 'unknown' }),
  'POST /invitations/accept': () => ({ token: 'unknown', password: 'a long enough password' }),
  'POST /auth/otp/send': () => ({ email: 'nobody@example.com' }),
  'POST /auth/otp/verify': () => ({ email: 'nobody@example.com', code: '123456' }),
  'POST /auth/register': () => ({ email: 'nobody@example.com', name: 'Nobody', password: 'a long enough password' }),
  'POST /auth/verify-email': () => ({ email: 'nobody@example.com', code: '123456' }),
  'POST /auth/forgot-password': () => ({ email: 'nobody@example.com' }),
  'POST /auth/reset-password': () => ({ token: 'unknown', newPassword: 'another long password' }),
  'POST /auth/totp/enable': () => ({ password: 'not the password' }),
  'POST /auth/totp/confirm': () => ({ code: '123456' }),
  'POST /auth/totp/disable': () => ({ password: 'not the password', code: '123456' }),
  'POST /tenants': () => ({ name: 'New', slug: `new-tenant-${next()}` }),
  'POST /apps': ({ tenant }) => ({ tenantId: tenant, name: 'New', slug: `new-app-${next()}` }),
  'POST /apps/:appId/prompts': () => ({ name: 'Greeting', kind: 'SYSTEM', content: 'Be brief.' }),
  'POST /agents': () => ({ name: 'New' }),
  'POST /agents/:agentId/tools': () => ({
    name: `look_up_${next()}`,
    description: 'Looks something up.',
    parameters: { type: 'object', properties: {} },
    url: 'https://tools.example.com/look-up',
  }),
  'POST /api-keys': () => ({ name: 'New', scopes: ['tickets:read'] }),
  'POST /conversations/:id/handoff': () => ({ to: 'nobody' }),
  'POST /tickets': () => ({ subject: 'Call back' }),
  'POST /escalations': ({ conversation }) => ({ conversationId: conversation }),
  'POST /red-flags/screen': () => ({ text: 'Do you open on Sundays?' }),
  'POST /red-flag-rules': () => ({
    name: 'Burst stitches',
    category: 'injury',
    urgency: 'urgent',
    phrases: ['stitches burst'],
    examples: ['stitches burst'],
  }),
  'POST /escalation-policies': () => ({ name: 'At night', steps: [] }),
  'POST /knowledge/documents': () => ({ title: 'Parking', content: 'Parking is free.' }),
  'PUT /knowledge/documents/:documentId': () => ({ title: 'Parking', content: 'Parking is free.' }),
  'POST /agents/:agentId/documents': () => ({ title: 'Parking', content: 'Parking is free.' }),
  'POST /knowledge/search': () => ({ query: 'parking' }),
  'POST /messages': ({ conversation }) => ({ conversationId: conversation, content: 'Good morning' }),
  'POST /conversations/:id/typing': () => ({ state: true }),
  'POST /conversations/:id/read': () => ({ seq: 1 }),
  'POST /widget/message': () => ({ content: 'Hello' }),
};

/** Parameters whose values mean the same to every tenant. */
const OF_ALL_TENANTS: Record<string, string> = { feature: 'attachments' };

export const nameOf = ({ method, path }: Pick<RegisteredRoute, 'method' | 'path'>): string => `${method} ${path}`;
/** Both names of an agent stand for the same routes. */
const keyOf = (route: RegisteredRoute): string => nameOf(route).replace('/ai-agent', '/agents');

export interface PathId {
  parameter: string;
  kind: keyof TenantIds;
}

/** @throws {Error} for a parameter that nobody has said the meaning of */
export function pathIdsOf(route: RegisteredRoute): PathId[] {
  const named = [...route.path.matchAll(/([\w-]+)\/:(\w+)/g)].filter(([, , parameter = '']) => OF_ALL_TENANTS[parameter] === undefined);
  return named.map(([place, , parameter = '']) => {
    const kind = PATH_IDS[place];
    if (kind === undefined) throw new Error(`Whose id is “${place}” of ${nameOf(route)}? Say so in route-cases.ts.`);
    return { parameter, kind };
  });
}

/** Fields of its body or query that take an id of a tenant's. @throws {Error} for one that nobody has said the meaning of */
export function fieldIdsOf(route: RegisteredRoute): { field: string; kind: keyof TenantIds; place: 'body' | 'query' }[] {
  const { body, query } = route.definition;
  const fields = [
    ...namesIn(body, isId).map((field) => ({ field, place: 'body' as const })),
    ...namesIn(query, isLookedUp).map((field) => ({ field, place: 'query' as const })),
  ];
  return fields.flatMap(({ field, place }) => {
    const name = `${keyOf(route)}: ${field}`;
    if (NO_IDS.has(name)) return [];
    const kind = FIELD_IDS[name];
    if (kind === undefined) throw new Error(`Whose id is “${field}” of ${nameOf(route)}? Say so in route-cases.ts.`);
    return [{ field, kind, place }];
  });
}

/** A body that the route accepts. @throws {Error} for a route that needs one and has no case */
export function bodyFor(route: RegisteredRoute, ids: TenantIds): object | undefined {
  const { body } = route.definition;
  if (body === undefined) return undefined;
  const made = BODIES[keyOf(route)]?.(ids) ?? {};
  const parsed = body.safeParse(made);
  if (!parsed.success) throw new Error(`Which body does ${nameOf(route)} accept? Say so in route-cases.ts: ${parsed.error.message}`);
  return made;
}

export function fillPath(path: string, ids: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? OF_ALL_TENANTS[name] ?? '');
}

type Shape = { properties?: Record<string, Shape>; items?: Shape; anyOf?: Shape[]; enum?: unknown[]; type?: string; format?: string };

const isId = (name: string, { format }: Shape): boolean => /(^id|Ids?)$/.test(name) || format === 'uuid';
/** A list's own parameters, choices from a few words and moments look nothing up; everything else in a query does. */
const isLookedUp = (name: string, shape: Shape): boolean =>
  !['limit', 'cursor'].includes(name) && shape.enum === undefined && !['date', 'date-time'].includes(shape.format ?? '');

function namesIn(schema: z.ZodType | undefined, matches: (name: string, shape: Shape) => boolean): string[] {
  if (schema === undefined) return [];
  const walk = (shape: Shape): string[] => [
    ...Object.entries(shape.properties ?? {}).flatMap(([name, inner]) => [...(matches(name, inner) ? [name] : []), ...walk(inner)]),
    ...(shape.items ? walk(shape.items) : []),
    ...(shape.anyOf ?? []).flatMap(walk),
  ];
  return walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);
}
