import { z } from 'zod';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { declareJob } from '#platform/jobs/define-job.ts';
import type { PlannedStep } from './ladder.policy.ts';

/** Takes one step of a run; what it finds taken, resolved or begun anew it leaves alone. */
export const stepJob = declareJob({
  name: 'escalation.step',
  payload: z.object({ escalationId: z.guid(), run: z.int(), place: z.int() }),
});
export type StepPayload = z.output<typeof stepJob.payload>;

/** Tells one recipient of one step. */
export const notifyJob = declareJob({ name: 'escalation.notify', payload: z.object({ notificationId: z.guid() }) });

/** The step at this place of the plan is taken when it is due. Nothing happens where the plan has ended. */
export async function scheduleStep(tx: TenantTransaction, plan: readonly PlannedStep[], payload: StepPayload): Promise<void> {
  const next = plan[payload.place];
  if (!next) return;
  const key = `${payload.escalationId}:${payload.run}:${payload.place}`;
  await tx.enqueue(stepJob, payload, { runAt: new Date(next.dueAt), key });
}
