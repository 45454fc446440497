import { dateFormat } from '#platform/date-formats.ts';
import type { FormField } from '../../../forms/form-field.ts';
import type { FieldScalar, FieldValue } from '../../../forms/known-field.ts';
import type { ReplyLanguage } from '../../../prompts/reply-language.ts';
import { meaningOf } from '../../form-filling/fields/field-meaning.ts';
import { REPLIES } from '../replies/replies.ts';
import { choiceInWords } from './choice-words.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Units as they stand behind a number. Those of counting (packs, drinks) are in the field's title anyway. */
const UNITS: Record<ReplyLanguage, Readonly<Record<string, string>>> = {
  en: {
    kg: 'kg',
    lb: 'lb',
    g: 'g',
    cm: 'cm',
    m: 'm',
    ft: 'ft',
    in: 'in',
    celsius: '°C',
    fahrenheit: '°F',
    day: 'days',
    week: 'weeks',
    month: 'months',
    year: 'years',
    hour: 'hours',
    minute: 'minutes',
  },
  es: {
    kg: 'kg',
    lb: 'lb',
    g: 'g',
    cm: 'cm',
    m: 'm',
    ft: 'pies',
    in: 'pulgadas',
    celsius: '°C',
    fahrenheit: '°F',
    day: 'días',
    week: 'semanas',
    month: 'meses',
    year: 'años',
    hour: 'horas',
    minute: 'minutos',
  },
};

/** A value as people read it: `1980-03-15` as “15 March 1980”, choices by their names, numbers with their unit. */
export function showValue(field: FormField, value: FieldValue, language: ReplyLanguage): string {
  const { and } = REPLIES[language].form;
  const values = typeof value === 'object' ? value : [value];
  const shown = values.map((one) => showScalar(field, one, language));
  if (shown.length < 2) return shown[0] ?? '';
  const last = shown.at(-1) ?? '';
  const joint = language === 'es' && /^h?i(?!e)/i.test(last) ? 'e' : and;
  return `${shown.slice(0, -1).join(', ')} ${joint} ${last}`;
}

function showScalar(field: FormField, value: FieldScalar, language: ReplyLanguage): string {
  const { yes, no } = REPLIES[language].form;
  if (typeof value === 'boolean') return value ? yes : no;
  if (field.enum) return choiceInWords(field, value, language);
  if (typeof value === 'number') return withUnit(field, value, language);
  return DATE.test(value) ? showDate(field, value, language) : value;
}

function withUnit(field: FormField, value: number, language: ReplyLanguage): string {
  const number = value.toLocaleString(language, { maximumFractionDigits: 2, useGrouping: false });
  const { unit, topic } = meaningOf(field);
  const name = topic?.id === 'age' || unit === undefined ? undefined : UNITS[language][unit.id];
  const spoken = value === 1 && name !== undefined && /^\p{Ll}{4,}$/u.test(name) ? name.replace(/(?:(?<=mes)es|s)$/, '') : name;
  return spoken === undefined ? number : `${number} ${spoken}`;
}

/** A day that is still to come is told with its name, by which a slip is noticed. */
function showDate(field: FormField, date: string, language: ReplyLanguage): string {
  const weekday = meaningOf(field).topic?.id === 'wish-date' ? { weekday: 'long' as const } : {};
  const format = dateFormat(language === 'es' ? 'es' : 'en-GB', 'UTC', { ...weekday, day: 'numeric', month: 'long', year: 'numeric' });
  return format.format(new Date(`${date}T12:00:00Z`));
}
