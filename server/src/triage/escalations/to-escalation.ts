import { type Escalation, type EscalationDetail, URGENCIES } from '@foyer/contracts/escalations.ts';
import type { EscalationRow, EvidenceRow } from './escalations.repository.ts';
import type { NotificationRow } from './notifications.repository.ts';
import { readRecipient } from './recipient.ts';

const momentOf = (date: Date | null): string | null => date?.toISOString() ?? null;

export const toEscalation = (row: EscalationRow): Escalation => ({
  id: row.id,
  conversationId: row.conversationId,
  contactId: row.contactId,
  urgency: row.urgency,
  trigger: row.trigger,
  status: row.status,
  policy: { id: row.policy.id, name: row.policy.name, version: row.policy.version },
  run: row.run,
  currentStep: row.currentStep,
  nextStepAt: row.status === 'open' ? nextStepOf(row) : null,
  openedAt: row.openedAt.toISOString(),
  openedBy: row.openedBy,
  acknowledgedAt: momentOf(row.acknowledgedAt),
  acknowledgedBy: row.acknowledgedBy,
  resolvedAt: momentOf(row.resolvedAt),
  resolvedBy: row.resolvedBy,
  exhaustedAt: momentOf(row.exhaustedAt),
  reopenedCount: row.reopenedCount,
});

/** Where a list goes on after this one. */
export const placeOf = ({ urgency, openedAt, id }: Escalation) => [URGENCIES.indexOf(urgency), openedAt, id];

export const toDetail = (row: EscalationRow, evidence: EvidenceRow[], notifications: NotificationRow[]): EscalationDetail => ({
  ...toEscalation(row),
  evidence: evidence.map(({ trigger, urgency, messageId, quote, note, ruleIds, noticedAt }) => ({
    trigger,
    urgency,
    messageId,
    quote,
    note,
    ruleIds,
    createdAt: noticedAt.toISOString(),
  })),
  notifications: notifications.map(({ run, step, repeat, channel, recipient, status, sentAt }) => {
    const to = readRecipient(recipient);
    return {
      run,
      step,
      repeat,
      channel,
      personId: to.kind === 'person' ? to.personId : null,
      address: to.kind === 'email' ? to.address : null,
      status,
      sentAt: momentOf(sentAt),
    };
  }),
});

/** The next step that tells somebody; the end of the plan is none. */
function nextStepOf({ plan, nextPlace }: EscalationRow): string | null {
  const next = plan[nextPlace];
  return next?.kind === 'notify' ? next.dueAt : null;
}
