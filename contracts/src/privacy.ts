import { z } from 'zod';
import { ListQuery } from './lists.ts';
import { Id, line, Moment, text } from './text.ts';

/** Whose data. */
export const PersonalDataExport = z.strictObject({ contactId: Id });
export const PersonalDataErasure = z.strictObject({
  contactId: Id,
  /** Why, for those who look later; no name and no address. */
  reason: line({ max: 500 }).optional(),
});
export type PersonalDataErasure = z.output<typeof PersonalDataErasure>;

/** `refused`: a legal hold came in between. `failed`: it was tried often enough; asking again begins anew. */
export const PrivacyRequestStatus = z.enum(['pending', 'done', 'refused', 'failed']);

export const PrivacyRequest = z.object({
  id: Id,
  kind: z.enum(['export', 'erasure']),
  contactId: Id,
  status: PrivacyRequestStatus,
  reason: z.string().nullable(),
  requestedByPersonId: Id.nullable(),
  /** How much was exported or erased, by kind; null before it is done. */
  counts: z.record(z.string(), z.int()).nullable(),
  /** Where the export can be fetched, as long as it is kept. */
  fileUrl: z.string().nullable(),
  sizeBytes: z.int().nullable(),
  expiresAt: Moment.nullable(),
  createdAt: Moment,
  finishedAt: Moment.nullable(),
});
export type PrivacyRequest = z.output<typeof PrivacyRequest>;

export const PrivacyRequestListQuery = z.strictObject({ ...ListQuery.shape, contactId: Id.optional() });
export type PrivacyRequestListQuery = z.output<typeof PrivacyRequestListQuery>;

export const NewLegalHold = z.strictObject({ contactId: Id, reason: text({ min: 1, max: 500 }) });
export type NewLegalHold = z.output<typeof NewLegalHold>;

/** While it lasts, nothing of the contact is erased, by nobody and by no rule. */
export const LegalHold = z.object({
  id: Id,
  contactId: Id,
  reason: z.string(),
  placedByPersonId: Id.nullable(),
  createdAt: Moment,
  releasedAt: Moment.nullable(),
});
export type LegalHold = z.output<typeof LegalHold>;

export const LegalHoldListQuery = z.strictObject({ ...ListQuery.shape, contactId: Id.optional() });
export type LegalHoldListQuery = z.output<typeof LegalHoldListQuery>;

/** What can be kept for so long and no longer. */
export const DataClass = z.enum(['conversations', 'contacts', 'tickets']);
export type DataClass = z.output<typeof DataClass>;

export const RetentionRule = z.object({
  dataClass: DataClass,
  /** What the class holds and from when it counts. */
  description: z.string(),
  /** Null: until somebody erases it. */
  days: z.int().nullable(),
});
export const Retention = z.object({ items: z.array(RetentionRule) });
export type Retention = z.output<typeof Retention>;

const Days = z.int('Must be a whole number').min(1, 'Must be at least 1').max(36_500, 'Must be at most 36500').nullable();
/** What is left out stays as it is; null keeps the class until somebody erases it. */
export const RetentionPatch = z.strictObject({ conversations: Days.optional(), contacts: Days.optional(), tickets: Days.optional() });
export type RetentionPatch = z.output<typeof RetentionPatch>;
