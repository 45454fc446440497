import type { Pool } from 'pg';
import type { Logger } from '../telemetry/logger.ts';
import { isOutOfRoom } from './database-errors.ts';

/** Whether the database can store anything: it may answer every question and yet have no room left. */
export interface DatabaseRoom {
  /** Told of every failed transaction. */
  note(error: unknown): void;
  /** False from a failure for want of room until there is some again. */
  isThere(): Promise<boolean>;
}

// About a megabyte, in a table of this transaction alone: tables grow on the same disk.
const TAKE_ROOM = `create temporary table foyer_room on commit drop as select repeat('x', 1000) from generate_series(1, 1000)`;

export function createDatabaseRoom(pool: Pool, logger: Logger): DatabaseRoom {
  let isMissing = false;

  return {
    note: (error) => {
      if (isMissing || !isOutOfRoom(error)) return;
      isMissing = true;
      logger.error('The database has no room left: nothing can be stored until there is some');
    },
    isThere: async () => {
      // It costs something to look, so that is done only after a failure.
      if (!isMissing) return true;
      if (!(await takesRoom(pool))) return false;
      isMissing = false;
      logger.info('The database has room again');
      return true;
    },
  };
}

async function takesRoom(pool: Pool): Promise<boolean> {
  const client = await pool.connect().catch(() => undefined);
  if (!client) return false;
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query(TAKE_ROOM);
    return true;
  } catch (error) {
    // Whoever may not make such a table learns nothing by trying; the next failure tells.
    return !isOutOfRoom(error);
  } finally {
    await client.query('rollback').catch((error: Error) => {
      broken = error;
    });
    client.release(broken);
  }
}
