import type { FieldValue } from '#agents/forms/known-field.ts';

/** What happens next in a visit. */
export type Happening =
  /** The visitor writes; somebody answers. */
  | string
  /** The visitor closes the page and comes back later. */
  | { break: true }
  /** Somebody of the team takes over and writes. */
  | { team: string };

export interface Persona {
  id: string;
  /** Who it is, for the reader. */
  title: string;
  about: string;
  clinic: 'english' | 'spanish';
  happenings: readonly Happening[];
  /** What the form has to hold in the end. */
  expected: Readonly<Record<string, FieldValue>>;
  /** What must not be in it. */
  absent?: readonly string[];
  /** Sentences, or parts of them, that the visitor has to have read, in this order. */
  reads: readonly string[];
}
