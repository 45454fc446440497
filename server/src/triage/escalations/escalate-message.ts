import { tenantOf } from '#identity/apps/app-set-up.ts';
import type { Conversation } from '#messaging/conversations/conversations.repository.ts';
import { postSystemMessage } from '#messaging/messages/post-system-message.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp, SetUpCache } from '#platform/realtime/set-up-cache.ts';
import type { HandOverDependencies } from '../routing/hand-over.ts';
import { findEscalationWord } from './escalation-words.policy.ts';
import { lockUnresolved, updateEscalation } from './escalations.repository.ts';
import { stillKnowsText } from './escalations.texts.ts';
import { type EscalationFact, openEscalation } from './open-escalation.ts';
import { callOf } from './red-flag-call.policy.ts';

/** What the safety screen made of a message, as far as it matters here. */
export interface RedFlags {
  urgency: 'emergency' | 'urgent' | 'none';
  matches: readonly { ruleId: string; quote: string }[];
}

export interface VisitorMessage {
  messageId: string;
  content: string;
  redFlags?: RedFlags | undefined;
}

/** Looks for what calls for a person in a message, in the transaction that stores it. The caller holds the conversation's lock. */
export interface MessageEscalation {
  /** To be taken before the transaction. */
  setUpOf(tenantId: string): SetUp;
  /** @returns whether the agent may answer it */
  look(tx: TenantTransaction, setUp: SetUp, conversation: Conversation, message: VisitorMessage): Promise<{ agentStops: boolean }>;
  /** For red flags that are found in a message after it was stored. */
  callFor(tx: TenantTransaction, conversation: Conversation, messageId: string, redFlags: RedFlags): Promise<void>;
}

const MINUTE_MS = 60_000;

export function createMessageEscalation(dependencies: HandOverDependencies & { setUps: Pick<SetUpCache, 'of'> }): MessageEscalation {
  return {
    setUpOf: (tenantId) => dependencies.setUps.of(tenantId),

    look: async (tx, setUp, conversation, message) => {
      const tenant = await tenantOf(tx, setUp);
      const facts = factsOf(message, tenant?.profile.escalation?.words ?? []);
      let { holder } = conversation;
      for (const fact of facts) {
        const { agentStops } = await openEscalation(tx, dependencies, { ...conversation, holder }, fact);
        if (agentStops && holder === 'agent') holder = 'nobody';
      }
      if (conversation.holder === 'nobody') await reassure(tx, dependencies, conversation);
      return { agentStops: holder !== 'agent' };
    },

    callFor: async (tx, conversation, messageId, redFlags) => {
      for (const fact of redFlagFacts(messageId, redFlags)) await openEscalation(tx, dependencies, conversation, fact);
    },
  };
}

function factsOf({ messageId, content, redFlags }: VisitorMessage, words: readonly string[]): EscalationFact[] {
  const facts = redFlags ? redFlagFacts(messageId, redFlags) : [];
  const word = findEscalationWord(content, words);
  // One message calls once per trigger, and what the screen has found says more.
  if (word && !facts.some(({ trigger }) => trigger === 'high-priority-words')) {
    facts.push({ trigger: 'high-priority-words', urgency: 'high', messageId, quote: word.quote });
  }
  return facts;
}

function redFlagFacts(messageId: string, { urgency, matches }: RedFlags): EscalationFact[] {
  if (urgency === 'none') return [];
  const [first] = matches;
  const ruleIds = [...new Set(matches.map(({ ruleId }) => ruleId))];
  return [{ ...callOf(urgency), messageId, ruleIds, ...(first && { quote: first.quote }) }];
}

/** Visitors who go on writing while nobody has taken it hear now and then that they are not alone; always in the same words. */
async function reassure(tx: TenantTransaction, dependencies: HandOverDependencies, { id, language }: Conversation): Promise<void> {
  const escalation = await lockUnresolved(tx, id);
  if (escalation?.status !== 'open' || escalation.policy.agentBehaviour !== 'reassure') return;
  const now = dependencies.clock.now();
  const { reassuredAt, policy, urgency } = escalation;
  if (reassuredAt && now.getTime() < reassuredAt.getTime() + policy.reassureEveryMinutes * MINUTE_MS) return;
  await postSystemMessage(tx, dependencies, id, () => stillKnowsText(language, urgency));
  await updateEscalation(tx, escalation.id, { reassuredAt: now });
}
