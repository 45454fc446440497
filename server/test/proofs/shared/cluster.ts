import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrationPlan } from '#app/migration-plan.ts';
import { systemClock } from '#platform/clock.ts';
import { createDatabase, type Database } from '#platform/db/database.ts';
import type { Connection } from '#platform/db/embedded/database-server.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts';
import { ownedByOrdinaryUser } from '#platform/db/embedded/ordinary-owner.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';

/** A database as a proof uses it, whoever runs its server. */
export interface ProofDatabase {
  /** As the ordinary owner: what the product is given. */
  connection: Connection | string;
  database: Database;
  /** As the superuser, behind the product's back. */
  superuser: pg.Pool;
}

/** A PostgreSQL of the proof's own, in a new folder. */
export interface ProofCluster extends ProofDatabase {
  superuserConnection: Connection;
  ownerConnection: Connection;
  version: string;
  stop(): Promise<void>;
}

/** Nothing kills the database server in these proofs, so it need not wait for the disk. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '600' };

export async function startCluster({ binaries }: { binaries?: string | undefined } = {}): Promise<ProofCluster> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'foyer-proof-')));
  const server = await startEmbeddedPostgres({
    dataDirectory: directory,
    logger: silentLogger,
    clock: systemClock,
    settings: SETTINGS,
    ...(binaries !== undefined && { binaries }),
  });
  const ownerConnection = await ownedByOrdinaryUser(server.connection);
  const database = createDatabase({ connection: ownerConnection, poolSize: 10, logger: silentLogger });
  const superuser = new pg.Pool({ ...server.connection, max: 4 });
  superuser.on('error', () => {});
  return {
    connection: ownerConnection,
    ownerConnection,
    superuserConnection: server.connection,
    database,
    superuser,
    version: server.version,
    stop: async () => {
      await database.close();
      await superuser.end();
      await server.stop();
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export const migrate = (database: Database): Promise<void> => migrateDatabase(database, migrationPlan);

/** PostgreSQL of the operating system, with the programs that the npm package leaves out. */
export function systemBinaries(): string {
  const root = '/usr/lib/postgresql';
  const given = process.env.FOYER_PROOF_POSTGRES_BIN;
  const versions = existsSync(root) ? readdirSync(root).sort((one, other) => Number(other) - Number(one)) : [];
  const found = [...(given ? [given] : []), ...versions.map((version) => join(root, version, 'bin'))].find((folder) =>
    ['initdb', 'postgres', 'pg_dump', 'psql'].every((program) => existsSync(join(folder, program))),
  );
  if (!found) {
    throw new Error(
      'This proof needs initdb, postgres, pg_dump and psql: install PostgreSQL, or name their folder in FOYER_PROOF_POSTGRES_BIN.',
    );
  }
  return found;
}
