import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { silentLogger } from '../telemetry/logger.ts';
import { queueLogger } from './queue-logger.ts';

/** The queue's own schema, brought to the version of the library; for `libraries` of the migration plan, under its lock. */
export async function installJobQueue(client: pg.Client): Promise<void> {
  const { host, port, user, password, database, ssl } = client;
  // The library takes a pool; the lock stays with the given connection.
  const pool = new pg.Pool({ host, port, user, password, database, ssl, max: 1 });
  pool.on('error', () => {});
  pool.on('connect', (connection) => connection.on('error', () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: queueLogger(silentLogger) });
  } finally {
    await pool.end();
  }
}
