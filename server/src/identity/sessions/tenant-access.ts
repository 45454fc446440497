import type { Clock } from '#platform/clock.ts';
import { grantTenantScope, type TenantScope } from '#platform/db/tenant-scope.ts';
import type { SystemTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { AppError } from '#platform/errors.ts';
import { type PersonPrincipal, type Role, roleIncludes } from '#platform/http/access.ts';
import { breakGlassRequired } from '../break-glass/break-glass.errors.ts';
import { hasOpenGrant } from '../break-glass/break-glass.repository.ts';
import { membershipsOf } from '../members/memberships.repository.ts';
import { tenantNotFound } from '../tenants/tenants.errors.ts';
import { tenantExists } from '../tenants/tenants.repository.ts';
import { noTenant, roleRequired, tenantRequired } from './access.errors.ts';
import { ssoRequired } from './sessions.errors.ts';
import { isClosedWithoutSingleSignOn } from './single-sign-on.policy.ts';

/** The tenant that a request names, and what a caller is told who has no business there: the same as if it did not exist. */
export interface NamedTenant {
  tenantId: string;
  notFound: () => AppError;
}

export interface RoleInTenant {
  tenantId: string;
  /** As what they act: a platform admin as the owner. */
  role: Role;
  /** As what they are a member; undefined for a platform admin who is none. */
  ownRole: Role | undefined;
}

/**
 * As what a platform admin gets at personal data: as the member that they are, or, for a while and with a reason given, as the owner.
 * @throws {AppError} BREAK_GLASS_REQUIRED
 */
export async function roleForPersonalData(
  tx: SystemTransaction,
  personId: string,
  { tenantId, ownRole }: RoleInTenant,
  now: Date,
): Promise<Role> {
  if (await hasOpenGrant(tx, tenantId, personId, now)) return 'owner';
  if (ownRole === undefined) throw breakGlassRequired();
  return ownRole;
}

type TenantCaller = Pick<PersonPrincipal, 'personId' | 'isPlatformAdmin' | 'onlyTenantId'>;

/**
 * In which tenant a person acts, and as what. Without a name it is the only one that they are a member of.
 * A platform admin may act in every tenant, as its owner would.
 * @throws {AppError} TENANT_REQUIRED, NO_TENANT, ROLE_REQUIRED, SSO_REQUIRED, or the named tenant's `notFound`
 */
export async function roleInTenant(
  tx: SystemTransaction,
  { personId, isPlatformAdmin, onlyTenantId }: TenantCaller,
  named: NamedTenant | undefined,
  needed: Role,
): Promise<RoleInTenant> {
  const memberships = (await membershipsOf(tx, personId)).filter(({ tenantId }) => tenantId === (onlyTenantId ?? tenantId));
  const [only, ...others] = memberships;
  if (!named && (others.length > 0 || (!only && isPlatformAdmin))) throw tenantRequired();
  if (!named && !only) throw noTenant();

  const tenantId = named?.tenantId ?? only?.tenantId ?? '';
  const membership = memberships.find((one) => one.tenantId === tenantId);
  const role = isPlatformAdmin ? (await tenantExists(tx, tenantId)) && 'owner' : membership?.role;
  if (!role) throw named?.notFound() ?? tenantNotFound();
  if (membership && !isPlatformAdmin && onlyTenantId === undefined && isClosedWithoutSingleSignOn(membership)) throw ssoRequired();
  if (!roleIncludes(role, needed)) throw roleRequired(needed);
  return { tenantId, role, ownRole: membership?.role };
}

export interface TenantAccess {
  /**
   * For what names its tenant in its body.
   * @param personalData whether a way to personal data is opened, as in `member(…)` of a route
   * @throws {AppError} TENANT_NOT_FOUND, ROLE_REQUIRED, SSO_REQUIRED, BREAK_GLASS_REQUIRED
   */
  enter(person: PersonPrincipal, tenantId: string, needed: Role, options?: { personalData?: boolean }): Promise<TenantScope>;
}

export function createTenantAccess({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }): TenantAccess {
  return {
    enter: async (person, tenantId, needed, { personalData = false } = {}) => {
      const named = { tenantId, notFound: tenantNotFound };
      const found = await unitOfWork.system(async (tx) => {
        const inTenant = await roleInTenant(tx, person, named, needed);
        if (personalData && person.isPlatformAdmin) await roleForPersonalData(tx, person.personId, inTenant, clock.now());
        return inTenant;
      });
      return grantTenantScope(found.tenantId, { kind: 'person', id: person.personId });
    },
  };
}
