import type { EscalationStep, StepRecipient } from '@foyer/contracts/escalation-policies.ts';
import type { EscalationUrgency } from '@foyer/contracts/escalations.ts';
import { endOfQuiet, isQuiet } from './quiet-hours.policy.ts';

/** Something that a run of a policy will do at a moment, unless somebody takes the escalation before. */
export type PlannedStep =
  | {
      kind: 'notify';
      /** ISO 8601. */
      dueAt: string;
      /** Which step of the policy, from 1. */
      step: number;
      /** 0 for the first time. */
      repeat: number;
      channel: 'email';
      notify: StepRecipient[];
    }
  /** Nobody took it. */
  | { kind: 'exhausted'; dueAt: string };

interface Ladder {
  steps: readonly EscalationStep[];
  exhaustedAfterMinutes: number;
}

const MINUTE_MS = 60_000;

/**
 * Everything that a run will do, in order of time. Worked out once, when the run begins: a policy that is changed meanwhile, or a tenant
 * that moves to another time zone, changes nothing in what is under way.
 */
export function planLadder(
  { steps, exhaustedAfterMinutes }: Ladder,
  urgency: EscalationUrgency,
  begins: Date,
  timeZone: string,
): PlannedStep[] {
  const planned = steps.flatMap((step, index) => planStep(step, index + 1, urgency, begins, timeZone));
  // Stable: what is due at the same moment stays in the order of the policy.
  planned.sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  const last = planned.at(-1)?.dueAt ?? begins.toISOString();
  return [...planned, { kind: 'exhausted', dueAt: later(new Date(last), exhaustedAfterMinutes).toISOString() }];
}

function planStep(
  { notify, afterMinutes, repeat, quietHours }: EscalationStep,
  step: number,
  urgency: EscalationUrgency,
  begins: Date,
  timeZone: string,
): Extract<PlannedStep, { kind: 'notify' }>[] {
  const isHeard = quietHours === null || (urgency === 'emergency' && !quietHours.evenEmergencies);
  const moments = new Set<string>();
  for (let time = 0; time <= (repeat?.times ?? 0); time += 1) {
    const due = later(begins, afterMinutes + time * (repeat?.everyMinutes ?? 0));
    if (isHeard) moments.add(due.toISOString());
    // Repetitions that wait for the same end of quiet hours are one.
    else if (quietHours.whenDue === 'wait') moments.add(endOfQuiet(quietHours, timeZone, due).toISOString());
    else if (!isQuiet(quietHours, timeZone, due)) moments.add(due.toISOString());
  }
  return [...moments].map((dueAt, repetition) => ({ kind: 'notify', dueAt, step, repeat: repetition, channel: 'email', notify }));
}

const later = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * MINUTE_MS);
