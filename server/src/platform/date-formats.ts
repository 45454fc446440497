/** Making a formatter takes some hundred times as long as using it. Locales come from visitors, so the number kept is bounded. */
const MAX_KEPT = 300;
const kept = new Map<string, Intl.DateTimeFormat>();
const usableTimeZones = new Map<string, string>();

/**
 * A formatter that is made once. A locale or time zone that this runtime does not know, which a stored one may be,
 * becomes English or UTC: nothing fails on the way a date is written.
 */
export function dateFormat(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, options]);
  const found = kept.get(key);
  if (found) return found;
  const made = new Intl.DateTimeFormat(usableLocale(locale), { ...options, timeZone: usableTimeZone(timeZone) });
  keep(kept, key, made);
  return made;
}

/** Where a clock shows what: `date` as 2026-03-02, `time` as 09:30. */
export function localTime(now: Date, timeZone: string): { date: string; time: string } {
  const parts = new Map(
    dateFormat('en', timeZone, LOCAL_PARTS)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return { date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

const LOCAL_PARTS: Intl.DateTimeFormatOptions = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

function usableTimeZone(timeZone: string): string {
  const known = usableTimeZones.get(timeZone);
  if (known !== undefined) return known;
  const usable = isSupported(() => new Intl.DateTimeFormat('en', { timeZone })) ? timeZone : 'UTC';
  keep(usableTimeZones, timeZone, usable);
  return usable;
}

const usableLocale = (locale: string): string => (isSupported(() => Intl.getCanonicalLocales(locale)) ? locale : 'en');

function isSupported(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.size >= MAX_KEPT) map.clear();
  map.set(key, value);
}
