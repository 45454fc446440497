import type { FormField } from '../../forms/form-field.ts';
import { todayOf } from './dates.ts';
import { quantitiesIn } from './quantities.ts';
import { notSupported, type Support, type SupportContext, statedIn, supported, unchecked } from './support.ts';
import { convert, type Unit, unitOfField } from './units.ts';
import { fold } from './words.ts';

/** What rounding may do. */
const CLOSE_SHARE = 0.011;
const CLOSE = 0.051;

/** A number has to stand in the words. One that they give in another unit than the field's is converted here, whoever has copied it. */
export function supportNumber(field: FormField, value: number, { ground, today }: SupportContext): Support {
  const stated = statedIn(ground);
  const wanted = unitOfField(field);
  let copied: number | undefined;
  for (const { values, unit } of quantitiesIn(stated)) {
    for (const said of values) {
      const own = unit && wanted ? convert(said, unit, wanted) : said;
      if (own === undefined) continue;
      if (isClose(own, value, field)) return supported(value);
      if (unit !== wanted && isClose(said, value, field)) copied ??= own;
    }
  }
  if (copied !== undefined) return { kind: 'supported', value: rounded(copied, field, wanted), isConverted: true };
  if (isAgeOfYear(field, value, stated, Math.floor(todayOf(today) / 365.2425) + 1970)) return supported(value);
  // “since Monday” says how long, without a number.
  const saysHowLong = wanted?.dimension === 'time' && SINCE.test(fold(stated));
  return saysHowLong ? unchecked(value) : notSupported;
}

const SINCE =
  /\b(?:since|yesterday|last night|last week|last month|desde|ayer|anteayer|anoche|semana pasada|mes pasado|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b/;

function isClose(said: number, value: number, { type }: FormField): boolean {
  const difference = Math.abs(said - value);
  if (type === 'integer' && !Number.isInteger(said)) return difference < 1;
  return difference <= Math.max(CLOSE, Math.abs(said) * (Number.isInteger(said) ? 0 : CLOSE_SHARE));
}

/** Years are counted when they are over; everything else is rounded. */
function rounded(value: number, { type }: FormField, unit: Unit | undefined): number {
  if (type === 'integer') return unit?.id === 'year' ? Math.floor(value) : Math.round(value);
  const digits = Math.abs(value) >= 10 ? 1 : 2;
  return Number(value.toFixed(digits));
}

/** “I was born in 1950”, for an age. */
function isAgeOfYear({ name, title = '', description = '' }: FormField, value: number, text: string, thisYear: number): boolean {
  if (!/\b(?:age|edad|anos|years? old)\b/.test(fold(`${name} ${title} ${description}`))) return false;
  const years = [...text.matchAll(/\b(?:19|20)\d{2}\b/g)].map(([year]) => thisYear - Number(year));
  return years.some((age) => age === value || age - 1 === value);
}
