import { z } from 'zod';
import { ListQuery } from './lists.ts';
import { Id, Moment, text } from './text.ts';

/** `suggested` by an engine; `confirmed`, `corrected` and `rejected` by a person, and no engine touches those again. */
export const FieldStatus = z.enum(['suggested', 'confirmed', 'corrected', 'rejected']);
export type FieldStatus = z.output<typeof FieldStatus>;

/** `complete`: every required field has a value, or every field where none is required. `failed`: the latest attempt to read gave nothing. */
export const ExtractionStatus = z.enum(['partial', 'complete', 'failed']);
export type ExtractionStatus = z.output<typeof ExtractionStatus>;

/** How sure a value is. The number becomes a share of right values once people have judged enough of a field; until then go by the level. */
export const ConfidenceLevel = z.enum(['high', 'medium', 'low']);
export type ConfidenceLevel = z.output<typeof ConfidenceLevel>;

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
/** One value, or several where the field is a list. */
export const FieldValue = z.union([Scalar, z.array(Scalar)]);
export type FieldValue = z.output<typeof FieldValue>;

/** The words that a value rests on, to the letter as they stand in the message. */
export const FieldEvidence = z.object({ messageId: z.string(), quote: z.string() });
export type FieldEvidence = z.output<typeof FieldEvidence>;

/** A field as clients see it in an `extraction_update`. */
export interface FieldUpdate {
  fieldName: string;
  /** Null where somebody has rejected what was found. */
  value: FieldValue | null;
  /** From 0 to 1. */
  confidence: number;
  status: FieldStatus;
  evidence: FieldEvidence[];
}

export const PreviewField = z.object({
  fieldName: z.string(),
  value: FieldValue.nullable(),
  confidence: z.number(),
  confidenceLevel: ConfidenceLevel,
  status: FieldStatus,
  evidence: z.array(FieldEvidence),
});
export type PreviewField = z.output<typeof PreviewField>;

/** Who changed a field: an engine, the visitor, or the team. */
const ChangedBy = z.enum(['engine', 'visitor', 'team']);

export const ExtractionField = PreviewField.extend({
  /** The confidence is the share of values like this one that people found right. */
  isCalibrated: z.boolean(),
  changedBy: ChangedBy,
  changedByPersonId: Id.nullable(),
  changedAt: Moment,
});
export type ExtractionField = z.output<typeof ExtractionField>;

/** One change of one field. */
export const FieldChange = z.object({
  fieldName: z.string(),
  oldValue: FieldValue.nullable(),
  newValue: FieldValue.nullable(),
  oldStatus: FieldStatus.nullable(),
  /** Null where the field has left the form. */
  newStatus: FieldStatus.nullable(),
  evidence: z.array(FieldEvidence),
  changedBy: ChangedBy,
  changedByPersonId: Id.nullable(),
  /** For changes by an engine. */
  engine: z.string().nullable(),
  changedAt: Moment,
});
export type FieldChange = z.output<typeof FieldChange>;

/** A form that a conversation fills in. */
export const Extraction = z.object({
  id: Id,
  conversationId: Id,
  formType: z.string(),
  extractionStatus: ExtractionStatus,
  overallConfidence: z.number(),
  /** Who read the conversation last; null before the first time. */
  engine: z.string().nullable(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type Extraction = z.output<typeof Extraction>;

export const ExtractionDetail = Extraction.extend({
  /** As the page gave it. */
  formSchema: z.record(z.string(), z.unknown()),
  /** In the order of the form; a field of which nothing is known is left out. */
  fields: z.array(ExtractionField),
  /** What is still to be found out: required fields, or all where none is required. */
  missingFields: z.array(z.string()),
  /** What the engine and its checks have to say to the team. */
  notes: z.string().nullable(),
  /** From the first change to the last. */
  history: z.array(FieldChange),
});
export type ExtractionDetail = z.output<typeof ExtractionDetail>;

export const ExtractionListQuery = z.strictObject({
  ...ListQuery.shape,
  conversationId: Id.optional(),
  status: ExtractionStatus.optional(),
});
export type ExtractionListQuery = z.output<typeof ExtractionListQuery>;

export const FieldCorrection = z.strictObject({
  /** Of the type of the field. A number may be a text with a unit, such as “180 lb”, where the field names its own. */
  value: FieldValue,
});
export type FieldCorrection = z.output<typeof FieldCorrection>;

export const ExtractionPreviewRequest = z.strictObject({
  messages: z
    .array(
      z.strictObject({
        /** What evidence refers to; `m1` and so on where it is left out. */
        id: text({ min: 1, max: 200 }).optional(),
        role: z.enum(['user', 'assistant', 'agent']),
        content: text({ min: 1, max: 16_000 }),
      }),
    )
    .min(1, 'Must have at least one message')
    .max(200, 'Must have at most 200 messages'),
  /** A JSON Schema: an object whose properties are the fields. */
  formSchema: z.record(z.string(), z.unknown()),
  formType: text({ min: 1, max: 100 }).default('form'),
  /** `model`: the tenant's language model. `builtin`: the engine that needs none. Left out, whichever would read a conversation. */
  engine: z.enum(['model', 'builtin']).optional(),
});
export type ExtractionPreviewRequest = z.output<typeof ExtractionPreviewRequest>;

export const ExtractionPreview = z.object({
  fields: z.array(PreviewField),
  extractionStatus: ExtractionStatus,
  overallConfidence: z.number(),
});
export type ExtractionPreview = z.output<typeof ExtractionPreview>;
