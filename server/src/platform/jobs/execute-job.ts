import type { Clock } from '../clock.ts';
import { grantTenantScope } from '../db/tenant-scope.ts';
import type { Logger } from '../telemetry/logger.ts';
import { type JobDefinition, jobsByName } from './define-job.ts';
import { JobEnvelope, type QueuedJob } from './job-envelope.ts';
import { JobTimeout, PermanentJobFailure } from './job-failure.ts';

/** What a job may still do after its signal was aborted before the attempt is given up. */
const GRACE_MS = 5_000;

export type ExecuteJob = (job: QueuedJob, signal: AbortSignal) => Promise<void>;

/** Runs one attempt of a job, however it was taken from the queue. What it throws is the attempt's failure. */
export function createJobExecutor({ jobs, clock, logger }: { jobs: readonly JobDefinition[]; clock: Clock; logger: Logger }): ExecuteJob {
  const byName = jobsByName(jobs);

  return async (job, signal) => {
    const definition = byName.get(job.name);
    if (!definition) throw new PermanentJobFailure('No running version of Foyer knows a job of this name.');
    const { tenantId, payload } = openEnvelope(job, definition);
    await withinTime(clock, definition, signal, (limited) =>
      definition.run(payload, {
        scope: tenantId === null ? undefined : grantTenantScope(tenantId, { kind: 'job', id: job.id }),
        jobId: job.id,
        attempt: job.attempts,
        maxAttempts: job.maxAttempts,
        signal: limited,
        logger: logger.child({ job: job.name, jobId: job.id, tenantId: tenantId ?? undefined }),
      }),
    );
  };
}

function openEnvelope(job: QueuedJob, definition: JobDefinition): { tenantId: string | null; payload: unknown } {
  const envelope = JobEnvelope.safeParse(job.envelope);
  if (!envelope.success) throw new PermanentJobFailure('The job was not added through Foyer: its payload has no tenant.');
  const payload = definition.payload.safeParse(envelope.data.payload);
  if (payload.success) return { tenantId: envelope.data.tenantId, payload: payload.data };
  // Paths and kinds only: a message could quote a value.
  const wrong = payload.error.issues.map(({ path, code }) => `${path.join('.') || 'payload'} (${code})`).join(', ');
  throw new PermanentJobFailure(`The payload is not one of a job ${job.name}: ${wrong}.`);
}

/** Aborts at the time limit or with `signal`; a run that ignores that is left alone after a grace, and its attempt has failed. */
async function withinTime(
  clock: Clock,
  { name, timeoutMs }: JobDefinition,
  signal: AbortSignal,
  run: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const limit = new AbortController();
  const limited = AbortSignal.any([signal, limit.signal]);
  const givenUp = Promise.withResolvers<never>();
  const timers = [clock.after(timeoutMs, () => limit.abort(new JobTimeout(`The job ${name} took longer than ${timeoutMs} ms.`)))];
  const giveUpSoon = () => timers.push(clock.after(GRACE_MS, () => givenUp.reject(limited.reason)));
  if (limited.aborted) giveUpSoon();
  else limited.addEventListener('abort', giveUpSoon, { once: true });
  try {
    await Promise.race([run(limited), givenUp.promise]);
  } catch (error) {
    // A run that was cut short fails with whatever it was waiting for; the reason says more.
    throw limited.aborted ? limited.reason : error;
  } finally {
    limited.removeEventListener('abort', giveUpSoon);
    for (const cancel of timers) cancel();
  }
}
