import type { Page } from '@foyer/contracts/lists.ts';
import type {
  IdentityProvider,
  IdentityProviderListQuery,
  IdentityProviderPatch,
  NewIdentityProvider,
} from '@foyer/contracts/single-sign-on.ts';
import { Id } from '@foyer/contracts/text.ts';
import type { Clock } from '#platform/clock.ts';
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { newId } from '#platform/ids.ts';
import { revokeSignInsOfTenant } from '../sessions/sessions.repository.ts';
import { lockOwnTenant } from '../tenants/tenants.repository.ts';
import * as repository from './identity-providers.repository.ts';
import { sealClientSecret } from './sealed-client-secret.ts';
import { identityProviderNotFound, lastIdentityProvider, plainHttpIssuer } from './single-sign-on.errors.ts';

/** Providers without the address that they send browsers to, which depends on how this installation is reached. */
export type KeptProvider = Omit<IdentityProvider, 'redirectUri'>;

export interface IdentityProviders {
  /** @throws {AppError} VALIDATION_FAILED */
  add(scope: TenantScope, draft: NewIdentityProvider): Promise<KeptProvider>;
  list(scope: TenantScope, query: IdentityProviderListQuery): Promise<Page<KeptProvider>>;
  /**
   * A change of whom to trust (issuer, client, domains, switching off) signs out everybody who came through a provider of this tenant.
   * @throws {AppError} IDENTITY_PROVIDER_NOT_FOUND, VALIDATION_FAILED, SSO_IN_USE, PRECONDITION_FAILED
   */
  update(scope: TenantScope, id: string, patch: IdentityProviderPatch, ifMatch: string | undefined): Promise<KeptProvider>;
  /** The same. @throws {AppError} IDENTITY_PROVIDER_NOT_FOUND, SSO_IN_USE */
  remove(scope: TenantScope, id: string): Promise<void>;
}

export interface IdentityProviderDependencies {
  unitOfWork: UnitOfWork;
  secretBox: SecretBox;
  clock: Clock;
  /** Which addresses the operator lets be called without TLS. */
  allowsPlainHttp(url: URL): boolean;
}

export function createIdentityProviders({
  unitOfWork,
  secretBox,
  clock,
  allowsPlainHttp,
}: IdentityProviderDependencies): IdentityProviders {
  const check = (issuer: string | undefined): void => {
    if (issuer === undefined) return;
    const url = new URL(issuer);
    if (url.protocol !== 'https:' && !allowsPlainHttp(url)) throw plainHttpIssuer();
  };
  const signOutAll = ({ tenantId }: TenantScope) =>
    unitOfWork.system((tx) => revokeSignInsOfTenant(tx, tenantId, 'single-sign-on-changed', clock.now()));

  return {
    add: async (scope, { clientSecret, ...draft }) => {
      check(draft.issuer);
      const id = newId();
      const sealedClientSecret = sealClientSecret(secretBox, clientSecret, { tenantId: scope.tenantId, providerId: id });
      return unitOfWork.write(scope, async (tx) => {
        const row = await repository.insertIdentityProvider(tx, { ...draft, id, sealedClientSecret });
        tx.emit({ type: 'identity-provider.created', subject: { identityProviderId: id } });
        return toProvider(row);
      });
    },

    list: (scope, { limit, cursor, ...created }) =>
      unitOfWork.read(scope, async (tx) => {
        const slice = { ...created, after: decodeCursor(cursor, Id), limit: limit + 1 };
        const rows = await repository.listIdentityProviders(tx, slice);
        return page(rows.map(toProvider), limit, ({ id }) => id);
      }),

    update: async (scope, id, { clientSecret, ...patch }, ifMatch) => {
      check(patch.issuer);
      const sealed = clientSecret && {
        sealedClientSecret: sealClientSecret(secretBox, clientSecret, { tenantId: scope.tenantId, providerId: id }),
      };
      const { updated, changesTrust } = await unitOfWork.write(scope, async (tx) => {
        const found = await lockWithTenant(tx, id);
        requireMatch(ifMatch, etagOf(toProvider(found.provider)));
        if (patch.isActive === false) await requireAnother(tx, found);
        const row = (await repository.updateIdentityProvider(tx, id, { ...patch, ...sealed })) ?? found.provider;
        tx.emit({ type: 'identity-provider.updated', subject: { identityProviderId: id } });
        return { updated: toProvider(row), changesTrust: isTrustedLess(found.provider, row) };
      });
      if (changesTrust) await signOutAll(scope);
      return updated;
    },

    remove: async (scope, id) => {
      await unitOfWork.write(scope, async (tx) => {
        await requireAnother(tx, await lockWithTenant(tx, id));
        await repository.deleteIdentityProvider(tx, id);
        tx.emit({ type: 'identity-provider.deleted', subject: { identityProviderId: id } });
      });
      await signOutAll(scope);
    },
  };
}

/** Whether members of a tenant have a way in through a provider; of those who ask at the same moment, one after the other is answered. */
export async function hasIdentityProvider(tx: TenantTransaction): Promise<boolean> {
  return (await repository.lockActiveProviders(tx)).length > 0;
}

interface Locked {
  provider: repository.IdentityProviderRow;
  requiresSingleSignOn: boolean;
}

/** The tenant first: whoever begins to require single sign-on at this moment waits, or is waited for. @throws {AppError} IDENTITY_PROVIDER_NOT_FOUND */
async function lockWithTenant(tx: TenantTransaction, id: string): Promise<Locked> {
  const tenant = await lockOwnTenant(tx);
  const provider = await repository.lockIdentityProvider(tx, id);
  if (!tenant || !provider) throw identityProviderNotFound();
  return { provider, requiresSingleSignOn: tenant.requiresSingleSignOn };
}

/** @throws {AppError} SSO_IN_USE */
async function requireAnother(tx: TenantTransaction, { provider, requiresSingleSignOn }: Locked): Promise<void> {
  if (!requiresSingleSignOn || !provider.isActive) return;
  const active = await repository.lockActiveProviders(tx);
  if (active.every(({ id }) => id === provider.id)) throw lastIdentityProvider();
}

const isTrustedLess = (before: repository.IdentityProviderRow, after: repository.IdentityProviderRow): boolean =>
  before.issuer !== after.issuer ||
  before.clientId !== after.clientId ||
  (before.isActive && !after.isActive) ||
  before.domains.some((domain) => !after.domains.includes(domain));

export const providerEtag = ({ redirectUri: _, ...provider }: IdentityProvider): string => etagOf(provider);

function toProvider(row: repository.IdentityProviderRow): KeptProvider {
  const { tenantId: _tenant, sealedClientSecret: _secret, createdAt, updatedAt, ...provider } = row;
  return { ...provider, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
