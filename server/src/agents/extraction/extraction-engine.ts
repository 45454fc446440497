import type { FormSchema } from '../forms/form-schema.ts';
import type { Evidence, FieldValue } from '../forms/known-field.ts';

/** Finds out what a conversation says about the fields of a form. What it proposes is checked before anybody is shown it. */
export interface ExtractionEngine {
  /** For records: `builtin`, or the adapter of the model. */
  readonly id: string;
  /**
   * Everything that the conversation says by now, later words before earlier ones. The same request may be made again.
   * Aborting the signal ends the request upstream.
   * @throws {ExtractionFailed} when nothing could be read from what it said; {ModelError} when a model gives no answer
   * @throws {Error} at once, when called inside a unit of work
   */
  extract(request: ExtractionRequest, signal: AbortSignal): Promise<ProposedExtraction>;
}

export interface ExtractionRequest {
  formType: string;
  form: FormSchema;
  /** From the first to the last. */
  messages: readonly ExtractionMessage[];
  /** BCP 47, the conversation's. */
  language: string;
  /** “Tomorrow” is counted from here. */
  now: Date;
  /** IANA, the tenant's. */
  timeZone: string;
}

export interface ExtractionMessage {
  id: string;
  /** `user` is the visitor; `agent` is a person of the team. */
  role: 'user' | 'assistant' | 'agent';
  content: string;
}

/** What an engine thinks that it has found. */
export interface ProposedField {
  fieldName: string;
  value: FieldValue;
  /** Its own estimate, from 0 to 1. */
  confidence: number;
  evidence: readonly Evidence[];
}

export interface ProposedExtraction {
  fields: readonly ProposedField[];
  /** For people, such as what was contradictory. */
  notes?: string;
}

/** The engine answered, twice, and nothing could be read from it. What it wrote goes nowhere. */
export class ExtractionFailed extends Error {
  constructor() {
    super('The extraction engine gave no answer that could be read.');
    this.name = 'ExtractionFailed';
  }
}
