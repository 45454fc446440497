import { z } from 'zod';
import { ListQuery } from './lists.ts';
import { Id, Moment, text } from './text.ts';

/** From most to least urgent. An escalation's urgency only ever rises. */
export const URGENCIES = ['emergency', 'high', 'normal'] as const;
export const EscalationUrgency = z.enum(URGENCIES);
export type EscalationUrgency = z.output<typeof EscalationUrgency>;

/** What calls for a person. */
export const ESCALATION_TRIGGERS = [
  'emergency-words',
  'high-priority-words',
  'asked-for-person',
  'agent-uncertain',
  'staff-override',
] as const;
export const EscalationTrigger = z.enum(ESCALATION_TRIGGERS);
export type EscalationTrigger = z.output<typeof EscalationTrigger>;

/** `open`: nobody has taken it yet. `acknowledged`: somebody of the team has. `resolved`: it is over. */
export const EscalationStatus = z.enum(['open', 'acknowledged', 'resolved']);
export type EscalationStatus = z.output<typeof EscalationStatus>;

/** Why somebody thought so, once per reason. It holds what people wrote: it is read here, and stands in no event, mail or log. */
export const EscalationEvidence = z.object({
  trigger: EscalationTrigger,
  urgency: EscalationUrgency,
  messageId: Id.nullable(),
  /** The words of the message. */
  quote: z.string().nullable(),
  /** What the agent or the person of the team said about it. */
  note: z.string().nullable(),
  ruleIds: z.array(z.string()),
  createdAt: Moment,
});
export type EscalationEvidence = z.output<typeof EscalationEvidence>;

/** One person or address that was told, or was to be told. `withdrawn`: somebody had taken the escalation before it was sent. */
export const EscalationNotification = z.object({
  /** Counts from 1; a reopened or raised escalation runs its policy again. */
  run: z.int(),
  /** Which step of the policy, from 1. */
  step: z.int(),
  /** 0 for the first time, then as the step repeats. */
  repeat: z.int(),
  channel: z.string(),
  /** A member of the team; null for an address. */
  personId: Id.nullable(),
  address: z.string().nullable(),
  status: z.enum(['pending', 'sent', 'withdrawn', 'failed']),
  sentAt: Moment.nullable(),
});
export type EscalationNotification = z.output<typeof EscalationNotification>;

/** A conversation that needs a person. */
export const Escalation = z.object({
  id: Id,
  conversationId: Id,
  contactId: Id,
  urgency: EscalationUrgency,
  /** What opened it; what came later stands in its evidence. */
  trigger: EscalationTrigger,
  status: EscalationStatus,
  /** The policy that it follows, as it was when the run began; a null id is the built-in one. */
  policy: z.object({ id: Id.nullable(), name: z.string(), version: z.int() }),
  run: z.int(),
  /** The last step of the policy that was taken, from 1; null before the first. */
  currentStep: z.int().nullable(),
  /** When the next step is due, as long as nobody has taken it. */
  nextStepAt: Moment.nullable(),
  openedAt: Moment,
  /** Who opened it, where that was a person of the team. */
  openedBy: Id.nullable(),
  acknowledgedAt: Moment.nullable(),
  acknowledgedBy: Id.nullable(),
  resolvedAt: Moment.nullable(),
  resolvedBy: Id.nullable(),
  /** When the policy came to its end and nobody had taken it. */
  exhaustedAt: Moment.nullable(),
  reopenedCount: z.int(),
});
export type Escalation = z.output<typeof Escalation>;

export const EscalationDetail = Escalation.extend({
  evidence: z.array(EscalationEvidence),
  notifications: z.array(EscalationNotification),
});
export type EscalationDetail = z.output<typeof EscalationDetail>;

export const NewEscalation = z.strictObject({
  conversationId: Id,
  urgency: EscalationUrgency.default('high'),
  /** For the team. */
  note: text({ min: 1, max: 500 }).optional(),
});
export type NewEscalation = z.output<typeof NewEscalation>;

export const EscalationListQuery = z.strictObject({
  ...ListQuery.shape,
  status: EscalationStatus.optional(),
  urgency: EscalationUrgency.optional(),
  conversationId: Id.optional(),
  /** `newest` first, or the most `urgent` first and among those the newest. */
  order: z.enum(['newest', 'urgent']).default('newest'),
});
export type EscalationListQuery = z.output<typeof EscalationListQuery>;
