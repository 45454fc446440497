import { text } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { TRANSFER_TOOL } from '#agents/prompts/instructions.ts';
import { type Conversation, lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { DatabaseTool } from '#messaging/tool.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { nobodyConnectedText } from './hand-over.texts.ts';
import { type HandOverDependencies, isWithTeam, passToTeam } from './hand-over.ts';

const parameters = z.strictObject({
  reason: text({ max: 500 }).describe('Why, in a few words for the team.').optional(),
});

const PROMISE_NOTHING = 'Do not say that somebody is about to join or when somebody will answer.';

interface Dependencies extends HandOverDependencies {
  /** Sees to it that somebody of the team comes. @returns the escalation's id */
  callForPerson(tx: TenantTransaction, conversation: Conversation, wish: { turnId: string; reason: string }): Promise<string>;
}

/** Passes the conversation on to the team, on the visitor's wish or because the agent cannot help. */
export function createTransferTool(dependencies: Dependencies): DatabaseTool<z.output<typeof parameters>> {
  return {
    kind: 'database',
    name: TRANSFER_TOOL,
    description: 'Passes the conversation on to the people of the team. After it you no longer answer in this conversation.',
    parameters,
    run: async (tx, { reason = '' }, { conversationId, turnId }) => {
      const conversation = await lockConversation(tx, conversationId);
      if (!conversation) return { ok: false, content: 'This conversation does not exist any more.' };
      if (isWithTeam(conversation)) {
        return { ok: true, content: `The conversation is with the team already, and the visitor was told so. ${PROMISE_NOTHING}` };
      }
      const told = nobodyConnectedText(conversation.language);
      const escalationId = await dependencies.callForPerson(tx, conversation, { turnId, reason });
      await passToTeam(tx, dependencies, conversation, told, { turnId, escalationId });
      return {
        ok: true,
        content: `The conversation is with the team now. The visitor was told: “${told}” Add little to that. ${PROMISE_NOTHING}`,
        effects: [{ type: 'handed-over', reason }],
      };
    },
  };
}
