import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { ToolEffect } from '../tool.ts';
import { toolCalls, turnSteps } from './turns.tables.ts';

export type ToolCall = typeof toolCalls.$inferSelect;

/** What the model said in one round, with its tool calls in order. */
export interface RecordedStep {
  turnId: string;
  step: number;
  text: string;
  finishReason: string;
  modelId: string;
  inputTokens: number | null;
  outputTokens: number | null;
  calls: JournalledCall[];
}

/** A call as it stands in the journal. */
export type JournalledCall = Pick<ToolCall, 'turnId' | 'step' | 'ordinal' | 'name' | 'argumentsText' | 'state' | 'result'>;

export type NewStep = Omit<RecordedStep, 'calls'> & { calls: Pick<ToolCall, 'ordinal' | 'name' | 'argumentsText'>[] };

/** Records the step and its calls as requested, before any of them has an effect. */
export async function insertStep(tx: TenantTransaction, conversationId: string, { calls, ...step }: NewStep): Promise<void> {
  const { tenantId } = tx.scope;
  await tx.insert(turnSteps).values({ ...step, tenantId });
  if (calls.length === 0) return;
  await tx.insert(toolCalls).values(calls.map((call) => ({ ...call, tenantId, conversationId, turnId: step.turnId, step: step.step })));
}

/** All steps of the given turns, by turn in the order given, then by step. */
export async function listSteps(tx: TenantTransaction, turnIds: string[]): Promise<RecordedStep[]> {
  if (turnIds.length === 0) return [];
  const steps = await tx.select().from(turnSteps).where(inArray(turnSteps.turnId, turnIds)).orderBy(asc(turnSteps.step));
  if (steps.length === 0) return [];
  const calls = await tx
    .select()
    .from(toolCalls)
    .where(inArray(toolCalls.turnId, turnIds))
    .orderBy(asc(toolCalls.step), asc(toolCalls.ordinal));
  return turnIds.flatMap((turnId) =>
    steps
      .filter((step) => step.turnId === turnId)
      .map((step) => ({ ...step, calls: calls.filter((call) => call.turnId === turnId && call.step === step.step) })),
  );
}

export interface CallKey {
  turnId: string;
  step: number;
  ordinal: number;
}

const byKey = ({ turnId, step, ordinal }: CallKey) =>
  and(eq(toolCalls.turnId, turnId), eq(toolCalls.step, step), eq(toolCalls.ordinal, ordinal));

/** The call, held until the transaction ends. */
export async function lockCall(tx: TenantTransaction, key: CallKey): Promise<ToolCall | undefined> {
  const [row] = await tx.select().from(toolCalls).where(byKey(key)).for('update');
  return row;
}

export async function markCallStarted(tx: TenantTransaction, key: CallKey): Promise<void> {
  await tx.update(toolCalls).set({ state: 'started' }).where(byKey(key));
}

export async function finishCall(
  tx: TenantTransaction,
  key: CallKey,
  end: { state: 'succeeded' | 'refused' | 'outcome_unknown'; result: string; effects?: unknown[] },
): Promise<void> {
  await tx
    .update(toolCalls)
    .set({ ...end, finishedAt: sql`now()` })
    .where(byKey(key));
}

/** Calls of a superseded turn that nobody will make any more. */
export async function dropRequestedCalls(tx: TenantTransaction, turnId: string): Promise<void> {
  await tx
    .update(toolCalls)
    .set({ state: 'not-run', finishedAt: sql`now()` })
    .where(and(eq(toolCalls.turnId, turnId), eq(toolCalls.state, 'requested')));
}

/** Calls that may have gone out and have no end yet, held until the transaction ends. */
export function listStartedCalls(tx: TenantTransaction, turnId: string): Promise<ToolCall[]> {
  return tx
    .select()
    .from(toolCalls)
    .where(and(eq(toolCalls.turnId, turnId), eq(toolCalls.state, 'started')))
    .for('update');
}

/** What the successful calls of these turns had for the turn itself to know, in the order of the calls. */
export async function listEffects(tx: TenantTransaction, turnIds: readonly string[]): Promise<ToolEffect[]> {
  const rows = await tx
    .select({ turnId: toolCalls.turnId, effects: toolCalls.effects })
    .from(toolCalls)
    .where(and(inArray(toolCalls.turnId, [...turnIds]), eq(toolCalls.state, 'succeeded')))
    .orderBy(asc(toolCalls.step), asc(toolCalls.ordinal));
  return turnIds.flatMap((turnId) => rows.filter((row) => row.turnId === turnId).flatMap(({ effects }) => (effects ?? []) as ToolEffect[]));
}

export function listToolCalls(tx: TenantTransaction, conversationId: string): Promise<ToolCall[]> {
  return tx
    .select()
    .from(toolCalls)
    .where(eq(toolCalls.conversationId, conversationId))
    .orderBy(asc(toolCalls.createdAt), asc(toolCalls.ordinal));
}
