import type { Clock } from '#platform/clock.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { SystemTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { type Authenticators, type CallRequest, type PersonPrincipal, type Principals, roleIncludes } from '#platform/http/access.ts';
import { noteCaller } from '#platform/http/access-audit.ts';
import { isId } from '#platform/ids.ts';
import { tenantNotFound } from '../tenants/tenants.errors.ts';
import {
  ambiguousCredentials,
  apiKeyNotAllowed,
  invalidTenantId,
  platformAdminRequired,
  roleRequired,
  scopeRequired,
} from './access.errors.ts';
import type { SessionTokens } from './session-tokens.ts';
import { invalidToken, missingAuth, sessionRevoked } from './sessions.errors.ts';
import { findCaller, noteSignInUse } from './sessions.repository.ts';
import { type NamedTenant, roleForPersonalData, roleInTenant } from './tenant-access.ts';

/** An API key that was found to be good. */
export interface ApiKeyCaller {
  apiKeyId: string;
  tenantId: string;
  scopes: readonly string[];
}

export interface AuthenticationDependencies {
  unitOfWork: UnitOfWork;
  tokens: SessionTokens;
  clock: Clock;
  /** @throws {AppError} INVALID_API_KEY, API_KEY_EXPIRED */
  authenticateApiKey(key: string): Promise<ApiKeyCaller>;
  /** The tenant of what the path names, an app for one; undefined where it names nothing of a tenant. */
  tenantOfPath(tx: SystemTransaction, pathParams: Readonly<Record<string, string>>): Promise<NamedTenant | undefined>;
}

type MemberAccess = Parameters<NonNullable<Authenticators['member']>>[1];

/** Whether somebody has been idle is asked in minutes; one write in each is enough. */
const USE_NOTED_EVERY_MS = 60_000;

/** Who calls: people by the access token of their sign-in, servers by an API key. */
export function createAuthenticators(dependencies: AuthenticationDependencies) {
  const { unitOfWork, authenticateApiKey } = dependencies;

  const personCalling = async (request: CallRequest): Promise<PersonPrincipal> => {
    if (request.header('authorization') === undefined && request.header('x-api-key') !== undefined) throw apiKeyNotAllowed();
    const { signInId } = await dependencies.tokens.readAccess(bearerToken(request));
    const person = await unitOfWork.system((tx) => signedInPerson(tx, signInId));
    noteCaller(request, { actor: { kind: 'person', id: person.personId } });
    return person;
  };

  const signedInPerson = async (tx: SystemTransaction, signInId: string): Promise<PersonPrincipal> => {
    const caller = await findCaller(tx, signInId);
    const now = dependencies.clock.now();
    if (!caller || caller.revokedAt || caller.expiresAt <= now) throw sessionRevoked();
    const before = new Date(now.getTime() - USE_NOTED_EVERY_MS);
    if (caller.lastUsedAt < before) await noteSignInUse(tx, signInId, { now, before });
    const onlyTenantId = caller.onlyTenantId ?? undefined;
    const isPlatformAdmin = caller.isPlatformAdmin && onlyTenantId === undefined;
    return { personId: caller.personId, sessionId: signInId, isPlatformAdmin, onlyTenantId };
  };

  const memberByToken = async (request: CallRequest, { role: needed, personalData }: MemberAccess): Promise<Principals['member']> => {
    const { signInId } = await dependencies.tokens.readAccess(bearerToken(request));
    return unitOfWork.system(async (tx) => {
      const person = await signedInPerson(tx, signInId);
      noteCaller(request, { actor: { kind: 'person', id: person.personId } });
      const named = (await dependencies.tenantOfPath(tx, request.pathParams)) ?? tenantOfHeader(request);
      requireAgreement(named, tenantOfHeader(request));
      const found = await roleInTenant(tx, person, named, 'viewer');
      const { tenantId } = found;
      noteCaller(request, { actor: { kind: 'person', id: person.personId }, tenantId });
      const isGuarded = personalData && person.isPlatformAdmin;
      const role = isGuarded ? await roleForPersonalData(tx, person.personId, found, dependencies.clock.now()) : found.role;
      if (!roleIncludes(role, needed)) throw roleRequired(needed);
      const { personId, sessionId } = person;
      return {
        scope: grantTenantScope(tenantId, { kind: 'person', id: personId }),
        actor: { kind: 'person', personId, sessionId, role, isPlatformAdmin: person.isPlatformAdmin },
      };
    });
  };

  const memberByKey = async (request: CallRequest, { scope: needed }: MemberAccess, key: string): Promise<Principals['member']> => {
    if (request.header('authorization') !== undefined) throw ambiguousCredentials();
    const { apiKeyId, tenantId, scopes } = await authenticateApiKey(key);
    noteCaller(request, { actor: { kind: 'api-key', id: apiKeyId }, tenantId });
    if (needed === undefined) throw apiKeyNotAllowed();
    if (!scopes.includes(needed)) throw scopeRequired(needed);
    requireAgreement({ tenantId, notFound: tenantNotFound }, tenantOfHeader(request));
    const named = await unitOfWork.system((tx) => dependencies.tenantOfPath(tx, request.pathParams));
    if (named && named.tenantId !== tenantId) throw named.notFound();
    return { scope: grantTenantScope(tenantId, { kind: 'api-key', id: apiKeyId }), actor: { kind: 'api-key', apiKeyId, scopes } };
  };

  return {
    person: async (request) => ({ person: await personCalling(request) }),

    platform: async (request) => {
      const person = await personCalling(request);
      if (!person.isPlatformAdmin) throw platformAdminRequired();
      return { person };
    },

    member: (request, access) => {
      const key = request.header('x-api-key');
      return key === undefined ? memberByToken(request, access) : memberByKey(request, access, key);
    },
  } satisfies Authenticators;
}

function bearerToken(request: CallRequest): string {
  const header = request.header('authorization');
  if (header === undefined) throw missingAuth();
  const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  if (token === undefined) throw invalidToken();
  return token;
}

function tenantOfHeader(request: CallRequest): NamedTenant | undefined {
  const tenantId = request.header('x-tenant-id');
  if (tenantId === undefined) return undefined;
  if (!isId(tenantId)) throw invalidTenantId('X-Tenant-Id');
  return { tenantId: tenantId.toLowerCase(), notFound: tenantNotFound };
}

/** Path and header may both name a tenant; when they differ, the resource is not in the tenant that the caller wants to act in. */
function requireAgreement(named: NamedTenant | undefined, header: NamedTenant | undefined): void {
  if (named && header && named.tenantId !== header.tenantId) throw named.notFound();
}
