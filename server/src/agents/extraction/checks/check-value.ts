import type { FormField } from '../../forms/form-field.ts';
import type { FieldScalar, FieldValue } from '../../forms/known-field.ts';
import { choiceFor, choicesOf } from './choices.ts';
import { isEmail, isPhone } from './contacts.ts';
import { dayOf } from './dates.ts';
import { quantitiesIn } from './quantities.ts';
import { matchesPattern } from './safe-pattern.ts';
import { isTimeOfDay } from './times.ts';
import { convert, unitOfField } from './units.ts';
import { fold } from './words.ts';

export type ValueReason = 'empty' | 'wrong-type' | 'not-a-choice' | 'out-of-range' | 'wrong-format' | 'wrong-pattern';

/** `isChanged`: it was understood, and brought into the form's own spelling or unit. */
export type CheckedScalar = { ok: true; value: FieldScalar; isChanged: boolean } | { ok: false; reason: ValueReason; message: string };
export type CheckedValue = { ok: true; value: FieldValue } | { ok: false; reason: ValueReason; message: string };

const MAX_TEXT_LENGTH = 2_000;
const MAX_ITEMS = 50;
const NOTHING =
  /^(?:null|none given|unknown|not (?:said|stated|mentioned|provided|specified)|n\/?a|undefined|desconocido|no (?:dice|especificado|mencionado)|-+|\?+)?$/;
const YES = /^(?:true|yes|y|si)$/;
const NO = /^(?:false|no|n)$/;

const refused = (reason: ValueReason, message: string): CheckedScalar & { ok: false } => ({ ok: false, reason, message });

/** A value as a person gives it for a field: whether the field can hold it, whatever anybody has said. */
export function checkValue(field: FormField, given: unknown): CheckedValue {
  if (!field.isList) return within(field, checkScalar(field, given));
  if (!Array.isArray(given)) return refused('wrong-type', 'Must be a list');
  if (given.length > MAX_ITEMS) return refused('out-of-range', `Must have at most ${MAX_ITEMS} values`);
  const values: FieldScalar[] = [];
  for (const item of given) {
    const checked = within(field, checkScalar(field, item));
    if (!checked.ok) return checked;
    values.push(checked.value);
  }
  return { ok: true, value: withoutRepetition(values) };
}

/** The first of values that are the same but for case and accents. */
export function withoutRepetition(values: readonly FieldScalar[]): FieldScalar[] {
  const key = (value: FieldScalar) => (typeof value === 'string' ? fold(value.trim()) : value);
  return values.filter((value, index) => values.findIndex((other) => key(other) === key(value)) === index);
}

/** Its type, its choices, and the form of its text. Limits come later: a number may be in another unit still. */
export function checkScalar(field: FormField, given: unknown): CheckedScalar {
  if (given === null || given === undefined) return refused('empty', 'Has no value');
  if (typeof given === 'string' && NOTHING.test(fold(given.trim()))) return refused('empty', 'Has no value');
  if (typeof given === 'object') return refused('wrong-type', `Must be one value of type ${field.type}`);
  if (field.enum) {
    const choice = choiceFor(typeof given === 'string' ? given.trim() : given, choicesOf(field));
    if (choice === undefined) return refused('not-a-choice', `Must be one of ${field.enum.map((one) => JSON.stringify(one)).join(', ')}`);
    return { ok: true, value: choice, isChanged: choice !== given };
  }
  if (field.type === 'boolean') return checkBoolean(given);
  return field.type === 'string' ? checkText(field, given) : checkNumber(field, given);
}

function checkBoolean(given: unknown): CheckedScalar {
  if (typeof given === 'boolean') return { ok: true, value: given, isChanged: false };
  const word = fold(String(given).trim());
  if (YES.test(word)) return { ok: true, value: true, isChanged: true };
  return NO.test(word) ? { ok: true, value: false, isChanged: true } : refused('wrong-type', 'Must be true or false');
}

/** “180 lb” is understood; it becomes the field's unit where that is known. */
function checkNumber(field: FormField, given: unknown): CheckedScalar {
  if (typeof given === 'number') {
    return Number.isFinite(given) ? { ok: true, value: given, isChanged: false } : refused('wrong-type', 'Must be a number');
  }
  if (typeof given !== 'string') return refused('wrong-type', 'Must be a number');
  const [quantity, ...more] = quantitiesIn(given);
  const [said] = quantity?.values ?? [];
  if (quantity === undefined || said === undefined || more.length > 0) return refused('wrong-type', 'Must be a number');
  const wanted = unitOfField(field);
  const own = quantity.unit && wanted ? convert(said, quantity.unit, wanted) : said;
  if (own === undefined) return refused('wrong-type', `Must be in ${wanted?.id}, and is in ${quantity.unit?.id}`);
  const isWhole = field.type === 'integer' && quantity.unit !== wanted;
  return { ok: true, value: isWhole ? Math.round(own) : Number(own.toFixed(2)), isChanged: true };
}

function checkText(field: FormField, given: unknown): CheckedScalar {
  if (typeof given === 'boolean') return refused('wrong-type', 'Must be a text');
  const value = String(given).trim();
  if (value.length > MAX_TEXT_LENGTH) return refused('out-of-range', `Must have at most ${MAX_TEXT_LENGTH} characters`);
  if (value.includes('\0') || !value.isWellFormed()) return refused('wrong-type', 'Has characters that no text can have');
  const fault = formatFault(field.format, value);
  if (fault !== undefined) return refused('wrong-format', fault);
  if (field.pattern !== undefined && !matchesPattern(field.pattern, value)) return refused('wrong-pattern', `Must match ${field.pattern}`);
  return { ok: true, value, isChanged: value !== given };
}

function formatFault(format: string | undefined, value: string): string | undefined {
  switch (format) {
    case 'date':
      return dayOf(value) === undefined ? 'Must be a day of the calendar, as YYYY-MM-DD' : undefined;
    case 'time':
      return isTimeOfDay(value) ? undefined : 'Must be a time of day, as HH:MM';
    case 'date-time':
      return dayOf(value.slice(0, 10)) !== undefined && isTimeOfDay(value.slice(11, 16))
        ? undefined
        : 'Must be a moment, as YYYY-MM-DDTHH:MM';
    case 'email':
    case 'idn-email':
      return isEmail(value) ? undefined : 'Must be an e-mail address';
    case 'phone':
    case 'tel':
      return isPhone(value) ? undefined : 'Must be a phone number';
    case 'uri':
    case 'url':
      return URL.canParse(value) ? undefined : 'Must be a web address';
    default:
      return undefined;
  }
}

/** Whether a value keeps the field's limits. */
export function within(field: FormField, checked: CheckedScalar): CheckedScalar {
  if (!checked.ok) return checked;
  const { minimum, maximum } = field;
  const { value } = checked;
  if (field.type === 'integer' && typeof value === 'number' && !Number.isInteger(value))
    return refused('wrong-type', 'Must be a whole number');
  const size = typeof value === 'string' ? value.length : value;
  if (typeof size !== 'number') return checked;
  const what = typeof value === 'string' ? 'Must have' : 'Must be';
  const characters = typeof value === 'string' ? ' characters' : '';
  if (minimum !== undefined && size < minimum) return refused('out-of-range', `${what} at least ${minimum}${characters}`);
  if (maximum !== undefined && size > maximum) return refused('out-of-range', `${what} at most ${maximum}${characters}`);
  return checked;
}
