import type { Page } from '@foyer/contracts/lists.ts';
import type { NewTenant, Tenant, TenantApp, TenantListQuery, TenantPatch, TenantWithApps } from '@foyer/contracts/tenants.ts';
import { Id } from '@foyer/contracts/text.ts';
import { brokenUniqueConstraint } from '#platform/db/database-errors.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { SystemTransaction, TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { PersonPrincipal } from '#platform/http/access.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import {
  onboardingIncomplete,
  ssoNotSetUp,
  tenantCreationClosed,
  tenantNotFound,
  tenantSlugTaken,
  tooManyTenants,
} from './tenants.errors.ts';
import * as repository from './tenants.repository.ts';
import { TENANT_SLUG_UNIQUE } from './tenants.tables.ts';

export interface Tenants {
  /**
   * Whoever creates a tenant becomes its owner. Platform admins create them ready to use; where people may register, they create their
   * own, and set it up before visitors are let in. @throws {AppError} PLATFORM_ADMIN_REQUIRED, TOO_MANY_TENANTS, TENANT_SLUG_TAKEN
   */
  create(creator: PersonPrincipal, draft: NewTenant): Promise<Tenant>;
  /** Those that a person is a member of; to a platform admin, all of them. */
  list(person: PersonPrincipal, query: TenantListQuery): Promise<Page<Tenant>>;
  /** @throws {AppError} TENANT_NOT_FOUND */
  get(scope: TenantScope): Promise<TenantWithApps>;
  /** @throws {AppError} TENANT_NOT_FOUND, TENANT_SLUG_TAKEN, SSO_NOT_SET_UP, PRECONDITION_FAILED */
  update(scope: TenantScope, patch: TenantPatch, ifMatch: string | undefined): Promise<Tenant>;
  /** From now on visitors are let in. @throws {AppError} TENANT_NOT_FOUND, ONBOARDING_INCOMPLETE */
  completeOnboarding(scope: TenantScope): Promise<Tenant>;
}

/** What tenants need of the layers above them. */
export interface TenantDependencies {
  unitOfWork: UnitOfWork;
  addOwner(tx: SystemTransaction, tenantId: string, personId: string): Promise<void>;
  tenantIdsOf(tx: SystemTransaction, personId: string): Promise<string[]>;
  appsOf(tx: TenantTransaction): Promise<TenantApp[]>;
  isRegistrationOpen: boolean;
  /** What still has to be set up before visitors can be let in, in words. */
  missingSetUp(tx: TenantTransaction): Promise<string[]>;
  /** Whether its members have a way to sign in through a provider. */
  hasIdentityProvider(tx: TenantTransaction): Promise<boolean>;
}

/** Of somebody who registered: enough to try things, too few to fill an installation. */
const TENANTS_PER_PERSON = 3;

export function createTenants({
  unitOfWork,
  addOwner,
  tenantIdsOf,
  appsOf,
  isRegistrationOpen,
  missingSetUp,
  hasIdentityProvider,
}: TenantDependencies): Tenants {
  return {
    create: (creator, draft) =>
      unitOfWork.system(async (tx) => {
        if (creator.onlyTenantId !== undefined || (!creator.isPlatformAdmin && !isRegistrationOpen)) throw tenantCreationClosed();
        if (!creator.isPlatformAdmin && (await tenantIdsOf(tx, creator.personId)).length >= TENANTS_PER_PERSON) throw tooManyTenants();
        const added = await repository.insertTenant(tx, { ...draft, isOnboarding: !creator.isPlatformAdmin });
        if (!added) throw tenantSlugTaken(draft.slug);
        await addOwner(tx, added.id, creator.personId);
        const actor = { kind: 'person' as const, id: creator.personId };
        tx.audit({ action: 'tenant.created', tenantId: added.id, actor, subject: { id: added.id } });
        return toTenant(added);
      }),

    list: (person, { limit, cursor, ...filter }) =>
      unitOfWork.system(async (tx) => {
        const slice = { ...filter, after: decodeCursor(cursor, Id), limit: limit + 1 };
        const rows = person.isPlatformAdmin
          ? await repository.listTenants(tx, slice)
          : await repository.listTenants(tx, {
              ...slice,
              among: (await tenantIdsOf(tx, person.personId)).filter((id) => id === (person.onlyTenantId ?? id)),
            });
        return page(rows.map(toTenant), limit, ({ id }) => id);
      }),

    get: (scope) =>
      unitOfWork.read(scope, async (tx) => {
        const found = await repository.findOwnTenant(tx);
        if (!found) throw tenantNotFound();
        return { ...toTenant(found), apps: await appsOf(tx) };
      }),

    update: async (scope, patch, ifMatch) => {
      try {
        return await unitOfWork.write(scope, async (tx) => {
          const found = await repository.lockOwnTenant(tx);
          if (!found) throw tenantNotFound();
          requireMatch(ifMatch, tenantEtag(toTenant(found)));
          if (patch.requiresSingleSignOn && !(await hasIdentityProvider(tx))) throw ssoNotSetUp();
          const updated = (await repository.updateOwnTenant(tx, patch)) ?? found;
          tx.emit({ type: 'tenant.updated', subject: { tenantId: scope.tenantId } });
          return toTenant(updated);
        });
      } catch (error) {
        if (brokenUniqueConstraint(error) === TENANT_SLUG_UNIQUE) throw tenantSlugTaken(patch.slug ?? '');
        throw error;
      }
    },

    completeOnboarding: (scope) =>
      unitOfWork.write(scope, async (tx) => {
        const found = await repository.lockOwnTenant(tx);
        if (!found) throw tenantNotFound();
        if (!found.isOnboarding) return toTenant(found);
        const missing = await missingSetUp(tx);
        if (missing.length > 0) throw onboardingIncomplete(missing);
        const updated = (await repository.updateOwnTenant(tx, { isOnboarding: false })) ?? found;
        tx.emit({ type: 'tenant.updated', subject: { tenantId: scope.tenantId } });
        return toTenant(updated);
      }),
  };
}

/** Of the tenant itself, whatever happens to its apps. */
export function tenantEtag({ apps: _, ...tenant }: Tenant & { apps?: TenantApp[] }): string {
  return etagOf(tenant);
}

export function toTenant({ createdAt, updatedAt, ...tenant }: repository.TenantRow): Tenant {
  return { ...tenant, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
