import type { FormField } from '../forms/form-field.ts';
import type { Intake } from '../forms/known-field.ts';
import { INTAKE_TEXTS } from './intake-notice.texts.ts';
import { replyLanguage } from './reply-language.ts';
import { singleLine } from './single-line.ts';

/** Whoever asks for more at once asks for nothing. */
const MAX_LISTED = 8;
const MAX_DESCRIPTION_LENGTH = 120;

/**
 * What the agent is told of a form: what is still to be found out, so that it asks for it when that is natural. Titles come from the
 * page, which anybody may have written, so they are quoted like data.
 */
export function intakeNotice({ form, fields }: Pick<Intake, 'form' | 'fields'>, locale: string): string {
  const texts = INTAKE_TEXTS[replyLanguage(locale)];
  const known = new Set(fields.flatMap(({ fieldName, value }) => (value === null ? [] : [fieldName])));
  const rejected = new Set(fields.flatMap(({ fieldName, status }) => (status === 'rejected' ? [fieldName] : [])));
  const asked = form.fields.filter(({ askedOf }) => askedOf === 'visitor');
  const wanted = asked.some(({ isRequired }) => isRequired) ? asked.filter(({ isRequired }) => isRequired) : asked;
  const missing = wanted.filter(({ name }) => !known.has(name) && !rejected.has(name));
  if (missing.length === 0) return texts.complete;
  const listed = missing.slice(0, MAX_LISTED).map((field) => `- ${describe(field)}`);
  return [texts.missing, ...listed].join('\n');
}

function describe({ name, title, description, enum: choices }: FormField): string {
  const about = description === undefined ? '' : ` — ${JSON.stringify(singleLine(description, MAX_DESCRIPTION_LENGTH))}`;
  const among =
    choices && choices.length <= 10 ? ` (${choices.map((choice) => JSON.stringify(singleLine(String(choice)))).join(', ')})` : '';
  return `${JSON.stringify(singleLine(title ?? name))}${about}${among}`;
}
