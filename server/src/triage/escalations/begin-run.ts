import type { EscalationTrigger, EscalationUrgency } from '@foyer/contracts/escalations.ts';
import { findOwnTenant } from '#identity/tenants/tenants.repository.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { followed, policyFor } from './choose-policy.policy.ts';
import { listPolicies } from './escalation-policies.repository.ts';
import type { FollowedPolicy } from './escalations.tables.ts';
import { type PlannedStep, planLadder } from './ladder.policy.ts';

export interface Run {
  policy: FollowedPolicy;
  plan: PlannedStep[];
  nextPlace: number;
  currentStep: null;
}

/** Works out what a run that begins now will do, by the policy that holds at this moment. */
export async function prepareRun(
  tx: TenantTransaction,
  clock: Clock,
  { trigger, urgency }: { trigger: EscalationTrigger; urgency: EscalationUrgency },
): Promise<Run> {
  const policy = policyFor(trigger, await listPolicies(tx));
  const timeZone = (await findOwnTenant(tx))?.timezone ?? 'UTC';
  return { policy: followed(policy), plan: planLadder(policy, urgency, clock.now(), timeZone), nextPlace: 0, currentStep: null };
}
