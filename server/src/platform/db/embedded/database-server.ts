import pg from 'pg';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Runner } from './choose-runner.ts';
import { clusterDirectoryOf, DATABASE_USER_NAME } from './cluster.ts';
import { couldNotStart } from './embedded-postgres.errors.ts';
import { serverSettings, settingArguments } from './server-settings.ts';
import { PORT } from './socket-directory.ts';
import { runWatched, type WatchedProcess } from './watched-process.ts';

export interface Connection {
  /** The directory of the socket. */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

export const DATABASE_NAME = 'foyer';

interface Launch {
  folder: string;
  runner: Runner;
  connection: Connection;
  settings: Readonly<Record<string, string>>;
  logger: Logger;
}

/**
 * Starts PostgreSQL and resolves when it takes connections, however long it has to recover before.
 * @throws {AppError} DATABASE_NOT_STARTED
 */
export async function launchServer({ folder, runner, connection, settings, logger }: Launch): Promise<WatchedProcess> {
  const cluster = clusterDirectoryOf(folder);
  const ready = Promise.withResolvers<void>();
  const server = runWatched({
    command: runner.command('postgres', ['-D', cluster, ...settingArguments(serverSettings(connection.host, settings))]),
    directory: cluster,
    // Rolls open transactions back and writes everything out; then without writing out; then not asked.
    endings: [
      { signal: 'SIGINT', waitMs: 10_000 },
      { signal: 'SIGQUIT', waitMs: 5_000 },
      { signal: 'SIGKILL', waitMs: 0 },
    ],
    onLine: (line) => {
      if (line.includes('database system is ready to accept connections')) ready.resolve();
      if (/^(FATAL|PANIC)/.test(line)) logger.warn('the database server reports', { line });
      else logger.debug('the database server says', { line });
    },
  });
  const failed = server.exited.then(({ output }) => Promise.reject(couldNotStart(output || 'it said nothing')));
  failed.catch(() => undefined);
  await Promise.race([ready.promise, failed]);
  return server;
}

/** Makes our database in data that has none yet, and so shows that the password fits. */
export async function ensureDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`create database ${DATABASE_NAME}`);
  } finally {
    await client.end();
  }
}

export const connectionTo = (socketDirectory: string, password: string): Connection => ({
  host: socketDirectory,
  port: PORT,
  user: DATABASE_USER_NAME,
  password,
  database: DATABASE_NAME,
});
