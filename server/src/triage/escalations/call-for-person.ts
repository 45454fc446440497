import type { Conversation } from '#messaging/conversations/conversations.repository.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { HandOverDependencies } from '../routing/hand-over.ts';
import { openEscalation } from './open-escalation.ts';

/** For the tool that passes a conversation on: a visitor who asks for a person is escalated in the same transaction. */
export const createCallForPerson =
  (dependencies: HandOverDependencies) =>
  async (tx: TenantTransaction, conversation: Conversation, { turnId, reason }: { turnId: string; reason: string }): Promise<string> => {
    const { escalation } = await openEscalation(tx, dependencies, conversation, {
      trigger: 'asked-for-person',
      urgency: 'normal',
      turnId,
      isPassedOnByCaller: true,
      ...(reason !== '' && { note: reason }),
    });
    return escalation.id;
  };
