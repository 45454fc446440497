import type { Clock } from '#platform/clock.ts';
import { createDatabase, type Database, waitForDatabase } from '#platform/db/database.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts';
import { ownedByOrdinaryUser } from '#platform/db/embedded/ordinary-owner.ts';
import { connectionToRunning, hasEmbeddedDatabase } from '#platform/db/embedded/running-server.ts';
import { AppError, SetupError } from '#platform/errors.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import type { Config } from './config.ts';

const WAIT_MS = 10_000;

/**
 * The installation's database as it is, for commands that look at it beside the server: nothing is made and no migration runs.
 * An embedded one is used while the server runs it, and else started for as long as this takes.
 */
export async function openForReading(config: Config, clock: Clock): Promise<{ database: Database; close(): Promise<void> }> {
  const { connection, stop } = await connectionOf(config, clock);
  const database = createDatabase({ connection, poolSize: 2, logger: silentLogger });
  const close = async () => {
    await database.close();
    await stop();
  };
  try {
    await waitForDatabase(database, clock, WAIT_MS);
    return { database, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connectionOf({ database, storage }: Config, clock: Clock) {
  const nothing = async () => {};
  if (database.kind === 'external') return { connection: database.url, stop: nothing };
  const { dataDirectory } = storage;
  if (!hasEmbeddedDatabase(dataDirectory))
    throw new SetupError(`There is no database in ${dataDirectory}: set FOYER_DATA_DIR or DATABASE_URL.`);
  try {
    const embedded = await startEmbeddedPostgres({ dataDirectory, logger: silentLogger, clock });
    return { connection: await ownedByOrdinaryUser(embedded.connection), stop: () => embedded.stop() };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DATA_DIRECTORY_IN_USE') throw error;
    return { connection: await ownedByOrdinaryUser(await connectionToRunning(dataDirectory)), stop: nothing };
  }
}
