import type { Clock } from '#platform/clock.ts';
import { createDatabase, type Database, waitForDatabase } from '#platform/db/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts';
import { ownedByOrdinaryUser } from '#platform/db/embedded/ordinary-owner.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Config } from './config.ts';
import { migrationPlan } from './migration-plan.ts';

export interface OpenedDatabase {
  database: Database;
  /** Our own PostgreSQL, when no other was given. */
  embedded: EmbeddedPostgres | undefined;
  close(): Promise<void>;
}

/** Beside what jobs and listening take for themselves. */
const POOL_SIZE = 20;
/** What a given database may take to come up: it is often started at the same moment. */
const WAIT_MS = 30_000;

/** Starts or reaches the database and brings it to this version. What was started is stopped again when that fails. */
export async function openDatabase(config: Config, clock: Clock, logger: Logger): Promise<OpenedDatabase> {
  const embedded =
    config.database.kind === 'embedded'
      ? await startEmbeddedPostgres({ dataDirectory: config.storage.dataDirectory, logger, clock })
      : undefined;
  let database: Database | undefined;
  const close = async () => {
    await database?.close();
    await embedded?.stop();
  };
  try {
    const connection =
      config.database.kind === 'external' ? config.database.url : embedded && (await ownedByOrdinaryUser(embedded.connection));
    if (connection === undefined) throw new Error('There is no database to connect to.');
    database = createDatabase({ connection, poolSize: POOL_SIZE, logger });
    await waitForDatabase(database, clock, WAIT_MS);
    await migrateDatabase(database, migrationPlan);
    return { database, embedded, close };
  } catch (error) {
    await close();
    throw error;
  }
}
