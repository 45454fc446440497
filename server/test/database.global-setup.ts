import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrationPlan } from '#app/migration-plan.ts';
import { systemClock } from '#platform/clock.ts';
import { createDatabase } from '#platform/db/database.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';

/** Where the tests' databases are: the owner is an ordinary user, as in production. */
export interface TestCluster {
  /** Connects as the ordinary owner; the database name is to be appended. */
  ownerUrl: string;
  /** Connects as a superuser, for what tests do behind the product's back. */
  superuserUrl: string;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

const OWNER = 'foyer_test_owner';
const OWNER_PASSWORD = 'only-for-tests';

/**
 * Starts one PostgreSQL for the whole run (or uses FOYER_TEST_DATABASE_URL, a superuser's connection string of a server that
 * tests may fill) and migrates one template, which every test file clones.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const template = `foyer_template_${process.pid}`;
  await asSuperuser(server.superuserUrl, async (client) => {
    await client.query(
      `do $$ begin if not exists (select from pg_roles where rolname = '${OWNER}') then create role ${OWNER} login createrole password '${OWNER_PASSWORD}'; end if; end $$`,
    );
    await client.query(`create database ${template} owner ${OWNER}`);
  });
  const ownerUrl = withUser(server.superuserUrl, OWNER, OWNER_PASSWORD);
  const database = createDatabase({ connection: databaseUrl(ownerUrl, template), poolSize: 2, logger: silentLogger });
  await migrateDatabase(database, migrationPlan);
  await database.close();
  project.provide('cluster', { ownerUrl, superuserUrl: server.superuserUrl, template });

  return async () => {
    if (server.borrowed)
      await asSuperuser(server.superuserUrl, (client) => client.query(`drop database if exists ${template} with (force)`));
    await server.stop();
  };
}

async function startServer(): Promise<{ superuserUrl: string; borrowed: boolean; stop: () => Promise<void> }> {
  const given = process.env.FOYER_TEST_DATABASE_URL;
  if (given) return { superuserUrl: given, borrowed: true, stop: async () => {} };

  const directory = mkdtempSync(join(tmpdir(), 'foyer-test-'));
  const server = await startEmbeddedPostgres({
    dataDirectory: directory,
    logger: silentLogger,
    clock: systemClock,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  const { host, port, user, password } = server.connection;
  const superuserUrl = `postgresql://${user}:${encodeURIComponent(password)}@/?host=${encodeURIComponent(host)}&port=${port}`;
  return {
    superuserUrl,
    borrowed: false,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
}

function withUser(url: string, user: string, password: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/, `$1${user}:${password}@`);
}

async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl(url, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
