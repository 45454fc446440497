import type { FormField } from '../../../forms/form-field.ts';

/** The number where the field can hold it. A whole number is not made by rounding what was said. */
export function fitting(field: FormField, value: number | undefined): number | undefined {
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const number = field.type === 'integer' && Math.abs(value - Math.round(value)) < 0.05 ? Math.round(value) : value;
  if (field.type === 'integer' && !Number.isInteger(number)) return undefined;
  if (field.minimum !== undefined && number < field.minimum) return undefined;
  return field.maximum !== undefined && number > field.maximum ? undefined : number;
}
