/** A day as people mean it, without a time zone. `index` counts days since 1970-01-01. */
export interface Day {
  index: number;
}

const DAY_MS = 86_400_000;

export const dayOf = (year: number, month: number, day: number): Day | undefined => {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { index: at / DAY_MS } : undefined;
};

export const plusDays = (day: Day, days: number): Day => ({ index: day.index + Math.round(days) });

export const isoOf = (day: Day): string => new Date(day.index * DAY_MS).toISOString().slice(0, 10);

export const partsOf = (day: Day): { year: number; month: number; day: number; weekday: number } => {
  const date = new Date(day.index * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() };
};

/** The day that it is now in that place. An unknown zone counts as UTC. */
export function todayIn(timeZone: string, now: Date): Day {
  const [year = 1970, month = 1, day = 1] = dateTextIn(timeZone, now).split('-').map(Number);
  return dayOf(year, month, day) ?? { index: Math.floor(now.getTime() / DAY_MS) };
}

function dateTextIn(timeZone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}

/** The same day of an earlier or later month, or its last one. */
export function plusMonths(day: Day, months: number): Day {
  const { year, month, day: date } = partsOf(day);
  const first = Math.floor(month - 1 + months);
  const target = { year: year + Math.floor(first / 12), month: (((first % 12) + 12) % 12) + 1 };
  for (let wanted = date; wanted > 27; wanted -= 1) {
    const found = dayOf(target.year, target.month, wanted);
    if (found) return found;
  }
  return dayOf(target.year, target.month, Math.min(date, 28)) ?? day;
}
