import { text } from 'drizzle-orm/pg-core';
import { installationTable, moment } from '../db/tables.ts';

/** Signs of life of the processes that run jobs, in the database's time: what a dead one had locked is freed by the others. */
export const workerHeartbeats = installationTable('worker_heartbeats', {
  /** The name under which the worker locks its jobs. */
  worker: text().notNull().unique(),
  lastBeatAt: moment().notNull(),
  /** Set when another node freed this worker's jobs: one that was only paused learns it from its next beat. */
  declaredDeadAt: moment(),
  /** The jobs that this worker can run, so that a job that nobody alive knows can be told from one of a newer version. */
  jobNames: text().array().notNull(),
});
