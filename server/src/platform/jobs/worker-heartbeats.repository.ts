import pg from 'pg';
import { SYSTEM_ROLE } from '../db/roles.ts';
import { LIFE_LOCK } from './jobs.functions.ts';

/** One message and one transaction of the server's making: a process that is stopped in the middle of it holds no lock. */
async function asSystem(pool: pg.Pool, statement: string): Promise<Record<string, unknown>> {
  const answer: unknown = await pool.query(`set local role ${SYSTEM_ROLE}; ${statement}`);
  const [, result] = answer as { rows: Record<string, unknown>[] }[];
  return result?.rows[0] ?? {};
}

const literal = pg.escapeLiteral;

/** A sign of life; true when the worker had been taken for dead. */
export async function beat(pool: pg.Pool, worker: string, jobNames: readonly string[]): Promise<boolean> {
  const names = `array[${jobNames.map(literal).join(', ')}]::text[]`;
  const { dead } = await asSystem(pool, `select foyer_worker_beat(${literal(worker)}, ${names}) as dead`);
  return dead === true;
}

/** When a worker counts as dead: silent for so long; or for so long, while the lock that its process held is free. */
export interface SignsOfDeath {
  silentForMs: number;
  goneForMs: number;
}

/** Frees the jobs of dead workers, and sets aside jobs that no living worker knows. */
export async function sweepWorkers(pool: pg.Pool, { silentForMs, goneForMs }: SignsOfDeath): Promise<{ freed: number; unknown: number }> {
  const interval = (ms: number) => `interval '${Math.trunc(ms)} milliseconds'`;
  const { freed, unknown } = await asSystem(pool, `select * from foyer_sweep_workers(${interval(silentForMs)}, ${interval(goneForMs)})`);
  return { freed: Number(freed), unknown: Number(unknown) };
}

/** A connection that holds the worker's life lock: the database lets go of it the moment that the process is gone. */
export interface Lifeline {
  isCut(): boolean;
  letGo(): void;
}

export async function holdLifeline(pool: pg.Pool, worker: string): Promise<Lifeline> {
  const client = await pool.connect();
  let isCut = false;
  client.once('end', () => {
    isCut = true;
  });
  try {
    await client.query(`select pg_advisory_lock(${LIFE_LOCK}, hashtext(${literal(worker)}))`);
  } catch (error) {
    client.release(true);
    throw error;
  }
  return { isCut: () => isCut, letGo: () => client.release(true) };
}

/** The worker stopped in an orderly way. */
export async function removeWorker(pool: pg.Pool, worker: string): Promise<void> {
  await asSystem(pool, `delete from worker_heartbeats where worker = ${literal(worker)}`);
}
