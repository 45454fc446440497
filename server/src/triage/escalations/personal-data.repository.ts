import { asc, inArray } from 'drizzle-orm';
import type { PersonalDataStore } from '#messaging/personal-data.ts';
import { escalationEvidence, escalations } from './escalations.tables.ts';

/** What called for a person. It goes with its conversation. */
export const escalationData: PersonalDataStore = {
  name: 'escalations',
  belongsTo: 'conversation',
  collect: async (tx, { conversationIds }) => {
    if (conversationIds.length === 0) return [];
    const { id, conversationId, urgency, trigger, status, openedAt, acknowledgedAt, resolvedAt } = escalations;
    const found = await tx
      .select({ id, conversationId, urgency, trigger, status, openedAt, acknowledgedAt, resolvedAt })
      .from(escalations)
      .where(inArray(conversationId, [...conversationIds]))
      .orderBy(asc(openedAt));
    if (found.length === 0) return [];
    const evidence = await tx
      .select()
      .from(escalationEvidence)
      .where(
        inArray(
          escalationEvidence.escalationId,
          found.map((escalation) => escalation.id),
        ),
      );
    return found.map((escalation) => ({
      ...escalation,
      evidence: evidence
        .filter(({ escalationId }) => escalationId === escalation.id)
        .map(({ trigger, urgency, quote, note, noticedAt }) => ({ trigger, urgency, quote, note, noticedAt })),
    }));
  },
  erase: async () => 0,
};
