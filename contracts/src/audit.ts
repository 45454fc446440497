import { z } from 'zod';
import { ListQuery } from './lists.ts';
import { Id, Moment, text } from './text.ts';

export const AuditOutcome = z.enum(['ok', 'refused', 'failed']);
export type AuditOutcome = z.output<typeof AuditOutcome>;

export const AuditActorKind = z.enum(['person', 'api-key', 'visitor', 'agent', 'system', 'job']);

/** One thing that somebody did, or tried. It holds ids and small facts, never what people wrote. */
export const AuditEntry = z.object({
  id: Id,
  createdAt: Moment,
  actor: z.object({ kind: AuditActorKind, id: z.string().nullable() }),
  /** Such as `conversation.read`; docs/audit.md lists them. */
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string().nullable() }),
  /** Everything else that it touched or showed, such as the conversations of a list. */
  subjectIds: z.array(z.string()),
  outcome: AuditOutcome,
  source: z.object({
    channel: z.string(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    requestId: z.string().nullable(),
  }),
  facts: z.record(z.string(), z.unknown()),
  /** Where it stands in the chain of its log, without gaps from 1; null for the few seconds until it is sealed. */
  chainSeq: z.int().nullable(),
  hash: z.string().nullable(),
});
export type AuditEntry = z.output<typeof AuditEntry>;

const filter = {
  actorKind: AuditActorKind.optional(),
  actorId: text({ min: 1, max: 200 }).optional(),
  /** A whole name, or the beginning of names: `conversation.` finds everything done with conversations. */
  action: z
    .string()
    .max(100)
    .regex(/^[a-z-]+(\.[a-z-]*)?$/, 'Must be an action such as conversation.read, or the beginning of one')
    .meta({ examples: ['conversation.read'] })
    .optional(),
  subjectKind: z
    .string()
    .max(100)
    .regex(/^[a-z-]+$/, 'Must be a kind such as conversation')
    .meta({ examples: ['conversation'] })
    .optional(),
  /** What an entry is about, touched or showed. */
  subjectId: Id.optional(),
  outcome: AuditOutcome.optional(),
  from: Moment.optional(),
  /** Itself no part of it. */
  to: Moment.optional(),
};

export const AuditFilter = z.strictObject(filter);
export type AuditFilter = z.output<typeof AuditFilter>;

export const AuditListQuery = z.strictObject({ ...ListQuery.shape, ...filter });
export type AuditListQuery = z.output<typeof AuditListQuery>;

export const AuditExportQuery = z.strictObject({ format: z.enum(['csv', 'jsonl']).default('csv'), ...filter });
export type AuditExportQuery = z.output<typeof AuditExportQuery>;
