import { boolean, foreignKey, index, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { installationTable, moment, tenantTable } from '#platform/db/tables.ts';
import { people } from '../members/members.tables.ts';
import { tenants } from '../tenants/tenants.tables.ts';

/** OpenID Connect providers that a tenant trusts to say who its members are. */
export const identityProviders = tenantTable(
  'identity_providers',
  {
    name: text().notNull(),
    /** The address by which the provider names itself, as it stands in its tokens. */
    issuer: text().notNull(),
    clientId: text().notNull(),
    sealedClientSecret: text().notNull(),
    /** Of the e-mail addresses that it may vouch for, in lower case. */
    domains: text().array().notNull(),
    /** As what people join whom nobody knows yet; null lets nobody in who is not a member already. */
    joinRole: text({ enum: ['viewer', 'agent', 'admin'] }),
    isActive: boolean().notNull(),
  },
  (table) => [
    foreignKey({ columns: [table.tenantId], foreignColumns: [tenants.id] }).onDelete('cascade'),
    unique('identity_providers_within_tenant').on(table.tenantId, table.id),
  ],
  // Whoever signs in is in no tenant yet.
  { system: ['select'] },
);

/** Whom a provider calls by what name. Once somebody is known by it, a changed e-mail address is still the same person. */
export const federatedIdentities = tenantTable(
  'federated_identities',
  {
    identityProviderId: uuid().notNull(),
    issuer: text().notNull(),
    subject: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (table) => [
    foreignKey({
      name: 'federated_identities_provider',
      columns: [table.tenantId, table.identityProviderId],
      foreignColumns: [identityProviders.tenantId, identityProviders.id],
    }).onDelete('cascade'),
    uniqueIndex('federated_identities_subject_unique').on(table.identityProviderId, table.issuer, table.subject),
    index('federated_identities_person').on(table.personId),
  ],
  { app: ['select', 'delete'], system: ['select', 'insert'] },
);

/** Browsers that were sent to a provider and are expected back. Each row works once. */
export const signOnAttempts = installationTable(
  'sign_on_attempts',
  {
    identityProviderId: uuid()
      .notNull()
      .references(() => identityProviders.id, { onDelete: 'cascade' }),
    stateHash: text().notNull(),
    /** Of the cookie of the browser that began: nobody else's browser can finish. */
    browserHash: text().notNull(),
    nonce: text().notNull(),
    codeVerifier: text().notNull(),
    redirectUri: text().notNull(),
    /** A path of ours, with its query. */
    returnTo: text().notNull(),
    expiresAt: moment().notNull(),
  },
  (table) => [uniqueIndex('sign_on_attempts_state_unique').on(table.stateHash), index('sign_on_attempts_expiry').on(table.expiresAt)],
);

/** People whom a provider has vouched for, between their coming back and the page's asking for their tokens. */
export const signOnHandovers = installationTable(
  'sign_on_handovers',
  {
    codeHash: text().notNull(),
    browserHash: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The provider's tenant, in which alone the sign-in will count. */
    onlyTenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
  },
  (table) => [uniqueIndex('sign_on_handovers_code_unique').on(table.codeHash), index('sign_on_handovers_expiry').on(table.expiresAt)],
);
