import type { StepRecipient } from '@foyer/contracts/escalation-policies.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import { notifyJob, type StepPayload, scheduleStep, stepJob } from './escalations.jobs.ts';
import { type EscalationRow, lockEscalation, updateEscalation } from './escalations.repository.ts';
import type { PlannedStep } from './ladder.policy.ts';
import { insertNotification } from './notifications.repository.ts';
import { type Recipient, recipientName } from './recipient.ts';
import { isMember, membersWithRole } from './recipients.repository.ts';

/**
 * Takes one step of a run, in one transaction under the escalation's lock: who is told of it is written down, a job per recipient is
 * added, and the next step is put on the calendar. Whoever takes the escalation holds the same lock, so one of the two comes first.
 */
export function takeStep({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }): JobDefinition<StepPayload> {
  return defineJob({
    ...stepJob,
    run: async ({ escalationId, run, place }, { scope, logger }) => {
      if (!scope) throw new Error('A step of an escalation belongs to a tenant.');
      await unitOfWork.write(scope, async (tx) => {
        const escalation = await lockEscalation(tx, escalationId);
        // Taken, begun anew, or this step was taken by an attempt that could not say so.
        if (escalation?.status !== 'open' || escalation.run !== run || escalation.nextPlace !== place) return;
        const planned = escalation.plan[place];
        if (planned?.kind === 'exhausted') return giveUp(tx, clock, escalation);
        if (!planned) return;
        const told = await tellOf(tx, escalation, planned);
        if (told === 0) logger.warn('A step of an escalation reaches nobody', { escalationId, step: planned.step });
        await updateEscalation(tx, escalationId, { nextPlace: place + 1, currentStep: planned.step });
        await scheduleStep(tx, escalation.plan, { escalationId, run, place: place + 1 });
      });
    },
  });
}

/** The end of the ladder: nobody took it, which is an event for whoever watches; it stays open, and can still be taken. */
async function giveUp(tx: TenantTransaction, clock: Clock, escalation: EscalationRow): Promise<void> {
  const { id: escalationId, conversationId, contactId, urgency, nextPlace } = escalation;
  await updateEscalation(tx, escalationId, { nextPlace: nextPlace + 1, exhaustedAt: clock.now() });
  tx.emit({ type: 'escalation.exhausted', subject: { escalationId, conversationId, contactId }, data: { urgency } });
}

async function tellOf(
  tx: TenantTransaction,
  { id: escalationId, run }: EscalationRow,
  { step, repeat, channel, notify }: Extract<PlannedStep, { kind: 'notify' }>,
): Promise<number> {
  const recipients = new Set<string>();
  for (const wanted of notify) for (const one of await recipientsOf(tx, wanted)) recipients.add(recipientName(one));
  for (const recipient of recipients) {
    const notificationId = await insertNotification(tx, { escalationId, run, step, repeat, recipient, channel });
    if (notificationId !== undefined) await tx.enqueue(notifyJob, { notificationId }, { key: notificationId });
  }
  return recipients.size;
}

/** As the team is now, not as it was when the policy was written: who has left is not told. */
async function recipientsOf(tx: TenantTransaction, wanted: StepRecipient): Promise<Recipient[]> {
  if (wanted.kind === 'email') return [wanted];
  if (wanted.kind === 'member') return (await isMember(tx, wanted.personId)) ? [{ kind: 'person', personId: wanted.personId }] : [];
  return (await membersWithRole(tx, wanted.role)).map((personId) => ({ kind: 'person', personId }));
}
