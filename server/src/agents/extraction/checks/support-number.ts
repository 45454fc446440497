import type { FormField } from '../../forms/form-field.ts';
import { todayOf } from './dates.ts';
import { quantitiesIn } from './quantities.ts';
import {
  isOnTopic,
  notSupported,
  type Support,
  type SupportContext,
  speaksAnotherLanguage,
  statedIn,
  supported,
  unchecked,
} from './support.ts';
import { convert, type Unit, unitById, unitOfField } from './units.ts';
import { fold } from './words.ts';

/** What rounding may do. */
const CLOSE_SHARE = 0.011;
const CLOSE = 0.051;

/** A number has to stand in the words. One that they give in another unit than the field's is converted here, whoever has copied it. */
export function supportNumber(field: FormField, value: number, { ground, today }: SupportContext): Support {
  const stated = statedIn(ground);
  const wanted = unitOfField(field);
  let copied: number | undefined;
  let offTopic = false;
  const perDay = isWeekly(field) && ground.clauses.some(({ words }) => DAILY.test(words.map(({ text }) => text).join(' ')));
  for (const { values, unit } of quantitiesIn(stated)) {
    for (const said of values) {
      const own = unit && wanted ? convert(said, unit, wanted) : unit ? said : inUsualUnit(said, wanted, field);
      if (own === undefined) continue;
      if (perDay && isClose(own * 7, value, field)) return supported(value);
      if (isClose(own, value, field)) {
        // A bare number may count anything, and years do; what was asked or said around it tells.
        if ((unit !== undefined && unit.dimension !== 'time') || isOnTopic(field, ground) || speaksAnotherLanguage(field, ground))
          return supported(value);
        offTopic = true;
      } else if (own !== said && isClose(said, value, field)) copied ??= own;
    }
  }
  if (copied !== undefined) return { kind: 'supported', value: rounded(copied, field, wanted), isConverted: true };
  if (offTopic) return unchecked(value);
  if (isAgeOfYear(field, value, stated, Math.floor(todayOf(today) / 365.2425) + 1970)) return supported(value);
  // “since Monday” says how long, without a number.
  const saysHowLong = wanted?.dimension === 'time' && SINCE.test(fold(stated));
  return saysHowLong ? unchecked(value) : notSupported;
}

/** People say “1,62” for how tall they are, also to a form that wants centimetres, and “59” of a thermostat in Fahrenheit. */
function inUsualUnit(said: number, wanted: Unit | undefined, { maximum }: FormField): number {
  const fahrenheit = unitById('F');
  if (wanted?.id === 'cm' && said > 0.4 && said < 2.6) return said * 100;
  if (wanted?.id === 'C' && fahrenheit && maximum !== undefined && said > maximum) return convert(said, fahrenheit, wanted) ?? said;
  return said;
}

/** “A glass a day”, to a form that counts by the week. */
const isWeekly = ({ name, title = '', description = '' }: FormField): boolean =>
  /\b(?:per|a|each|por|a la|cada) (?:week|semana)\b|week/.test(fold(`${name} ${title} ${description}`));
const DAILY = /\b(?:every ?day|each day|a day|per day|daily|cada dia|al dia|todos los dias|diario)\b/;

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
