import type { CreatedBetween } from '@foyer/contracts/lists.ts';
import { and, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Rows with this text somewhere in one of the columns, in capitals or not; everything, when there is none. */
export function contains(q: string | undefined, ...columns: readonly PgColumn[]): SQL | undefined {
  if (q === undefined) return undefined;
  return or(...columns.map((column) => sql`strpos(lower(${column}), lower(${q})) > 0`));
}

/** Rows that were made after the one moment and before the other, as far as they are given. */
export function createdBetween(column: PgColumn, { createdAfter, createdBefore }: CreatedBetween): SQL | undefined {
  return and(
    createdAfter === undefined ? undefined : gt(column, new Date(createdAfter)),
    createdBefore === undefined ? undefined : lt(column, new Date(createdBefore)),
  );
}
