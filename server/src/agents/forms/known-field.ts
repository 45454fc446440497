import type { FormSchema } from './form-schema.ts';

/** What a field can hold: one value, or several where the field is a list. Dates are `YYYY-MM-DD`, times of day `HH:MM`. */
export type FieldScalar = string | number | boolean;
export type FieldValue = FieldScalar | readonly FieldScalar[];

/** The words that a value rests on, to the letter as they stand in the message. */
export interface Evidence {
  messageId: string;
  quote: string;
}

/** `suggested` by an engine; the others by a person, and no engine touches those again. */
export type FieldStatus = 'suggested' | 'confirmed' | 'corrected' | 'rejected';

/** What is known of one field. */
export interface KnownField {
  fieldName: string;
  /** Null where somebody has rejected what was found. */
  value: FieldValue | null;
  /** From 0 to 1. */
  confidence: number;
  status: FieldStatus;
  evidence: readonly Evidence[];
}

/** A form and how far it is filled in, as whoever answers the visitor gets it. */
export interface Intake {
  formType: string;
  form: FormSchema;
  fields: readonly KnownField[];
  /** “Tomorrow” is counted from here. */
  now: Date;
  /** IANA, the tenant's. */
  timeZone: string;
}
