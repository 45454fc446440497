import { createHash } from 'node:crypto';
import { getTableName } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { PgTable } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import type { Database } from './database.ts';
import { APP_ROLE, DatabaseSetupError, ensureRoles, SYSTEM_ROLE } from './roles.ts';
import { rowLevelSecuritySql } from './row-level-security.ts';

export interface MigrationPlan {
  /** Absolute path of the folder that drizzle-kit writes. */
  migrationsFolder: string;
  /** Every table of the product: `app/tables.ts`. */
  tables: readonly PgTable[];
  /** Functions and grants that belong to a feature; repeatable SQL, run as the owner after the tables exist. */
  functions: readonly string[];
  /** Schemas of libraries, such as the job queue's; run under the same lock. */
  libraries: readonly ((client: pg.Client) => Promise<void>)[];
}

/** Any number that no other program uses for its advisory locks: "foyer" in ASCII. */
const MIGRATION_LOCK = 0x666f796572;

/**
 * Brings the database to this version of the product: roles, tables, row-level security, functions. Several nodes may start
 * at once: one does it, the others wait for it. It can be run again at any time.
 * @throws {DatabaseSetupError} where the database user may not do what is needed
 */
export async function migrateDatabase(database: Database, plan: MigrationPlan): Promise<void> {
  const client = database.dedicatedClient();
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await requireUtf8(client);
    await ensureRoles(client);
    await migrate(drizzle(client), { migrationsFolder: plan.migrationsFolder, migrationsSchema: 'foyer_migrations' });
    for (const install of plan.libraries) await install(client);
    await applySecurity(client, plan);
  } finally {
    // Ending the connection frees the lock, also when unlocking would fail.
    await client.end().catch(() => {});
  }
}

/** Text is stored as it is written, in any language. */
async function requireUtf8(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>(`select current_setting('server_encoding') as encoding`);
  if (rows[0]?.encoding !== 'UTF8') {
    throw new DatabaseSetupError(`The database has the encoding ${rows[0]?.encoding}: create it with ENCODING 'UTF8'.`);
  }
}

/** In one transaction, so that no moment exists in which a table is open; skipped when nothing has changed since last time. */
async function applySecurity(client: pg.Client, plan: MigrationPlan): Promise<void> {
  const statements = [
    `grant usage on schema public to ${APP_ROLE}, ${SYSTEM_ROLE}`,
    ...rowLevelSecuritySql(plan.tables),
    ...plan.functions,
  ];
  const hash = createHash('sha256').update(statements.join(';\n')).digest('hex');
  await client.query('create table if not exists foyer_migrations.security (hash text not null)');
  const { rows } = await client.query<{ hash: string }>('select hash from foyer_migrations.security');
  const { rows: open } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_class where oid = any($1::regclass[]) and not (relrowsecurity and relforcerowsecurity)`,
    [plan.tables.map((table) => `"${getTableName(table)}"`)],
  );
  if (rows[0]?.hash === hash && open[0]?.count === 0) return;
  await client.query('begin');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('delete from foyer_migrations.security');
    await client.query('insert into foyer_migrations.security (hash) values ($1)', [hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
