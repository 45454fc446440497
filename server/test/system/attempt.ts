import type pg from 'pg';
import { sqlStateOf } from '#platform/db/database-errors.ts';
import type { TestDatabase } from '#test/test-database.ts';

/** What became of a statement. */
export type Outcome = { rows: Record<string, unknown>[]; count: number } | { refused: string; message: string };

export interface Session {
  /** Runs one statement in a savepoint, so that a refusal does not end the transaction. */
  try(text: string, values?: unknown[]): Promise<Outcome>;
}

export interface Attempts {
  /** One transaction over the product's own connection, as the ordinary owner who takes on `role`; rolled back unless said otherwise. */
  as<T>(role: string | undefined, tenantSetting: string | undefined, work: (session: Session) => Promise<T>, end?: End): Promise<T>;
  /** How many statements were tried so far. */
  count(): number;
}

type End = 'rollback' | 'commit';

export const INSUFFICIENT_PRIVILEGE = '42501';

export function createAttempts({ database }: TestDatabase): Attempts {
  let count = 0;

  const sessionOn = (client: pg.PoolClient): Session => ({
    try: async (text, values = []) => {
      count += 1;
      await client.query('savepoint attempt');
      try {
        const result = await client.query<Record<string, unknown>>(text, values);
        await client.query('release savepoint attempt');
        return { rows: result.rows, count: result.rowCount ?? 0 };
      } catch (error) {
        await client.query('rollback to savepoint attempt');
        return { refused: sqlStateOf(error) ?? 'unknown', message: error instanceof Error ? error.message : String(error) };
      }
    },
  });

  return {
    count: () => count,
    as: async (role, tenantSetting, work, end = 'rollback') => {
      const client = await database.connect();
      try {
        await client.query('begin');
        if (tenantSetting !== undefined) await client.query(`select set_config('foyer.tenant_id', $1, true)`, [tenantSetting]);
        if (role !== undefined) await client.query(`set local role ${role}`);
        const result = await work(sessionOn(client));
        await client.query(end);
        return result;
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
  };
}

/** Nothing was seen or changed: either no row was found, or the statement was refused for want of rights. */
export function touchedNothing(outcome: Outcome): boolean {
  return 'refused' in outcome ? outcome.refused === INSUFFICIENT_PRIVILEGE : outcome.count === 0;
}
