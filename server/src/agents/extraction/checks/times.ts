import { numbersIn } from './numbers.ts';
import { fold, wordsOf } from './words.ts';

/** `HH:MM` of a day that has such an hour. */
export const isTimeOfDay = (value: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(value);

const AFTERNOON = /\b(?:pm|p m|afternoon|evening|tonight|night|tarde|noche)\b/;
const MORNING = /\b(?:am|a m|morning|manana|madrugada)\b/;

/** Whether a text names this time of day. */
export function namesTime(text: string, value: string): boolean {
  const [hour = 0, minute = 0] = value.split(':').map(Number);
  const words = wordsOf(text.replaceAll(/(\d{1,2})[:.h](\d{2})\b/g, '$1 $2'));
  const folded = fold(words.map((word) => word.text).join(' '));
  if (/\b(?:noon|midday|mediodia)\b/.test(folded) && hour === 12 && minute === 0) return true;
  if (/\b(?:midnight|medianoche)\b/.test(folded) && hour === 0 && minute === 0) return true;
  if (hour < 12 && AFTERNOON.test(folded) && !MORNING.test(folded)) return false;
  if (hour >= 13 && MORNING.test(folded) && !AFTERNOON.test(folded)) return false;
  const numbers = numbersIn(words).flatMap(({ values }) => values);
  const has = (wanted: number) => numbers.includes(wanted);
  const hasHour = (wanted: number) => has(wanted) || has(wanted % 12) || (wanted % 12 === 0 && has(12)) || has((wanted % 12) + 0.5);
  const before = /\b(?:to|menos|para las)\b/.test(folded);
  const past = hasHour(hour) && (minute === 0 || has(minute) || namesPart(folded, minute));
  const upTo = before && hasHour((hour + 1) % 24) && (has(60 - minute) || namesPart(folded, 60 - minute));
  return past || upTo;
}

const namesPart = (folded: string, minutes: number): boolean =>
  (minutes === 30 && /\b(?:half|media)\b/.test(folded)) || (minutes === 15 && /\b(?:quarter|cuarto)\b/.test(folded));
