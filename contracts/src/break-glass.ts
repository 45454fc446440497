import { z } from 'zod';
import { Id, line, Moment } from './text.ts';

/** Why an administrator of the installation needs the personal data of a tenant that is not theirs, and for how long. */
export const BreakGlass = z.strictObject({
  reason: line({ max: 500 }).refine((value) => value.trim().length >= 10, 'Must say why, in at least 10 characters'),
  minutes: z.int().min(1).max(60),
});
export type BreakGlass = z.output<typeof BreakGlass>;

export const BreakGlassGrant = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  reason: z.string(),
  expiresAt: Moment,
  /** When somebody ended it before that. */
  endedAt: Moment.nullable(),
  createdAt: Moment,
});
export type BreakGlassGrant = z.output<typeof BreakGlassGrant>;
