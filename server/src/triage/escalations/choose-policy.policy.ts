import type { EscalationStep } from '@foyer/contracts/escalation-policies.ts';
import type { EscalationTrigger } from '@foyer/contracts/escalations.ts';
import { BUILT_IN_POLICY } from './built-in-policy.ts';
import type { FollowedPolicy } from './escalations.tables.ts';

/** A policy as far as following it needs. */
export interface FollowablePolicy extends FollowedPolicy {
  isDefault: boolean;
  triggers: readonly EscalationTrigger[];
  steps: readonly EscalationStep[];
  exhaustedAfterMinutes: number;
}

/** The one that names the trigger, else the tenant's default, else the built-in one. */
export function policyFor(trigger: EscalationTrigger, policies: readonly FollowablePolicy[]): FollowablePolicy {
  return (
    policies.find(({ triggers }) => triggers.includes(trigger)) ??
    policies.find(({ isDefault }) => isDefault) ??
    structuredClone(BUILT_IN_POLICY as unknown as FollowablePolicy)
  );
}

export const followed = ({ id, name, version, agentBehaviour, reassureEveryMinutes }: FollowedPolicy): FollowedPolicy => ({
  id,
  name,
  version,
  agentBehaviour,
  reassureEveryMinutes,
});
