import { and, asc, count, gte, lt, sql, sum } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { modelUsage } from './model-usage.tables.ts';
import type { PricedTokens } from './usage-ledger.ts';

/** Writes down what answers took. Each has an id of its own, so that a repetition adds nothing. */
export async function insertModelUsage(
  tx: TenantTransaction,
  { conversationId, turnId }: { conversationId: string | null; turnId: string | null },
  spent: readonly PricedTokens[],
): Promise<void> {
  if (spent.length === 0) return;
  const { tenantId } = tx.scope;
  await tx
    .insert(modelUsage)
    .values(spent.map((one) => ({ ...one, tenantId, conversationId, turnId })))
    .onConflictDoNothing();
}

export interface UsageOfDay {
  /** YYYY-MM-DD. */
  day: string;
  provider: string;
  model: string;
  answers: number;
  failedAnswers: number;
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
  answersWithoutPrice: number;
}

/** Per day of the given time zone and per model, oldest first. `from` and `to` are days; both are included. */
export async function sumModelUsage(
  tx: TenantTransaction,
  { from, to, timezone }: { from: string; to: string; timezone: string },
): Promise<UsageOfDay[]> {
  const localDay = sql<string>`to_char(${modelUsage.createdAt} at time zone ${timezone}::text, 'YYYY-MM-DD')`;
  const startOf = (day: string, plusDays: number) => sql`((${day}::date + ${plusDays}::int)::timestamp at time zone ${timezone}::text)`;
  const days = tx
    .select({ ...wanted, day: localDay.as('day') })
    .from(modelUsage)
    .where(and(gte(modelUsage.createdAt, startOf(from, 0)), lt(modelUsage.createdAt, startOf(to, 1))))
    .as('days');
  const rows = await tx
    .select({
      day: days.day,
      provider: days.provider,
      model: days.model,
      answers: count(),
      failedAnswers: sql<number>`count(*) filter (where ${days.outcome} = 'failed')`.mapWith(Number),
      inputTokens: sum(days.inputTokens).mapWith(Number),
      outputTokens: sum(days.outputTokens).mapWith(Number),
      costMicroUsd: sql<number>`coalesce(sum(${days.costMicroUsd}), 0)`.mapWith(Number),
      answersWithoutPrice: sql<number>`count(*) filter (where ${days.costMicroUsd} is null)`.mapWith(Number),
    })
    .from(days)
    .groupBy(days.day, days.provider, days.model)
    .orderBy(asc(days.day), asc(days.provider), asc(days.model));
  return rows;
}

const wanted = {
  provider: modelUsage.provider,
  model: modelUsage.model,
  outcome: modelUsage.outcome,
  inputTokens: modelUsage.inputTokens,
  outputTokens: modelUsage.outputTokens,
  costMicroUsd: modelUsage.costMicroUsd,
};
