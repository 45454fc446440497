import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { declareJob, defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import { lockConversation } from '../conversations/conversations.repository.ts';
import { dropRequestedCalls, finishCall, listStartedCalls } from './turn-steps.repository.ts';
import { LEASE_SECONDS, type Turn } from './turns.repository.ts';

const settle = declareJob({ name: 'abandoned-calls.settle', payload: z.object({ conversationId: z.guid(), turnId: z.guid() }) });

/** For staff and for later reports; the call itself says no more. */
const UNKNOWN = 'It is not known whether this was done: the turn ended before the answer came.';

/**
 * In the transaction that ends a turn before its answer: calls that have not gone out will not. Those that have are for its process to
 * finish, which stops within a lease whatever it hears; if it is dead by then, somebody else writes down that nobody knows.
 */
export async function leaveCallsBehind(
  tx: TenantTransaction,
  clock: Clock,
  { id: turnId, conversationId }: Pick<Turn, 'id' | 'conversationId'>,
): Promise<void> {
  await dropRequestedCalls(tx, turnId);
  if ((await listStartedCalls(tx, turnId)).length === 0) return;
  await tx.enqueue(settle, { conversationId, turnId }, { runAt: new Date(clock.now().getTime() + LEASE_SECONDS * 1000) });
}

/** Ends as `outcome_unknown` what a process had sent and did not live to finish. */
export function settleAbandonedCalls({
  unitOfWork,
}: {
  unitOfWork: UnitOfWork;
}): JobDefinition<{ conversationId: string; turnId: string }> {
  return defineJob({
    ...settle,
    run: async ({ conversationId, turnId }, { scope }) => {
      if (!scope) throw new Error('Abandoned calls belong to a tenant.');
      await unitOfWork.write(scope, async (tx) => {
        await lockConversation(tx, conversationId);
        for (const { step, ordinal, name } of await listStartedCalls(tx, turnId)) {
          await finishCall(tx, { turnId, step, ordinal }, { state: 'outcome_unknown', result: UNKNOWN });
          tx.emit({ type: 'tool-call.outcome-unknown', subject: { conversationId, turnId }, data: { tool: name, step, ordinal } });
        }
      });
    },
  });
}
