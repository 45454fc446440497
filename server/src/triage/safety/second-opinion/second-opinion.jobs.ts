import { z } from 'zod';
import { declareJob } from '#platform/jobs/define-job.ts';

/** Lets a language model judge one message of a visitor. */
export const secondOpinionJob = declareJob({
  name: 'safety.second-opinion',
  payload: z.object({ messageId: z.guid() }),
  timeoutMs: 40_000,
  isSlow: true,
});
export type SecondOpinionPayload = z.output<typeof secondOpinionJob.payload>;
