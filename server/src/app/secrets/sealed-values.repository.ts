import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import type { SealedColumn, StoredRow } from './sealed-columns.ts';

/** A transaction of either kind: what it may see decides whose rows these are. */
type Queries = Pick<NodePgDatabase, 'execute'>;
type Place = Pick<SealedColumn, 'table' | 'column'>;

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Rows that hold a sealed value, by their ids. */
export async function listSealedRows(
  tx: Queries,
  { table, column }: Place,
  after: string | undefined,
  limit: number,
): Promise<StoredRow[]> {
  const name = sql.identifier(column);
  const { rows } = await tx.execute<StoredRow>(
    sql`select * from ${sql.identifier(table)} where id > ${after ?? FIRST}::uuid and ${name} is not null order by id limit ${limit}`,
  );
  return rows;
}

/** Only if it is still the value that was read: somebody may have changed it since. When the row was changed stays as it is. */
export async function replaceSealedValue(
  tx: Queries,
  { table, column }: Place,
  { id, from, to }: { id: string; from: string; to: string },
): Promise<boolean> {
  const name = sql.identifier(column);
  const { rowCount } = await tx.execute(
    sql`update ${sql.identifier(table)} set ${name} = ${to} where id = ${id}::uuid and ${name} = ${from}`,
  );
  return rowCount === 1;
}

/** Sealed payloads of jobs that wait or were given up: mails to accounts. They are not sealed anew, but run and go. */
export async function listSealedJobs(client: Pick<PoolClient, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ payload: string }>(`select payload::text as payload from graphile_worker._private_jobs`);
  return rows.flatMap(({ payload }) => [...payload.matchAll(/"sealed":\s*"(1\.[^"]+)"/g)].map(([, sealed = '']) => sealed));
}
