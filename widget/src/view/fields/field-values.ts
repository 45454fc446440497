import type { FormField } from '../../chat/chat.ts';
import type { Formats } from '../../texts/formats.ts';
import type { Words } from '../../texts/words.ts';

export type Confidence = 'high' | 'medium' | 'low';

/** As the API has its `confidenceLevel`. @param confidence from 0 to 1 */
export function confidenceLevel(confidence: number): Confidence {
  if (confidence >= 0.8) return 'high';
  return confidence >= 0.5 ? 'medium' : 'low';
}

/** A value as the visitor would write it. */
export function valueText(field: Pick<FormField, 'format'>, value: unknown, words: Words<'yes' | 'no'>, formats: Formats): string {
  if (Array.isArray(value)) return value.map((item) => valueText(field, item, words, formats)).join(', ');
  if (typeof value === 'boolean') return words(value ? 'yes' : 'no');
  if (typeof value === 'number') return formats.number(value);
  if (field.format === 'date' && typeof value === 'string') return formats.date(value);
  return String(value);
}

/** What the visitor has put into a field's input, or nothing where it cannot be taken. */
export function parseInput(field: Pick<FormField, 'type' | 'options'>, input: string): unknown {
  const text = input.trim();
  if (!text) return undefined;
  if (field.type === 'boolean') return text === 'true';
  if (field.type === 'array') return parseList(field, text);
  if (field.type !== 'number' && field.type !== 'integer') return field.options?.find((option) => String(option) === text) ?? text;
  // “1.234,5” is not guessed at: the input of a number gives a point.
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value) || (field.type === 'integer' && !Number.isInteger(value))) return undefined;
  return value;
}

function parseList(field: Pick<FormField, 'options'>, text: string): unknown[] {
  const items = text.split('\n').map((line) => line.trim());
  return items.filter(Boolean).map((item) => field.options?.find((option) => String(option) === item) ?? item);
}

/** What stands in a field's input before the visitor changes it. */
export function inputText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}
