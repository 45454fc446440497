import type { Language } from './words.ts';

/** Dates, numbers and sizes as the visitor writes them. */
export interface Formats {
  time(at: number): string;
  /** “today”, “yesterday”, or the date. */
  day(at: number, now: number): string;
  /** Date and time, for a transcript. */
  moment(at: number): string;
  number(value: number): string;
  /** @param share from 0 to 1 */
  percent(share: number): string;
  /** @param bytes of a file */
  size(bytes: number): string;
  /** @param isoDate `2026-11-20` */
  date(isoDate: string): string;
}

const made = new Map<string, Formats>();

/** @param preferred languages of the visitor, as the browser has them: they decide between en-GB and en-US */
export function formatsFor(language: Language, preferred: readonly string[], timeZone?: string): Formats {
  const locale = preferred.find((one) => one.split('-')[0] === language) ?? language;
  const key = `${locale} ${timeZone}`;
  const formats = made.get(key) ?? makeFormats(locale, timeZone);
  made.set(key, formats);
  return formats;
}

function makeFormats(locale: string, timeZone: string | undefined): Formats {
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(locale, { ...zone, timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { ...zone, weekday: 'long', day: 'numeric', month: 'long' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const moment = new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'medium', timeStyle: 'short' });
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const sized = (value: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return {
    time: (at) => time.format(at),
    day: (at, now) => {
      if (day.format(at) === day.format(now)) return relative.format(0, 'day');
      if (day.format(at) === day.format(now - DAY_MS)) return relative.format(-1, 'day');
      return day.format(at);
    },
    moment: (at) => moment.format(at),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    size: (bytes) => {
      if (bytes < 1_000) return sized(bytes, 'byte');
      return bytes < 1_000_000 ? sized(bytes / 1_000, 'kilobyte') : sized(bytes / 1_000_000, 'megabyte');
    },
    date: (isoDate) => {
      const at = Date.parse(isoDate);
      return Number.isNaN(at) ? isoDate : date.format(at);
    },
  };
}

const DAY_MS = 86_400_000;
