import type { FormField } from '../../../forms/form-field.ts';
import type { FormSchema } from '../../../forms/form-schema.ts';
import type { FieldValue } from '../../../forms/known-field.ts';
import { meaningOf } from '../../form-filling/fields/field-meaning.ts';

/** People expect these one after the other. */
const TOGETHER = ['name', 'phone', 'email'];

/** By topic: what makes a question pointless. */
const POINTLESS: Readonly<Record<string, { when: string; is: (value: FieldValue) => boolean }>> = {
  allergens: { when: 'drug-allergy', is: (value) => value === false },
  insurer: { when: 'insured', is: (value) => value === false },
  'drinks-week': { when: 'alcohol', is: (value) => value === false },
  packs: { when: 'smoking', is: (value) => /never|nunca/i.test(String(value)) },
  'years-smoked': { when: 'smoking', is: (value) => /never|nunca/i.test(String(value)) },
  'years-quit': { when: 'smoking', is: (value) => !/former|ex|quit|antes|dej/i.test(String(value)) },
  pregnant: { when: 'sex', is: (value) => /^(?:male|man|hombre|masculino|m)$/i.test(String(value)) },
  pregnancies: { when: 'sex', is: (value) => /^(?:male|man|hombre|masculino|m)$/i.test(String(value)) },
  'last-period': { when: 'sex', is: (value) => /^(?:male|man|hombre|masculino|m)$/i.test(String(value)) },
};

/** The visitor's fields in the order in which to ask: required ones first, then as the form has them, with what belongs together in a row. */
export function inAskingOrder(form: FormSchema): FormField[] {
  const fields = form.fields.filter(({ askedOf }) => askedOf === 'visitor');
  const required = fields.filter(({ isRequired }) => isRequired);
  return [...withContactsTogether(required), ...withContactsTogether(fields.filter(({ isRequired }) => !isRequired))];
}

function withContactsTogether(fields: readonly FormField[]): FormField[] {
  const contacts = fields.filter((field) => TOGETHER.includes(topicOf(field)));
  const first = fields.findIndex((field) => contacts.includes(field));
  if (first < 0) return [...fields];
  const sorted = contacts.toSorted((one, other) => TOGETHER.indexOf(topicOf(one)) - TOGETHER.indexOf(topicOf(other)));
  const others = (part: readonly FormField[]) => part.filter((field) => !contacts.includes(field));
  return [...others(fields.slice(0, first)), ...sorted, ...others(fields.slice(first))];
}

/** Whether what is known, or left out, makes the question pointless, such as the insurer of somebody without insurance. */
export function isPointless(
  field: FormField,
  { fields }: FormSchema,
  values: ReadonlyMap<string, FieldValue>,
  settled: ReadonlySet<string>,
): boolean {
  const rule = POINTLESS[topicOf(field)];
  const condition = rule && fields.find((other) => topicOf(other) === rule.when);
  if (!rule || !condition) return false;
  const value = values.get(condition.name);
  return value === undefined ? settled.has(condition.name) : rule.is(value);
}

export const topicOf = (field: FormField): string => meaningOf(field).topic?.id ?? '';
