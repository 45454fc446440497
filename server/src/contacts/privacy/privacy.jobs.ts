import { z } from 'zod';
import { declareJob } from '#platform/jobs/define-job.ts';

/** A contact with years of mail and many files takes its time; it waits for storage alone. */
const TIMEOUT_MS = 15 * 60_000;
const payload = z.object({ requestId: z.guid() });

export const exportJob = declareJob({ name: 'privacy.export', payload, maxAttempts: 5, timeoutMs: TIMEOUT_MS, isSlow: true });
export const erasureJob = declareJob({ name: 'privacy.erase', payload, maxAttempts: 10, timeoutMs: TIMEOUT_MS, isSlow: true });
export const retentionJob = declareJob({ name: 'privacy.retain', payload: z.object({}), timeoutMs: TIMEOUT_MS, isSlow: true });
