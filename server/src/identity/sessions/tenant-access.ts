import { grantTenantScope, type TenantScope } from '#platform/db/tenant-scope.ts';
import type { SystemTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { AppError } from '#platform/errors.ts';
import { type PersonPrincipal, type Role, roleIncludes } from '#platform/http/access.ts';
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
): Promise<{ tenantId: string; role: Role }> {
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
  return { tenantId, role };
}

export interface TenantAccess {
  /** For what names its tenant in its body. @throws {AppError} TENANT_NOT_FOUND, ROLE_REQUIRED */
  enter(person: PersonPrincipal, tenantId: string, needed: Role): Promise<TenantScope>;
}

export function createTenantAccess({ unitOfWork }: { unitOfWork: UnitOfWork }): TenantAccess {
  return {
    enter: async (person, tenantId, needed) => {
      const named = { tenantId, notFound: tenantNotFound };
      const found = await unitOfWork.system((tx) => roleInTenant(tx, person, named, needed));
      return grantTenantScope(found.tenantId, { kind: 'person', id: person.personId });
    },
  };
}
