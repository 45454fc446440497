import { index, integer, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { installationTable, moment } from '#platform/db/tables.ts';
import { people } from '../members/members.tables.ts';
import { tenants } from '../tenants/tenants.tables.ts';

/** One sign-in of a person on one device. Access tokens name it, and it is looked up on every request. */
export const signIns = installationTable(
  'sign_ins',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Moves on with every refresh. */
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    revokedBecause: text({
      enum: [
        'signed-out',
        'signed-out-elsewhere',
        'token-reused',
        'password-changed',
        'password-reset',
        'second-factor-changed',
        'single-sign-on-changed',
        'idle',
      ],
    }),
    /** When it was last used for anything, to the minute. */
    lastUsedAt: moment().notNull().defaultNow(),
    /** The device, as its browser called itself, and where it signed in from: for the person to recognise it. */
    userAgent: text(),
    ipAddress: text(),
    /** Set where an identity provider of this tenant vouched for the person: what one tenant's provider says counts in that tenant alone. */
    onlyTenantId: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
  },
  (table) => [index('sign_ins_person').on(table.personId), index('sign_ins_only_tenant').on(table.onlyTenantId)],
);

/** The refresh tokens of a sign-in, by their hashes. Those that were rotated stay until they expire, so that reuse is noticed. */
export const refreshTokens = installationTable(
  'refresh_tokens',
  {
    signInId: uuid()
      .notNull()
      .references(() => signIns.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    expiresAt: moment().notNull(),
    rotatedAt: moment(),
  },
  (table) => [uniqueIndex('refresh_tokens_hash_unique').on(table.tokenHash), index('refresh_tokens_sign_in').on(table.signInId)],
);

/**
 * Failed sign-ins per address, by its hash. They are kept for every address that anybody tries, so that a lock-out
 * does not tell which addresses belong to somebody.
 */
export const failedSignIns = installationTable(
  'failed_sign_ins',
  {
    addressHash: text().notNull(),
    attempts: integer().notNull(),
    lastFailedAt: moment().notNull(),
    lockedUntil: moment(),
  },
  (table) => [uniqueIndex('failed_sign_ins_address_unique').on(table.addressHash), index('failed_sign_ins_last').on(table.lastFailedAt)],
);
