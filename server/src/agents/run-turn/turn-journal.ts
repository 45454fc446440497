import { lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { DatabaseTool, ToolContext, ToolEffect, ToolResult } from '#messaging/tool.ts';
import { TurnLost } from '#messaging/turn-event.ts';
import { type CallKey, finishCall, insertStep, lockCall, markCallStarted, type NewStep } from '#messaging/turns/turn-steps.repository.ts';
import { type ClaimedTurn, lockOwnTurn, lockTurn } from '#messaging/turns/turns.repository.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { insertModelUsage } from '../models/model-usage.repository.ts';
import type { PricedTokens } from '../models/usage-ledger.ts';
import { SEARCH_TOOL } from '../prompts/instructions.ts';

export type CallOutcome = 'succeeded' | 'refused' | 'outcome_unknown';

/**
 * What a turn has done, written down before and with every effect. Each method is one transaction that checks the epoch of the claim,
 * and throws `TurnLost` when the turn is no longer ours.
 */
export interface TurnJournal {
  /** @param spent what the model's answers took until here */
  recordStep(step: NewStep, spent: readonly PricedTokens[]): Promise<void>;
  /** Effect and result in one transaction: exactly once, whatever is interrupted. */
  runDatabaseTool(key: CallKey, tool: DatabaseTool, args: unknown, context: ToolContext): Promise<ToolResult>;
  /** From here on the call may have gone out. */
  startRemoteCall(key: CallKey): Promise<void>;
  finishCall(key: CallKey, outcome: CallOutcome, result: ToolResult): Promise<void>;
}

export function createTurnJournal(unitOfWork: UnitOfWork, scope: TenantScope, claim: ClaimedTurn, agentId: string): TurnJournal {
  /** That the agent did something, with which tool, and which documents it was shown; never what it asked or was told. */
  const auditCall = (tx: TenantTransaction, tool: string, state: CallOutcome, result: ToolResult): void => {
    const shown = effectsOf(result).flatMap((effect) =>
      effect.type === 'sources' ? effect.sources.map(({ documentId }) => documentId) : [],
    );
    tx.audit({
      action: tool === SEARCH_TOOL ? 'knowledge.searched' : 'tool.called',
      actor: { kind: 'agent', id: agentId },
      subject: { kind: 'conversation', id: claim.conversationId },
      subjectIds: [claim.turnId, ...shown],
      outcome: state === 'succeeded' ? 'ok' : state === 'refused' ? 'refused' : 'failed',
      facts: { tool: tool.slice(0, 80), state },
    });
  };

  const fenced = <T>(work: (tx: TenantTransaction) => Promise<T>) =>
    unitOfWork.write(scope, async (tx) => {
      // The conversation first, then the turn: the same order everywhere, so that nobody waits in a circle.
      await lockConversation(tx, claim.conversationId);
      if (!(await lockOwnTurn(tx, claim))) throw new TurnLost();
      return work(tx);
    });

  return {
    recordStep: (step, spent) =>
      fenced(async (tx) => {
        await insertStep(tx, claim.conversationId, step);
        await insertModelUsage(tx, claim, spent);
      }),

    runDatabaseTool: (key, tool, args, context) =>
      fenced(async (tx) => {
        const call = await lockCall(tx, key);
        if (call?.state !== 'requested') throw new TurnLost();
        const result = await tool.run(tx, args, context);
        auditCall(tx, call.name, result.ok ? 'succeeded' : 'refused', result);
        await finishCall(tx, key, { state: result.ok ? 'succeeded' : 'refused', result: result.content, effects: effectsOf(result) });
        return result;
      }),

    startRemoteCall: (key) =>
      fenced(async (tx) => {
        const call = await lockCall(tx, key);
        if (call?.state !== 'requested') throw new TurnLost();
        await markCallStarted(tx, key);
      }),

    // A turn that was superseded meanwhile still says how its call ended: the effect is out, and its successor and staff should know.
    // A later claim of the same turn has already settled the call, so there the epoch decides.
    finishCall: async (key, outcome, result) => {
      const isStillOurs = await unitOfWork.write(scope, async (tx) => {
        await lockConversation(tx, claim.conversationId);
        // Held, so that nobody claims the turn between this look and the end of the transaction.
        const turn = await lockTurn(tx, claim.turnId);
        if (turn?.epoch !== claim.epoch) return false;
        const call = await lockCall(tx, key);
        if (call?.state !== 'requested' && call?.state !== 'started') return false;
        await finishCall(tx, key, { state: outcome, result: result.content, effects: effectsOf(result) });
        auditCall(tx, call.name, outcome, result);
        if (outcome === 'outcome_unknown') {
          tx.emit({
            type: 'tool-call.outcome-unknown',
            subject: { conversationId: claim.conversationId, turnId: claim.turnId },
            data: { tool: call.name, step: key.step, ordinal: key.ordinal },
          });
        }
        return turn.status === 'running';
      });
      // Only now: thrown inside the transaction, it would take back what was just recorded.
      if (!isStillOurs) throw new TurnLost();
    },
  };
}

const effectsOf = (result: ToolResult): ToolEffect[] => (result.ok ? (result.effects ?? []) : []);
