import { createFakeClock, type FakeClock } from '#platform/clock.testing.ts';
import { parseMasterKeys } from '#platform/crypto/master-keys.ts';
import { createPasswordHasher } from '#platform/crypto/password.ts';
import { createSecretBox } from '#platform/crypto/secret-box.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { EventDraft } from '#platform/db/unit-of-work.ts';
import type { Role } from '#platform/http/access.ts';
import { createTestServer } from '#platform/http/http-server.testing.ts';
import type { HttpServer } from '#platform/http/http-server.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import { newId } from '#platform/ids.ts';
import { createMemoryEphemeralStore } from '#platform/realtime/memory-ephemeral-store.ts';
import { createRateLimiter } from '#platform/realtime/rate-limiter.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { createAccountMails } from './account-mail/account-mail.jobs.ts';
import { createApiKeys } from './api-keys/api-keys.service.ts';
import { appSummaries, missingSetUp } from './apps/app-summaries.ts';
import { appRoutes } from './apps/apps.routes.ts';
import { type AppDependencies, type Apps, createApps } from './apps/apps.service.ts';
import { appConfigRoutes } from './apps/configs.routes.ts';
import { createAppConfigs } from './apps/configs.service.ts';
import type { PromptVariables } from './apps/prompts.policy.ts';
import { promptRoutes } from './apps/prompts.routes.ts';
import { createPrompts } from './apps/prompts.service.ts';
import { tenantOfPath } from './apps/tenant-of-path.ts';
import { invitationRoutes } from './invitations/invitations.routes.ts';
import { createInvitations } from './invitations/invitations.service.ts';
import { memberRoutes } from './members/members.routes.ts';
import { createMembers } from './members/members.service.ts';
import { insertMembership, membershipsOf } from './members/memberships.repository.ts';
import { createPeople, type People } from './members/people.service.ts';
import { accountRoutes } from './sessions/account.routes.ts';
import { createAuthenticators } from './sessions/authentication.ts';
import { createRefreshCookies } from './sessions/refresh-cookie.ts';
import { createSessionTokens } from './sessions/session-tokens.ts';
import { sessionRoutes } from './sessions/sessions.routes.ts';
import { createSessions } from './sessions/sessions.service.ts';
import { createTenantAccess } from './sessions/tenant-access.ts';
import { hasIdentityProvider } from './single-sign-on/identity-providers.service.ts';
import { tenantRoutes } from './tenants/tenants.routes.ts';
import { createTenants } from './tenants/tenants.service.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape
type Json = any;

export interface Call {
  /** An access token. */
  as?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  body: Json;
  headers: Record<string, unknown>;
}

export interface IdentityWorld {
  clock: FakeClock;
  database: TestDatabase;
  people: People;
  apps: Apps;
  /** What happened, as it was recorded with the commits. */
  events: EventDraft[];
  /** Mails to people's accounts, with what they carry. */
  mails: AccountMailToRead[];
  /** The tools that every agent has; a test may take some away. */
  toolNames: string[];
  /** The platform admin's access token. Tokens live for a quarter of an hour of the fake clock. */
  admin: string;
  call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, call?: Call): Promise<Answer>;
  /** A person with these roles, signed in. */
  person(roles?: Record<string, Role>): Promise<{ email: string; password: string; token: string; refreshToken: string; personId: string }>;
  /** A tenant with an owner who belongs to no other. */
  tenant(): Promise<{ tenantId: string; owner: string }>;
  app(owner: string, tenantId: string): Promise<Json>;
  close(): Promise<void>;
}

/** A mail, of whatever kind, with its address. */
export type AccountMailToRead = { to: string; kind: string; code?: string; token?: string };

const PASSWORD = 'a long enough password';

