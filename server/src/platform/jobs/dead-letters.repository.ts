import { sql } from 'drizzle-orm';
import type { SystemTransaction, TenantTransaction } from '../db/unit-of-work.ts';

/** A job that will not be tried again by itself. */
export interface DeadLetter {
  id: string;
  name: string;
  /** Null for jobs of the installation. */
  tenantId: string | null;
  attempts: number;
  /** Kind and code of the last error; nothing that people wrote. */
  lastError: string | null;
  createdAt: Date;
}

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  tenant_id: string | null;
  attempts: number;
  last_error: string | null;
  created_at: string | Date;
}

/** A tenant's transaction sees its own, a system transaction sees those of everybody: the view decides. */
type AnyTransaction = TenantTransaction | SystemTransaction;

/** Newest first, those with a lower id than `before`. */
export async function selectDeadLetters(tx: AnyTransaction, { before, limit }: { before?: string; limit: number }): Promise<DeadLetter[]> {
  const { rows } = await tx.execute<Row>(
    sql`select id, name, tenant_id, attempts, last_error, created_at from foyer_dead_letters
         where ${before ?? null}::bigint is null or id < ${before ?? null}::bigint order by id desc limit ${limit}`,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    tenantId: row.tenant_id,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: new Date(row.created_at),
  }));
}

export async function countDeadLetters(tx: AnyTransaction): Promise<number> {
  const { rows } = await tx.execute<{ count: string }>(sql`select count(*) as count from foyer_dead_letters`);
  return Number(rows[0]?.count ?? 0);
}

/** Lets it be tried again from the beginning, now; false when there is none with this id. */
export async function reviveDeadLetter(tx: AnyTransaction, id: string): Promise<boolean> {
  const { rowCount } = await tx.execute(
    sql`update foyer_dead_letters set attempts = 0, run_at = now(), last_error = null, updated_at = now() where id = ${id}::bigint`,
  );
  return rowCount === 1;
}
