import { type ParsedCronItem, parseCronItem } from 'graphile-worker';
import type { JobType } from './define-job.ts';
import type { JobEnvelope } from './job-envelope.ts';

/** A job that runs at set times, once per time over all nodes. A run that has not begun when the next is due is replaced by it. */
export interface CronEntry {
  /** The database remembers under this name when it last ran. */
  name: string;
  /** Minute, hour, day of the month, month, day of the week, in UTC: `30 6 * * 1-5`. */
  schedule: string;
  job: JobType;
  /** What the job is given; an empty object when left out. */
  payload?: unknown;
  /** Times that passed while no node ran are made up for when they are no older than this; none by default. */
  catchUpMs?: number;
}

/** @throws {Error} naming the entry whose schedule or payload is wrong */
export function parseCron(entries: readonly CronEntry[]): ParsedCronItem[] {
  return entries.map(({ name, schedule, job, payload = {}, catchUpMs = 0 }) => {
    const key = `cron:${name}`;
    const checked = job.payload.safeParse(payload);
    if (!checked.success) throw new Error(`The scheduled job ${name} has a payload that ${job.name} does not take.`);
    const envelope: JobEnvelope = { tenantId: null, key, runAt: null, payload };
    try {
      return parseCronItem({
        identifier: name,
        task: job.name,
        match: schedule,
        payload: envelope,
        options: { backfillPeriod: catchUpMs, maxAttempts: job.maxAttempts, jobKey: key },
      });
    } catch (cause) {
      throw new Error(`The scheduled job ${name} has a schedule that cannot be read: “${schedule}”.`, { cause });
    }
  });
}
