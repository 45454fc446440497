import type { FormField } from '../../../forms/form-field.ts';

/** What a field is called, for people: its title, else the words of its name. */
export function labelOf({ title, name }: FormField): string {
  const label = title?.trim();
  if (label) return label.replace(/[\s:*]+$/, '');
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Inside a sentence: without its capital, unless it is an abbreviation. */
export function labelInside(field: FormField): string {
  const label = statedLabel(field);
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** As the name of a value: a title that is a question would be asked again by the summary. */
export const statedLabel = (field: FormField): string => labelOf(field).replace(/[¿?]/g, '').trim();
