import { EscalationUrgency } from '@foyer/contracts/escalations.ts';
import { text } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { DatabaseTool } from '#messaging/tool.ts';
import type { HandOverDependencies } from '../routing/hand-over.ts';
import { openEscalation } from './open-escalation.ts';

const parameters = z.strictObject({
  reason: text({ min: 1, max: 500 }).describe('What you are unsure about, in a few words for the team.'),
  urgency: EscalationUrgency.default('normal').describe('“emergency” only where somebody may be in danger.'),
});

const withTeam = (told: string) => `The conversation is with the team now. The visitor was told: “${told}” Add little to that.`;
const PROMISE_NOTHING = 'Do not say that somebody is about to join or when somebody will answer.';

/** How the agent says that it is not sure. It may raise what the team knows, and never lower it. */
export function createEscalateTool(dependencies: HandOverDependencies): DatabaseTool<z.output<typeof parameters>> {
  return {
    kind: 'database',
    name: 'escalate',
    description:
      'Tells the people of the team that this conversation needs them, when you are not sure, or when a wrong answer could do harm. The visitor need not have asked for it.',
    parameters,
    run: async (tx, { reason, urgency }, { conversationId, turnId }) => {
      const conversation = await lockConversation(tx, conversationId);
      if (!conversation) return { ok: false, content: 'This conversation does not exist any more.' };
      const { told } = await openEscalation(tx, dependencies, conversation, { trigger: 'agent-uncertain', urgency, turnId, note: reason });
      const outcome = told === undefined ? 'The team has been told and will look. Go on helping as far as you are sure.' : withTeam(told);
      return { ok: true, content: `${outcome} ${PROMISE_NOTHING}` };
    },
  };
}
