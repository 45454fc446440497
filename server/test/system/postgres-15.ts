import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrationPlan } from '#app/migration-plan.ts';
import { systemClock } from '#platform/clock.ts';
import { createDatabase } from '#platform/db/database.ts';
import { SYSTEM_BINARIES } from '#platform/db/embedded/embedded-postgres.testing.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import type { TestCluster } from '#test/database.global-setup.ts';

export interface StartedPostgres15 {
  /** Connection string of the superuser: what FOYER_TEST_DATABASE_URL takes. */
  superuserUrl: string;
  stop(): Promise<void>;
}

/** A PostgreSQL 15 of the operating system's, the oldest that we support, on a socket and in a directory of its own. */
export async function startPostgres15(): Promise<StartedPostgres15> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'foyer-postgres-15-')));
  const server = await startEmbeddedPostgres({
    dataDirectory: directory,
    binaries: SYSTEM_BINARIES,
    logger: silentLogger,
    clock: systemClock,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  const { host, port, user, password } = server.connection;
  return {
    superuserUrl: `postgresql://${user}:${encodeURIComponent(password)}@/postgres?host=${encodeURIComponent(host)}&port=${port}`,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const TEMPLATE = 'foyer_template';
const OWNER = 'foyer_test_owner';

/** Migrates a template on that server as an ordinary user, as the run's own server has one. */
export async function prepareCluster(superuserUrl: string): Promise<TestCluster> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`create role ${OWNER} login createrole password '${OWNER}'`);
    await client.query(`create database ${TEMPLATE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
  const ownerUrl = superuserUrl.replace(/:\/\/[^@]*@/, `://${OWNER}:${OWNER}@`);
  const connection = ownerUrl.replace('/postgres?', `/${TEMPLATE}?`);
  const database = createDatabase({ connection, poolSize: 2, logger: silentLogger });
  await migrateDatabase(database, migrationPlan);
  await database.close();
  return { ownerUrl, superuserUrl, template: TEMPLATE };
}
