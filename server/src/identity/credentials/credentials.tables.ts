import { bigint, index, integer, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { installationTable, moment } from '#platform/db/tables.ts';
import { people } from '../members/members.tables.ts';

/**
 * Codes of six digits that were sent by mail. There is one for every address that anybody asks for, whether it belongs to somebody or not,
 * so that the table and the time that it takes tell nothing.
 */
export const oneTimeCodes = installationTable(
  'one_time_codes',
  {
    purpose: text({ enum: ['sign-in', 'verify-email'] }).notNull(),
    addressHash: text().notNull(),
    /** Sealed and not hashed: of a million possible codes a hash hides nothing. */
    sealedCode: text().notNull(),
    attempts: integer().notNull().default(0),
    expiresAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('one_time_codes_address_unique').on(table.purpose, table.addressHash),
    index('one_time_codes_expiry').on(table.expiresAt),
  ],
);

/** Tokens with which a forgotten password can be replaced, by their hashes. */
export const passwordResets = installationTable(
  'password_resets',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    expiresAt: moment().notNull(),
  },
  (table) => [uniqueIndex('password_resets_hash_unique').on(table.tokenHash), index('password_resets_person').on(table.personId)],
);

/** The authenticator app of a person. It counts from the moment that it was confirmed. */
export const secondFactors = installationTable(
  'second_factors',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sealedSecret: text().notNull(),
    confirmedAt: moment(),
    /** The newest half-minute whose code was used: none works twice. */
    lastUsedStep: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [uniqueIndex('second_factors_person_unique').on(table.personId)],
);

/** What stands in for a lost authenticator app, each once; by their hashes. */
export const recoveryCodes = installationTable(
  'recovery_codes',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    codeHash: text().notNull(),
  },
  (table) => [uniqueIndex('recovery_codes_person_code_unique').on(table.personId, table.codeHash)],
);

/** Who has registered and not yet shown that the address is theirs. Nobody can sign in with it. */
export const pendingRegistrations = installationTable(
  'pending_registrations',
  {
    addressHash: text().notNull(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    locale: text(),
    expiresAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('pending_registrations_address_unique').on(table.addressHash),
    index('pending_registrations_expiry').on(table.expiresAt),
  ],
);
