import { conversationEnded, conversationNotFound } from '#messaging/conversations/conversations.errors.ts';
import {
  type Conversation,
  findLatestStatus,
  lockConversation,
  updateConversation,
} from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { postSystemMessage } from '#messaging/messages/post-system-message.ts';
import { postUpdate } from '#messaging/messages/post-update.ts';
import { leaveCallsBehind } from '#messaging/turns/abandoned-calls.ts';
import { voidRunningAttempt } from '#messaging/turns/turn-attempts.repository.ts';
import { endActiveTurn } from '#messaging/turns/turns.repository.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { passedOnText } from './hand-over.texts.ts';

export interface HandOverDependencies {
  live: LiveConversations;
  clock: Clock;
}

/** For the team: who answers a conversation from now on. Asking for what is already so changes nothing. */
export interface HandOver {
  /** Takes the conversation from the agent; what it was just writing is withdrawn. @throws {AppError} CONVERSATION_NOT_FOUND */
  handOver(scope: TenantScope, conversationId: string): Promise<Conversation>;
  /** Gives it to a person who answers from now on. @throws {AppError} CONVERSATION_NOT_FOUND, CONVERSATION_ENDED */
  takeOver(scope: TenantScope, conversationId: string, person: TeamMember): Promise<Conversation>;
  /** Lets the agent answer again, from the visitor's next message on. @throws {AppError} CONVERSATION_NOT_FOUND */
  handBack(scope: TenantScope, conversationId: string): Promise<Conversation>;
}

/** Somebody of the team, by the name that visitors are shown. */
export interface TeamMember {
  personId: string;
  name: string;
}

/**
 * From now on this person answers, and nobody else; what the agent was just writing is withdrawn. The caller holds the conversation's
 * lock. @throws {AppError} CONVERSATION_ENDED
 */
export async function passToPerson(
  tx: TenantTransaction,
  { live, clock }: HandOverDependencies,
  { id: conversationId, contactId, holder, heldByPersonId, endedAt }: Conversation,
  { personId, name }: TeamMember,
): Promise<void> {
  if (endedAt) throw conversationEnded();
  if (holder === 'person' && heldByPersonId === personId) return;
  await cancelActiveTurn(tx, { live, clock }, conversationId);
  if (holder === 'person') await showLeaving(tx, live, conversationId);
  await showStatus(tx, live, conversationId, 'agent_joined', { name });
  await updateConversation(tx, conversationId, {
    holder: 'person',
    heldByPersonId: personId,
    handedOverByTurnId: null,
    status: 'open',
  });
  tx.emit({ type: 'conversation.taken-over', subject: { conversationId, contactId, personId } });
}

export function createHandOver({ unitOfWork, live, clock }: HandOverDependencies & { unitOfWork: UnitOfWork }): HandOver {
  return {
    handOver: (scope, conversationId) =>
      unitOfWork.write(scope, async (tx) => {
        const conversation = await locked(tx, conversationId);
        if (conversation.holder === 'nobody') return conversation;
        if (conversation.holder === 'person') {
          await showLeaving(tx, live, conversationId);
          await updateConversation(tx, conversationId, { holder: 'nobody', heldByPersonId: null, status: 'open' });
          return locked(tx, conversationId);
        }
        await cancelActiveTurn(tx, { live, clock }, conversationId);
        await passToTeam(tx, { live, clock }, conversation, passedOnText(conversation.language));
        return locked(tx, conversationId);
      }),

    takeOver: (scope, conversationId, person) =>
      unitOfWork.write(scope, async (tx) => {
        await passToPerson(tx, { live, clock }, await locked(tx, conversationId), person);
        return locked(tx, conversationId);
      }),

    handBack: (scope, conversationId) =>
      unitOfWork.write(scope, async (tx) => {
        const conversation = await locked(tx, conversationId);
        if (conversation.holder === 'agent') return conversation;
        if (conversation.holder === 'person') await showLeaving(tx, live, conversationId);
        await updateConversation(tx, conversationId, {
          holder: 'agent',
          heldByPersonId: null,
          status: 'pending',
          handedOverByTurnId: null,
        });
        tx.emit({ type: 'handoff.returned', subject: { conversationId, contactId: conversation.contactId } });
        return locked(tx, conversationId);
      }),
  };
}

/** A person has it, or it waits for one. */
export const isWithTeam = ({ holder }: Pick<Conversation, 'holder'>): boolean => holder === 'person' || holder === 'nobody';

/**
 * Nobody answers any more until somebody of the team does, and the visitor is told so. The caller holds the conversation's lock.
 * @param text what the visitor reads @param by the turn that does it, which may still say so, and the escalation that it belongs to
 */
export async function passToTeam(
  tx: TenantTransaction,
  { live, clock }: HandOverDependencies,
  { id: conversationId, contactId }: Pick<Conversation, 'id' | 'contactId'>,
  text: string,
  by: { turnId?: string; escalationId?: string } = {},
): Promise<void> {
  await showStatus(tx, live, conversationId, 'handoff_requested');
  const changes = { holder: 'nobody', status: 'open', handedOverByTurnId: by.turnId ?? null } as const;
  await postSystemMessage(tx, { live, clock }, conversationId, () => text, changes);
  tx.emit({ type: 'handoff.requested', subject: { conversationId, contactId, ...by } });
}

async function locked(tx: TenantTransaction, conversationId: string): Promise<Conversation> {
  const conversation = await lockConversation(tx, conversationId);
  if (!conversation) throw conversationNotFound();
  return conversation;
}

/** @param author who has come or gone, as the visitor is told */
async function showStatus(
  tx: TenantTransaction,
  live: LiveConversations,
  conversationId: string,
  status: 'handoff_requested' | 'agent_joined' | 'agent_left',
  author?: { name: string },
): Promise<void> {
  const data = { status, ...(author && { author }) };
  if (!(await postUpdate(tx, live, conversationId, { kind: 'status', data }))) throw conversationNotFound();
}

/** Says that the person who has the conversation leaves it, by the name under which they came. */
async function showLeaving(tx: TenantTransaction, live: LiveConversations, conversationId: string): Promise<void> {
  const joined = await findLatestStatus(tx, conversationId);
  const author = joined?.data.author as { name: string } | undefined;
  await showStatus(tx, live, conversationId, 'agent_left', author);
}

/** Whoever runs the turn stops; what it has shown so far is withdrawn, and what it has not done yet will not be done. */
export async function cancelActiveTurn(
  tx: TenantTransaction,
  { live, clock }: HandOverDependencies,
  conversationId: string,
): Promise<void> {
  const turn = await endActiveTurn(tx, conversationId, { status: 'cancelled' });
  if (!turn) return;
  await leaveCallsBehind(tx, clock, turn);
  const voidMessageId = await voidRunningAttempt(tx, turn.id, 'cancelled');
  tx.afterCommit(() => {
    live.publish(conversationId, { kind: 'turn-ended', turnId: turn.id });
    if (voidMessageId === undefined) return;
    live.publish(conversationId, { kind: 'ephemeral', frame: { type: 'message_reset', messageId: voidMessageId } });
  });
}
