import type { FormField, FormState } from '../../chat/chat.ts';

/** Values that are known, of those that are asked for: the required ones, or all where none is required. */
export function progressOf(form: FormState): { known: number; total: number } {
  const required = form.fields.filter((field) => field.isRequired);
  const wanted = required.length > 0 ? required : form.fields;
  return { known: wanted.filter(isKnown).length, total: wanted.length };
}

/** A rejected value is none. */
export function isKnown({ known }: FormField): boolean {
  return !!known && known.status !== 'rejected' && known.value !== null;
}
