import type { EscalationTrigger, EscalationUrgency } from '@foyer/contracts/escalations.ts';
import type { Conversation } from '#messaging/conversations/conversations.repository.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { passedOnText } from '../routing/hand-over.texts.ts';
import { cancelActiveTurn, type HandOverDependencies, passToTeam } from '../routing/hand-over.ts';
import { prepareRun } from './begin-run.ts';
import { scheduleStep } from './escalations.jobs.ts';
import {
  type EscalationRow,
  findByEvidence,
  insertEscalation,
  insertEvidence,
  lockUnresolved,
  updateEscalation,
} from './escalations.repository.ts';
import { teamKnowsText, toldTooText } from './escalations.texts.ts';
import { showEscalation } from './show-escalation.ts';
import { isMoreUrgent } from './urgency.policy.ts';

/** Something that calls for a person. */
export interface EscalationFact {
  trigger: EscalationTrigger;
  urgency: EscalationUrgency;
  /** The message that does; the same one calls once per trigger. */
  messageId?: string;
  /** Its words. */
  quote?: string;
  /** What the agent or the team says about it. */
  note?: string;
  ruleIds?: string[];
  /** The agent's turn that calls; it may still end what it is saying. */
  turnId?: string;
  /** The person of the team who calls. */
  personId?: string;
  /** Whoever calls passes the conversation on and tells the visitor. */
  isPassedOnByCaller?: boolean;
}

export interface Escalated {
  escalation: EscalationRow;
  isNew: boolean;
  /** From now on people have the conversation. */
  agentStops: boolean;
  /** What the visitor was told about it, where the conversation was passed on here. */
  told?: string;
}

type Held = Pick<Conversation, 'id' | 'contactId' | 'holder' | 'language' | 'endedAt'>;

/**
 * Opens an escalation in the caller's transaction, or adds to the one that the conversation has: a second call raises its urgency and
 * never lowers it. After one was resolved the next call opens a new one, with a clock and evidence of its own; only people reopen.
 * The caller holds the conversation's lock.
 */
export async function openEscalation(
  tx: TenantTransaction,
  dependencies: HandOverDependencies,
  conversation: Held,
  fact: EscalationFact,
): Promise<Escalated> {
  const { trigger, messageId } = fact;
  const known = messageId === undefined ? undefined : await findByEvidence(tx, { messageId, trigger });
  if (known) return { escalation: known, isNew: false, agentStops: conversation.holder !== 'agent' };
  const current = await lockUnresolved(tx, conversation.id);
  const escalation = current ? await addTo(tx, dependencies, current, fact) : await openNew(tx, dependencies, conversation, fact);
  const told = await passOn(tx, dependencies, conversation, escalation, fact);
  if (!current || isMoreUrgent(escalation.urgency, current.urgency)) {
    const goesOn = escalation.policy.agentBehaviour === 'continue' && conversation.holder === 'agent' && !fact.isPassedOnByCaller;
    await showEscalation(tx, dependencies.live, conversation, escalation, goesOn ? toldTooText(conversation.language) : undefined);
  }
  const agentStops = told !== undefined || conversation.holder !== 'agent' || fact.isPassedOnByCaller === true;
  return { escalation, isNew: !current, agentStops, ...(told !== undefined && { told }) };
}

async function openNew(
  tx: TenantTransaction,
  { clock }: HandOverDependencies,
  { id: conversationId, contactId }: Held,
  fact: EscalationFact,
): Promise<EscalationRow> {
  const { trigger, urgency, personId } = fact;
  const escalation = await insertEscalation(tx, {
    conversationId,
    contactId,
    urgency,
    trigger,
    status: 'open',
    openedAt: clock.now(),
    openedBy: personId ?? null,
    reassuredAt: clock.now(),
    ...(await prepareRun(tx, clock, fact)),
  });
  await noteEvidence(tx, clock.now(), escalation.id, fact);
  tx.emit({ type: 'escalation.opened', subject: subjectOf(escalation, fact), data: { trigger, urgency } });
  await scheduleStep(tx, escalation.plan, { escalationId: escalation.id, run: 1, place: 0 });
  return escalation;
}

async function addTo(
  tx: TenantTransaction,
  { clock }: HandOverDependencies,
  current: EscalationRow,
  fact: EscalationFact,
): Promise<EscalationRow> {
  const { trigger, urgency } = fact;
  await noteEvidence(tx, clock.now(), current.id, fact);
  if (!isMoreUrgent(urgency, current.urgency)) {
    tx.emit({ type: 'escalation.evidence-added', subject: subjectOf(current, fact), data: { trigger, urgency: current.urgency } });
    return current;
  }
  // Who has taken it did so for something less: the team is told anew, by the policy for what has come now.
  const run = current.run + 1;
  const raised = await updateEscalation(tx, current.id, {
    urgency,
    run,
    status: 'open',
    acknowledgedAt: null,
    acknowledgedBy: null,
    exhaustedAt: null,
    reassuredAt: clock.now(),
    ...(await prepareRun(tx, clock, fact)),
  });
  tx.emit({ type: 'escalation.raised', subject: subjectOf(raised, fact), data: { trigger, urgency, from: current.urgency } });
  await scheduleStep(tx, raised.plan, { escalationId: raised.id, run, place: 0 });
  return raised;
}

/** @returns what the visitor is told, where the agent had the conversation and is to be quiet */
async function passOn(
  tx: TenantTransaction,
  dependencies: HandOverDependencies,
  conversation: Held,
  { id: escalationId, policy, urgency }: EscalationRow,
  { turnId, isPassedOnByCaller }: EscalationFact,
): Promise<string | undefined> {
  if (policy.agentBehaviour === 'continue' || conversation.holder !== 'agent' || conversation.endedAt || isPassedOnByCaller)
    return undefined;
  const { language } = conversation;
  const text = policy.agentBehaviour === 'reassure' ? teamKnowsText(language, urgency) : passedOnText(language);
  if (turnId === undefined) await cancelActiveTurn(tx, dependencies, conversation.id);
  await passToTeam(tx, dependencies, conversation, text, { escalationId, ...(turnId !== undefined && { turnId }) });
  return text;
}

async function noteEvidence(tx: TenantTransaction, noticedAt: Date, escalationId: string, fact: EscalationFact): Promise<void> {
  const { trigger, urgency, messageId, quote, note, ruleIds } = fact;
  await insertEvidence(tx, {
    escalationId,
    trigger,
    urgency,
    noticedAt,
    ...(messageId !== undefined && { messageId }),
    ...(quote !== undefined && { quote }),
    ...(note !== undefined && { note }),
    ...(ruleIds !== undefined && { ruleIds }),
  });
}

function subjectOf(
  { id: escalationId, conversationId, contactId }: Pick<EscalationRow, 'id' | 'conversationId' | 'contactId'>,
  { messageId, turnId, personId }: EscalationFact,
): Record<string, string> {
  return {
    escalationId,
    conversationId,
    contactId,
    ...(messageId !== undefined && { messageId }),
    ...(turnId !== undefined && { turnId }),
    ...(personId !== undefined && { personId }),
  };
}
