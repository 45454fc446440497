import pg from 'pg';
import type { Clock } from '../clock.ts';
import { SetupError, unavailable } from '../errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import { isDatabaseUnavailable, sqlStateOf } from './database-errors.ts';
import { createDatabaseRoom, type DatabaseRoom } from './database-room.ts';

export interface DatabaseOptions {
  /** A connection string, or the parts that the embedded server gives. */
  connection: string | { host: string; port: number; user: string; password: string; database: string };
  poolSize: number;
  logger: Logger;
}

/** The pool of connections. It connects as the owner; every unit of work sets its own role. */
export interface Database {
  readonly logger: Logger;
  readonly pool: pg.Pool;
  readonly room: DatabaseRoom;
  /** @throws {AppError} DATABASE_UNAVAILABLE (503) */
  connect(): Promise<pg.PoolClient>;
  /** A connection of its own, outside the pool: for LISTEN and for migrations. The caller ends it. */
  dedicatedClient(): pg.Client;
  /** Whether a query gets an answer within `timeoutMs`. */
  isConnected(timeoutMs?: number): Promise<boolean>;
  close(): Promise<void>;
}

/** A statement that runs longer is cancelled: no request waits longer either. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** A transaction that its process forgot (stopped, partitioned) frees its locks. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;
const LOCK_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;

export function createDatabase({ connection, poolSize, logger }: DatabaseOptions): Database {
  const target = typeof connection === 'string' ? { connectionString: connection } : connection;
  const pool = new pg.Pool({
    ...target,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    application_name: 'foyer',
    keepAlive: true,
  });
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on('error', (error) => logger.warn('An idle database connection broke', { code: sqlStateOf(error) ?? error.name }));
  // One that breaks in use fails its query as well; this only keeps the event from ending the process. Not later than here: a server
  // that is being stopped may accept and hang up in the same packet, before whoever waits for the connection has it.
  pool.on('connect', (client) => client.on('error', () => {}));

  const database: Database = {
    logger,
    pool,
    room: createDatabaseRoom(pool, logger),
    connect: async () => {
      try {
        return await pool.connect();
      } catch (cause) {
        if (!isDatabaseUnavailable(cause)) throw cause;
        throw unavailable('DATABASE_UNAVAILABLE', 'The database cannot be reached at the moment.', { cause, retryAfterSeconds: 2 });
      }
    },
    dedicatedClient: () => {
      const client = new pg.Client({ ...target, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, application_name: 'foyer', keepAlive: true });
      client.on('error', () => {});
      return client;
    },
    isConnected: async (timeoutMs = 2_000) => {
      const timeout = new Promise<false>((resolve) => setTimeout(resolve, timeoutMs, false).unref());
      const answered = pool.query('select 1').then(
        () => true,
        () => false,
      );
      return Promise.race([answered, timeout]);
    },
    close: () => pool.end(),
  };
  return database;
}

/**
 * Waits until the database answers: it may be started at the same moment as we are.
 * @throws {AppError} DATABASE_UNAVAILABLE after `timeoutMs`; {SetupError} at once for what waiting cannot mend (wrong password, no such database)
 */
export async function waitForDatabase(database: Database, clock: Clock, timeoutMs = 30_000): Promise<void> {
  const startedMs = clock.monotonicMs();
  let told = false;
  for (;;) {
    const client = database.dedicatedClient();
    try {
      await client.connect();
      return;
    } catch (cause) {
      if (!isDatabaseUnavailable(cause)) throw refused(cause);
      if (clock.monotonicMs() - startedMs >= timeoutMs) {
        throw unavailable('DATABASE_UNAVAILABLE', `The database did not answer within ${Math.round(timeoutMs / 1000)} seconds.`, { cause });
      }
      if (!told) database.logger.info('Waiting for the database', { timeoutSeconds: timeoutMs / 1000 });
      told = true;
      await clock.sleep(500);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

function refused(cause: unknown): SetupError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SetupError(`The database refuses the connection: ${reason}. Check DATABASE_URL, or DB_HOST and what belongs to it.`, {
    cause,
  });
}
