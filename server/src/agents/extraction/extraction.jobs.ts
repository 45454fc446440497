import { z } from 'zod';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { declareJob } from '#platform/jobs/define-job.ts';

/** Reads a conversation for its form. Jobs of one extraction that have not begun are one. */
export const readJob = declareJob({
  name: 'extraction.read',
  payload: z.object({ extractionId: z.guid() }),
  // 3 s, 7 s, 20 s, 55 s: a provider that is away for longer is asked again with the next message.
  maxAttempts: 5,
  timeoutMs: 120_000,
  isSlow: true,
});

/** Something was said, or a form was opened: in the transaction that says so, which costs nothing where there is no form. */
export async function wantReading(
  tx: TenantTransaction,
  { extractionId }: { extractionId: string | null },
  options: { runAt?: Date } = {},
): Promise<void> {
  if (extractionId !== null) await tx.enqueue(readJob, { extractionId }, { key: extractionId, ...options });
}
