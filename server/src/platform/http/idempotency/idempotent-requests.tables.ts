import { index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { installationTable, moment } from '../../db/tables.ts';

/**
 * Requests that came with an `Idempotency-Key`, and their answers. Only the system reaches them, always by the caller: some of them are
 * made before there is a tenant.
 */
export const idempotentRequests = installationTable(
  'idempotent_requests',
  {
    /** Who asked, such as `person:<id>`; keys of different callers have nothing to do with each other. */
    principal: text().notNull(),
    /** Method and pattern, such as `POST /apps`. */
    route: text().notNull(),
    /** SHA-256 in hex, as is the fingerprint. */
    keyHash: text().notNull(),
    /** Of everything in the request that decides what it does. */
    fingerprint: text().notNull(),
    /** Whose attempt it is: whoever lost it to another one can commit nothing any more. */
    owner: uuid().notNull(),
    /** Until then the attempt counts as running. */
    leaseUntil: moment().notNull(),
    /** Set in the transaction of the first effect; from then on nobody tries again. */
    effectAt: moment(),
    finishedAt: moment(),
    /** The answer; null while there is none, its body null too where it showed a secret. */
    status: integer(),
    headers: jsonb().$type<Record<string, string | readonly string[]>>(),
    body: text(),
  },
  (table) => [
    uniqueIndex('idempotent_requests_key_unique').on(table.principal, table.route, table.keyHash),
    index('idempotent_requests_created').on(table.createdAt),
  ],
);
