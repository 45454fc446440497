import type { ZodType } from 'zod';
import type { TenantScope } from '../db/tenant-scope.ts';
import type { Logger } from '../telemetry/logger.ts';

/** What is needed to enqueue a job: a service can hold it without what runs the job. */
export interface JobType<P = unknown> {
  /** Stored with every job of this type: a new name is a new type. */
  readonly name: string;
  /** Ids and small facts; what people wrote is read from the database when the job runs. */
  readonly payload: ZodType<P>;
  /** After attempt n the next one waits e^min(n, 10) seconds: 3 s, 7 s, 20 s, 55 s, 2.5 min … 2.3 h; ten attempts take 3.5 h. */
  readonly maxAttempts: number;
  /** After this long the signal is aborted, and soon afterwards the attempt counts as failed. */
  readonly timeoutMs: number;
  /** It waits for somebody else, such as a language model. Slow jobs have workers of their own, so that no other job waits behind them. */
  readonly isSlow: boolean;
}

export interface JobContext {
  /** The tenant whose transaction enqueued the job; undefined for jobs of the installation. */
  readonly scope: TenantScope | undefined;
  readonly jobId: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Aborted when the job takes too long, when the process stops, and when other nodes took this one for dead. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

export interface JobDefinition<P = unknown> extends JobType<P> {
  /**
   * Runs at least once: again after a failure, and also after a success that a dying process could not note down. What must not
   * happen twice is keyed by the job id or checked in the database. Throw `PermanentJobFailure` where trying again is pointless.
   */
  run(payload: P, context: JobContext): Promise<void>;
}

type Declaration<P> = Pick<JobType<P>, 'name' | 'payload'> & Partial<Pick<JobType<P>, 'maxAttempts' | 'timeoutMs' | 'isSlow'>>;

/** Also of a job that says nothing when it is enqueued. */
export const DEFAULT_MAX_ATTEMPTS = 10;
const DEFAULT_TIMEOUT_MS = 60_000;
const NAME = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/;
/** The queue's own limit. */
const MAX_NAME_LENGTH = 128;

/** @throws {Error} for a name or limit that the queue cannot hold */
export function declareJob<P>(declaration: Declaration<P>): JobType<P> {
  const { name, maxAttempts = DEFAULT_MAX_ATTEMPTS, timeoutMs = DEFAULT_TIMEOUT_MS, isSlow = false } = declaration;
  if (!NAME.test(name) || name.length > MAX_NAME_LENGTH) {
    throw new Error(
      `“${name}” cannot name a job: use lower-case words with hyphens, joined by dots, at most ${MAX_NAME_LENGTH} characters.`,
    );
  }
  if (!Number.isInteger(maxAttempts) || maxAttempts < 1 || maxAttempts > 1_000) {
    throw new Error(`The job ${name} asks for ${maxAttempts} attempts: it must be a whole number from 1 to 1000.`);
  }
  if (!(timeoutMs > 0)) throw new Error(`The job ${name} has a time limit of ${timeoutMs} ms: it must be above zero.`);
  return { name, payload: declaration.payload, maxAttempts, timeoutMs, isSlow };
}

/** A job with what runs it. */
export function defineJob<P>(definition: Declaration<P> & Pick<JobDefinition<P>, 'run'>): JobDefinition<P> {
  return { ...declareJob(definition), run: definition.run };
}

/** By name. @throws {Error} when two jobs have the same name */
export function jobsByName(jobs: readonly JobDefinition[]): ReadonlyMap<string, JobDefinition> {
  const byName = new Map<string, JobDefinition>();
  for (const job of jobs) {
    if (byName.has(job.name)) throw new Error(`Two jobs are called ${job.name}.`);
    byName.set(job.name, job);
  }
  return byName;
}