/** The whole of `identity` behind HTTP, on a database of its own; what lies above it is replaced by the smallest thing that works. */
export async function createIdentityWorld({
  isRegistrationOpen = false,
  ...overrides
}: Partial<AppDependencies> & { isRegistrationOpen?: boolean } = {}): Promise<IdentityWorld> {
  const clock = createFakeClock();
  const database = await createTestDatabase();
  const events: EventDraft[] = [];
  const mails: AccountMailToRead[] = [];
  const secretBox = createSecretBox(parseMasterKeys('0'.repeat(64)));
  const unitOfWork = database.unitOfWork({
    recordEvents: async (_db, _scope, drafts) => void events.push(...drafts),
    enqueue: async (_db, _tenantId, _name, payload) => {
      const { sealed } = payload as { sealed: string };
      const { to, mail } = JSON.parse(secretBox.open(sealed, { purpose: 'account-mail' }));
      if (to) mails.push({ to: to.address, ...mail });
    },
  });
  const accountMails = createAccountMails({ secretBox });
  const passwords = createPasswordHasher();
  const tokens = createSessionTokens({ issuer: 'foyer', accessSecret: 'a'.repeat(32), refreshSecret: 'b'.repeat(32), clock });
  const rateLimiter = createRateLimiter(createMemoryEphemeralStore({ clock, maximumEntries: 1_000 }), clock);
  const tenantAccess = createTenantAccess({ unitOfWork, clock });
  const people = createPeople({ unitOfWork, passwords });
  const members = createMembers({ unitOfWork });
  const apps = createApps({
    unitOfWork,
    secretBox,
    tenantAccess,
    createDefaultAgent: async () => newId(),
    ...overrides,
  });
  const tenants = createTenants({
    unitOfWork,
    addOwner: async (tx, tenantId, personId) => void (await insertMembership(tx, { tenantId, personId, role: 'owner' })),
    tenantIdsOf: async (tx, personId) => (await membershipsOf(tx, personId)).map(({ tenantId }) => tenantId),
    appsOf: appSummaries(async (_tx, appIds) => new Map(appIds.slice(0, 1).map((id) => [id, 3]))),
    isRegistrationOpen,
    missingSetUp,
    hasIdentityProvider,
  });
  const sessions = createSessions({
    unitOfWork,
    passwords,
    tokens,
    secretBox,
    mails: accountMails,
    rateLimiter,
    clock,
    isRegistrationOpen,
  });
  const invitations = createInvitations({
    unitOfWork,
    passwords,
    mails: accountMails,
    signIn: sessions.signIn,
    start: sessions.start,
    clock,
  });
  const refreshCookies = createRefreshCookies(undefined);
  const toolNames = ['open_ticket', 'transfer_to_person'];
  const modules = [
    tenantRoutes(tenants),
    memberRoutes(members),
    sessionRoutes(sessions, refreshCookies),
    accountRoutes(sessions, refreshCookies),
    invitationRoutes(invitations, refreshCookies),
    appRoutes(apps),
    appConfigRoutes(createAppConfigs({ unitOfWork })),
    promptRoutes(createPrompts({ unitOfWork, variables: ONE_VARIABLE, toolNamesOf: async () => toolNames })),
  ];
  const authenticateApiKey = createApiKeys({ unitOfWork, clock }).authenticate;
  const authenticators = createAuthenticators({ unitOfWork, tokens, clock, authenticateApiKey, tenantOfPath });
  const server = await createTestServer(allOf(modules), { authenticators, rateLimiter });

  const call: IdentityWorld['call'] = (method, path, options = {}) => send(server, method, path, options);
  let counter = 0;
  const next = (what: string) => {
    counter += 1;
    return `${what}-${counter}`;
  };

  const person: IdentityWorld['person'] = async (roles = {}) => {
    const email = `${next('person')}@example.com`;
    const { personId } = await people.add({ email, name: 'Somebody', password: PASSWORD, isPlatformAdmin: false });
    for (const [tenantId, role] of Object.entries(roles))
      await members.add(grantTenantScope(tenantId, { kind: 'system' }), { personId, role });
    const { body } = await call('POST', '/auth/login', { body: { email, password: PASSWORD } });
    return { email, password: PASSWORD, token: body.accessToken, refreshToken: body.refreshToken, personId };
  };
  await people.ensureFirstAdmin({ email: 'admin@example.com', password: PASSWORD });
  const admin = (await call('POST', '/auth/login', { body: { email: 'admin@example.com', password: PASSWORD } })).body.accessToken;

  return {
    clock,
    database,
    people,
    apps,
    events,
    mails,
    toolNames,
    admin,
    call,
    person,
    tenant: async () => {
      const slug = next('tenant');
      const tenantId = (await call('POST', '/tenants', { as: admin, body: { name: slug, slug } })).body.id;
      return { tenantId, owner: (await person({ [tenantId]: 'owner' })).token };
    },
    app: async (owner, tenantId) => {
      const slug = next('app');
      return (await call('POST', '/apps', { as: owner, body: { tenantId, name: slug, slug } })).body;
    },
    close: async () => {
      await server.close(1_000);
      await database.close();
    },
  };
}

async function send(
  server: HttpServer,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  { as, body, headers = {} }: Call,
): Promise<Answer> {
  const answer = await server.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...(as === undefined ? {} : { authorization: `Bearer ${as}` }), ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json(), headers: answer.headers };
}

const allOf =
  (modules: readonly RouteModule[]): RouteModule =>
  (routes) => {
    for (const module of modules) module(routes);
  };

/** One is enough to see the others refused. */
const ONE_VARIABLE: PromptVariables = {
  known: ['visitor.name'],
  unknownIn: (content, ownNames) => {
    const known = new Set(['visitor.name', ...ownNames]);
    return [...content.matchAll(/\{\{(.+?)\}\}/g)].map(([, name = '']) => name).filter((name) => !known.has(name));
  },
};
