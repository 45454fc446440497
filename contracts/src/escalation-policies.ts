import { z } from 'zod';
import { ESCALATION_TRIGGERS, EscalationTrigger } from './escalations.ts';
import { MemberRole } from './tenants.ts';
import { Email, Id, line, Moment } from './text.ts';

const MINUTES_OF_A_WEEK = 7 * 24 * 60;
const minutes = (min: number) => z.int().min(min, `Must be at least ${min}`).max(MINUTES_OF_A_WEEK, 'Must be at most a week, 10080');

/** Whom a step tells: everybody with a role, one member, or an address that need not belong to a member. */
export const StepRecipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('role'), role: MemberRole }),
  z.strictObject({ kind: z.literal('member'), personId: Id }),
  z.strictObject({ kind: z.literal('email'), address: Email }),
]);
export type StepRecipient = z.output<typeof StepRecipient>;

/** Ways to tell people; of these only `email` exists so far, and a policy that names another is refused. */
export const StepChannel = z.enum(['email', 'sms', 'call']);

const timeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Must be a time of day such as 22:00')
  .meta({ examples: ['22:00'] });

/** On the clock of the tenant's time zone; from the evening to the morning where `to` is earlier than `from`. */
export const QuietHours = z
  .strictObject({
    from: timeOfDay,
    to: timeOfDay.meta({ examples: ['07:00'] }),
    /** What becomes of a step that is due meanwhile: it waits for their end, or it is left out. */
    whenDue: z.enum(['wait', 'skip']),
    /** Emergencies are told all the same, unless this says that they are quiet too. */
    evenEmergencies: z.boolean().default(false),
  })
  .refine(({ from, to }) => from !== to, { message: 'Must differ from from: quiet hours of a whole day would tell nobody', path: ['to'] });
export type QuietHours = z.output<typeof QuietHours>;

export const EscalationStep = z.strictObject({
  notify: z.array(StepRecipient).min(1, 'Must name somebody').max(20, 'Must have at most 20 recipients'),
  channel: StepChannel.default('email'),
  /** Since the escalation was opened. */
  afterMinutes: minutes(0).default(0),
  /** Tells them again, as long as nobody has taken it. */
  repeat: z
    .strictObject({ everyMinutes: minutes(1), times: z.int().min(1, 'Must be at least 1').max(20, 'Must be at most 20') })
    .nullable()
    .default(null),
  quietHours: QuietHours.nullable().default(null),
});
export type EscalationStep = z.output<typeof EscalationStep>;

/**
 * What the agent does once an escalation is opened. `silent`: people have the conversation, and the agent says nothing. `reassure`: the
 * same, and visitors who go on writing are told now and then, in fixed words, that the team knows. `continue`: it goes on answering.
 */
export const AgentBehaviour = z.enum(['silent', 'reassure', 'continue']);
export type AgentBehaviour = z.output<typeof AgentBehaviour>;

const triggers = z
  .array(EscalationTrigger)
  .max(ESCALATION_TRIGGERS.length)
  .overwrite((given) => [...new Set(given)]);

const settings = {
  name: line({ max: 120 }),
  /** Applies to every trigger that no other policy names. Making a policy the default takes that from the one before. */
  isDefault: z.boolean(),
  /** What it applies to. Each trigger belongs to one policy at most. */
  triggers,
  steps: z.array(EscalationStep).max(10, 'Must have at most 10 steps'),
  agentBehaviour: AgentBehaviour,
  /** For `reassure`: at most one such text in so many minutes. */
  reassureEveryMinutes: minutes(1),
  /** So long after the last step the policy has come to its end, when nobody took the escalation. */
  exhaustedAfterMinutes: minutes(0),
};

export const NewEscalationPolicy = z.strictObject({
  ...settings,
  isDefault: settings.isDefault.default(false),
  triggers: settings.triggers.default([]),
  agentBehaviour: settings.agentBehaviour.default('reassure'),
  reassureEveryMinutes: settings.reassureEveryMinutes.default(5),
  exhaustedAfterMinutes: settings.exhaustedAfterMinutes.default(15),
});
export type NewEscalationPolicy = z.output<typeof NewEscalationPolicy>;

/** What is left out stays as it is; `steps` and `triggers` are replaced as a whole. */
export const EscalationPolicyPatch = z.strictObject(settings).partial();
export type EscalationPolicyPatch = z.output<typeof EscalationPolicyPatch>;

export const EscalationPolicy = z.object({
  /** Null for the built-in policy, which holds as long as no policy is the default. */
  id: Id.nullable(),
  ...settings,
  /** Counts its changes; escalations keep the version that they began with. */
  version: z.int(),
  createdAt: Moment.nullable(),
  updatedAt: Moment.nullable(),
});
export type EscalationPolicy = z.output<typeof EscalationPolicy>;
