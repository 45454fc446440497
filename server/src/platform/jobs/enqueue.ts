import { sql } from 'drizzle-orm';
import type { TransactionPorts } from '../db/unit-of-work.ts';
import { DEFAULT_MAX_ATTEMPTS } from './define-job.ts';

/** With name and tenant it has to fit into the queue's 512 characters. */
const MAX_KEY_LENGTH = 300;

/**
 * Adds a job in the caller's transaction. The tenant comes from the transaction's own setting, in the database, whoever calls.
 * @throws {Error} for a key that is empty or too long
 */
export const enqueueJob: TransactionPorts['enqueue'] = async (db, _tenantId, jobName, payload, { runAt, key, maxAttempts }) => {
  if (key !== undefined && (key.length === 0 || key.length > MAX_KEY_LENGTH)) {
    throw new Error(`The key of a job ${jobName} must have 1 to ${MAX_KEY_LENGTH} characters.`);
  }
  await db.execute(
    sql`select foyer_enqueue(${jobName}, ${JSON.stringify(payload ?? null)}::jsonb, ${runAt?.toISOString() ?? null}::timestamptz,
                             ${key ?? null}, ${maxAttempts ?? DEFAULT_MAX_ATTEMPTS}::integer)`,
  );
};
