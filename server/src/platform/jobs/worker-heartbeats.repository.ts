import pg from 'pg';
import { SYSTEM_ROLE } from '../db/roles.ts';

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

/** Frees the jobs of workers that have been silent for this long, and sets aside jobs that no living worker knows. */
export async function sweepWorkers(pool: pg.Pool, silentForMs: number): Promise<{ freed: number; unknown: number }> {
  const { freed, unknown } = await asSystem(pool, `select * from foyer_sweep_workers(interval '${Math.trunc(silentForMs)} milliseconds')`);
  return { freed: Number(freed), unknown: Number(unknown) };
}

/** The worker stopped in an orderly way. */
export async function removeWorker(pool: pg.Pool, worker: string): Promise<void> {
  await asSystem(pool, `delete from worker_heartbeats where worker = ${literal(worker)}`);
}
