import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { nobodyAudits } from '#platform/db/audit.testing.ts';
import { createDatabase, type Database } from '#platform/db/database.ts';
import { grantTenantScope, type TenantScope } from '#platform/db/tenant-scope.ts';
import { createUnitOfWork, type TransactionPorts, type UnitOfWork } from '#platform/db/unit-of-work.ts';
import { newId } from '#platform/ids.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { databaseUrl, type TestCluster } from './database.global-setup.ts';

export interface TestDatabase {
  /** As the ordinary owner: what the product is given. */
  connectionString: string;
  /** As a superuser, to look at or to change what the product may not. */
  superuserConnectionString: string;
  database: Database;
  /** A unit of work on this database; events and jobs go where `ports` send them (nowhere by default). */
  unitOfWork(ports?: Partial<TransactionPorts>): UnitOfWork;
  /** A query behind the product's back. */
  asSuperuser<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

let counter = 0;

/** A migrated, empty database of its own, cloned from the template of this run (or of another server). Closed and dropped by `close`. */
export async function createTestDatabase(options: { poolSize?: number; cluster?: TestCluster } = {}): Promise<TestDatabase> {
  const cluster = options.cluster ?? inject('cluster');
  counter += 1;
  const name = `foyer_test_${process.pid}_${counter}_${newId().slice(-6)}`;
  await admin(cluster.superuserUrl, `create database ${name} template ${cluster.template} owner foyer_test_owner`);
  const connectionString = databaseUrl(cluster.ownerUrl, name);
  const superuserConnectionString = databaseUrl(cluster.superuserUrl, name);
  const database = createDatabase({ connection: connectionString, poolSize: options.poolSize ?? 10, logger: silentLogger });
  const superuser = new pg.Pool({ connectionString: superuserConnectionString, max: 2 });
  superuser.on('error', () => {});
  return {
    connectionString,
    superuserConnectionString,
    database,
    unitOfWork: (ports = {}) => createUnitOfWork(database, { ...NO_PORTS, ...ports }),
    asSuperuser: async (sql, values) => (await superuser.query(sql, values)).rows,
    close: async () => {
      await database.close();
      await superuser.end();
      await admin(cluster.superuserUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

/** A test database that is dropped when the current test ends. */
export async function useTestDatabase(options?: { poolSize?: number }): Promise<TestDatabase> {
  const database = await createTestDatabase(options);
  onTestFinished(() => database.close());
  return database;
}

/** The scope of a tenant that exists only as an id. */
export const scopeOfNewTenant = (): TenantScope => grantTenantScope(newId(), { kind: 'system' });

const NO_PORTS: TransactionPorts = {
  recordEvents: async () => {},
  enqueue: async () => {},
  eventsCommitted: () => {},
  audit: nobodyAudits,
};

async function admin(superuserUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(superuserUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
