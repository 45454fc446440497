import { MAX_REPORT_DAYS, type UsageFigures, type UsageReport, type UsageReportQuery } from '@foyer/contracts/reports.ts';
import { sumModelUsage } from '#agents/models/model-usage.repository.ts';
import { findOwnTenant } from '#identity/tenants/tenants.repository.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { badRequest } from '#platform/errors.ts';

export interface UsageReports {
  /** @throws {AppError} VALIDATION_FAILED for a period that is too long or ends before it begins */
  usage(scope: TenantScope, query: UsageReportQuery): Promise<UsageReport>;
}

const USUAL_DAYS = 30;
const DAY_MS = 86_400_000;

export function createUsageReports({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }): UsageReports {
  return {
    usage: (scope, query) =>
      unitOfWork.read(scope, async (tx) => {
        const tenant = await findOwnTenant(tx);
        if (!tenant) throw new Error('A tenant that somebody acts in is gone.');
        const { timezone } = tenant;
        const to = query.to ?? dayOf(clock.now(), timezone);
        const from = query.from ?? shifted(to, 1 - USUAL_DAYS);
        requirePeriod(from, to);
        const items = await sumModelUsage(tx, { from, to, timezone });
        return { from, to, timezone, items, totals: items.reduce(add, NOTHING) };
      }),
  };
}

/** The schema has checked what was given; with today as its end the period may still be none. */
function requirePeriod(from: string, to: string): void {
  const message =
    from > to ? 'Must not be after to' : to >= shifted(from, MAX_REPORT_DAYS) ? `Must be within ${MAX_REPORT_DAYS} days of to` : undefined;
  if (message !== undefined) throw badRequest('VALIDATION_FAILED', 'The query is not valid.', [{ path: 'query.from', message }]);
}

const NOTHING: UsageFigures = { answers: 0, failedAnswers: 0, inputTokens: 0, outputTokens: 0, costMicroUsd: 0, answersWithoutPrice: 0 };

const add = (sum: UsageFigures, item: UsageFigures): UsageFigures => ({
  answers: sum.answers + item.answers,
  failedAnswers: sum.failedAnswers + item.failedAnswers,
  inputTokens: sum.inputTokens + item.inputTokens,
  outputTokens: sum.outputTokens + item.outputTokens,
  costMicroUsd: sum.costMicroUsd + item.costMicroUsd,
  answersWithoutPrice: sum.answersWithoutPrice + item.answersWithoutPrice,
});

/** The calendar's day at that moment in that zone, as YYYY-MM-DD: the way Sweden writes it. */
const dayOf = (moment: Date, timezone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(moment);

const shifted = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
