import { z } from 'zod';
import { lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { Subscriber } from '#platform/events/subscriber.ts';
import type { HandOverDependencies } from '../routing/hand-over.ts';
import { listEvidence, lockUnresolved } from './escalations.repository.ts';
import { acknowledgeHeld, resolveHeld } from './escalations.service.ts';
import { openEscalation } from './open-escalation.ts';
import { callOf } from './red-flag-call.policy.ts';

/** Who takes a conversation over has taken its escalation too; where the team ends the conversation, it is over. */
export const createEscalationFollower = (dependencies: HandOverDependencies): Subscriber => ({
  name: 'escalations-follow-team',
  types: ['conversation.taken-over', 'conversation.resolved'],
  handle: async (tx, { type, subject, actor, occurredAt }) => {
    const conversation = await lockConversation(tx, subject.conversationId ?? '');
    const escalation = conversation && (await lockUnresolved(tx, conversation.id));
    if (!escalation) return;
    // What came up after they took the conversation is not what they took.
    const latest = (await listEvidence(tx, escalation.id)).at(-1);
    if (latest && latest.noticedAt > occurredAt) return;
    const personId = subject.personId ?? (actor.kind === 'person' ? actor.id : undefined);
    const end = type === 'conversation.resolved' ? resolveHeld : acknowledgeHeld;
    await end(tx, dependencies, { escalation, conversation, personId });
  },
});

const Flagged = z.object({ urgency: z.enum(['emergency', 'urgent']), ruleIds: z.array(z.string()).default([]) });

/**
 * Red flags call for a person in the transaction of their message. What is found only later, by whoever looks at it again, comes this way;
 * what is known already changes nothing.
 */
export const createRedFlagFollower = (dependencies: HandOverDependencies): Subscriber => ({
  name: 'escalations-follow-red-flags',
  types: ['safety.flagged'],
  handle: async (tx, { subject: { conversationId = '', messageId }, data }) => {
    const conversation = await lockConversation(tx, conversationId);
    if (!conversation || messageId === undefined) return;
    const { urgency, ruleIds } = Flagged.parse(data);
    await openEscalation(tx, dependencies, conversation, { ...callOf(urgency), messageId, ruleIds });
  },
});
