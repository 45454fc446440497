import { z } from 'zod';

const DAY_MS = 86_400_000;
/** As many days as one report covers at most. */
export const MAX_REPORT_DAYS = 366;

/** A day of the calendar, such as 2026-11-20. */
const Day = z.iso
  .date('Must be a day such as 2026-11-20')
  .refine((day) => day >= '2000-01-01', 'Must be in the year 2000 or later')
  .meta({ examples: ['2026-11-20'] });

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** From the first day to the last, both included, on the clock of the tenant's time zone. Without `to` until today; without `from` the 30 days until then. */
export const UsageReportQuery = z
  .strictObject({ from: Day.optional(), to: Day.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { message: 'Must not be before from', path: ['to'] })
  .refine(({ from, to }) => from === undefined || to === undefined || daysBetween(from, to) < MAX_REPORT_DAYS, {
    message: `Must be within ${MAX_REPORT_DAYS} days from from`,
    path: ['to'],
  });
export type UsageReportQuery = z.output<typeof UsageReportQuery>;

const Figures = {
  /** Of the provider, those that broke off included. */
  answers: z.int().min(0),
  /** Those that broke off; they are paid for too. */
  failedAnswers: z.int().min(0),
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  /** Millionths of a US dollar, of the answers whose price was known. */
  costMicroUsd: z.int().min(0),
  /** Whose cost is therefore missing from the sum. */
  answersWithoutPrice: z.int().min(0),
};

export const UsageFigures = z.object(Figures);
export type UsageFigures = z.output<typeof UsageFigures>;

/** What answers of language models took, per day and model. */
export const UsageReport = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  timezone: z.string(),
  /** Days and models with no answers are left out. */
  items: z.array(z.object({ day: z.iso.date(), provider: z.string(), model: z.string(), ...Figures })),
  totals: UsageFigures,
});
export type UsageReport = z.output<typeof UsageReport>;
