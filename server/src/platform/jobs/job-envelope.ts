import { z } from 'zod';

/** How a job is stored in the queue: the payload, and what `foyer_enqueue` stamped on it. */
export const JobEnvelope = z.object({
  /** From the setting of the enqueuing transaction, so that nobody can enqueue for another tenant. */
  tenantId: z.uuid().nullable(),
  /** As given; the queue's own key also carries the job's name and tenant. */
  key: z.string().nullable(),
  /** When the job was to run, as given; the queue's own column holds the database's time where nothing was given. */
  runAt: z.string().nullable(),
  payload: z.unknown(),
});
export type JobEnvelope = z.infer<typeof JobEnvelope>;

/** A job as it was taken from the queue. */
export interface QueuedJob {
  id: string;
  name: string;
  envelope: unknown;
  /** Including the one that begins now. */
  attempts: number;
  maxAttempts: number;
}
