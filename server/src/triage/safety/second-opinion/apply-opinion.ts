import { type Conversation, lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { findMessage, updateMessage } from '#messaging/messages/messages.repository.ts';
import type { MessageRedFlags } from '#messaging/messages/messages.tables.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { textLanguage } from '../emergency-text.ts';
import { noteRedFlags } from '../note-red-flags.ts';
import { higherUrgency, RULES_VERSION, urgencyRank } from '../rule.ts';
import type { Opinion } from './read-opinion.ts';

/** Stands where a rule's id stands otherwise. */
const MODEL = 'model';

/** A model has judged it and found something; there is one such judgement for a message. */
export const isJudged = ({ redFlags }: { redFlags: MessageRedFlags | null }): boolean =>
  redFlags?.matches.some(({ ruleId }) => ruleId === MODEL) ?? false;

export interface ApplyDependencies {
  live: LiveConversations;
  callForPerson(tx: TenantTransaction, conversation: Conversation, messageId: string, found: MessageRedFlags): Promise<void>;
}

/**
 * Adds what a model has found to what the screen has found in the message: everything that the screen would have done for it is done
 * now, in the caller's transaction, and nothing is lowered. Once per message, however often it is called.
 */
export async function applyOpinion(
  tx: TenantTransaction,
  { live, callForPerson }: ApplyDependencies,
  { conversationId, messageId }: { conversationId: string; messageId: string },
  { urgency, category, quote }: Opinion,
): Promise<void> {
  if (urgency === 'none') return;
  const conversation = await lockConversation(tx, conversationId);
  const message = conversation && (await findMessage(tx, messageId));
  if (!message || isJudged(message)) return;
  const found: MessageRedFlags = { urgency, rulesVersion: RULES_VERSION, matches: [{ category, ruleId: MODEL, urgency, quote }] };
  await updateMessage(tx, messageId, { redFlags: union(message.redFlags, found) });
  if (urgency === 'emergency' && !conversation.endedAt) {
    // Before everything else that visitors are told of it.
    const language = textLanguage(message.content, conversation.language);
    tx.afterCommit(() => live.publish(conversationId, { kind: 'emergency', messageId, language, categories: [category] }));
  }
  await noteRedFlags(tx, conversation, messageId, found);
  await callForPerson(tx, conversation, messageId, found);
}

function union(screened: MessageRedFlags | null, found: MessageRedFlags): MessageRedFlags {
  if (!screened) return found;
  const matches = [...screened.matches, ...found.matches];
  return {
    urgency: higherUrgency(screened.urgency, found.urgency) === 'emergency' ? 'emergency' : 'urgent',
    rulesVersion: screened.rulesVersion,
    matches: matches.toSorted((one, other) => urgencyRank(other.urgency) - urgencyRank(one.urgency)),
  };
}
