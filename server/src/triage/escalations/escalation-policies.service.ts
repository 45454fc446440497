import type { EscalationPolicy, EscalationPolicyPatch, EscalationStep, NewEscalationPolicy } from '@foyer/contracts/escalation-policies.ts';
import type { Page } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { lockOwnTenant } from '#identity/tenants/tenants.repository.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { BUILT_IN_POLICY } from './built-in-policy.ts';
import * as repository from './escalation-policies.repository.ts';
import { channelNotAvailable, escalationPolicyNotFound, triggerTaken } from './escalations.errors.ts';

export interface EscalationPolicies {
  /** The oldest first, and at the end the built-in one, as long as no policy is the default. */
  list(scope: TenantScope, query: { limit: number; cursor?: string | undefined }): Promise<Page<EscalationPolicy>>;
  /** @throws {AppError} ESCALATION_POLICY_NOT_FOUND */
  get(scope: TenantScope, policyId: string): Promise<EscalationPolicy>;
  /** @throws {AppError} ESCALATION_TRIGGER_TAKEN, CHANNEL_NOT_AVAILABLE */
  add(scope: TenantScope, draft: NewEscalationPolicy): Promise<EscalationPolicy>;
  /** @throws {AppError} ESCALATION_POLICY_NOT_FOUND, ESCALATION_TRIGGER_TAKEN, CHANNEL_NOT_AVAILABLE, PRECONDITION_FAILED */
  update(scope: TenantScope, policyId: string, patch: EscalationPolicyPatch, ifMatch: string | undefined): Promise<EscalationPolicy>;
  /** Escalations that follow it go on as they began. @throws {AppError} ESCALATION_POLICY_NOT_FOUND, PRECONDITION_FAILED */
  remove(scope: TenantScope, policyId: string, ifMatch: string | undefined): Promise<void>;
}

export function createEscalationPolicies({ unitOfWork }: { unitOfWork: UnitOfWork }): EscalationPolicies {
  /** One change of a tenant's policies at a time: together they have one default and name each trigger once. */
  const change = <T>(scope: TenantScope, work: (tx: TenantTransaction) => Promise<T>) =>
    unitOfWork.write(scope, async (tx) => {
      await lockOwnTenant(tx);
      return work(tx);
    });

  return {
    list: (scope, { limit, cursor }) =>
      unitOfWork.read(scope, async (tx) => {
        const after = decodeCursor(cursor, Id);
        const own = (await repository.listPolicies(tx)).map(toPolicy);
        const all = own.some(({ isDefault }) => isDefault) ? own : [...own, builtIn()];
        const left = after === undefined ? all : all.filter(({ id }) => id === null || id > after);
        return page(left, limit, ({ id }) => id);
      }),

    get: (scope, policyId) => unitOfWork.read(scope, async (tx) => toPolicy(await found(tx, policyId))),

    add: (scope, draft) =>
      change(scope, async (tx) => {
        await check(tx, draft);
        if (draft.isDefault) await repository.clearDefault(tx);
        const added = await repository.insertPolicy(tx, draft);
        tx.emit({ type: 'escalation-policy.created', subject: { escalationPolicyId: added.id } });
        return toPolicy(added);
      }),

    update: (scope, policyId, patch, ifMatch) =>
      change(scope, async (tx) => {
        const row = await found(tx, policyId);
        requireMatch(ifMatch, etagOf(toPolicy(row)));
        const settings = merged(row, patch);
        await check(tx, settings, policyId);
        if (settings.isDefault && !row.isDefault) await repository.clearDefault(tx);
        const updated = await repository.updatePolicy(tx, policyId, { ...settings, version: row.version + 1 });
        tx.emit({ type: 'escalation-policy.updated', subject: { escalationPolicyId: policyId } });
        return toPolicy(updated ?? row);
      }),

    remove: (scope, policyId, ifMatch) =>
      change(scope, async (tx) => {
        requireMatch(ifMatch, etagOf(toPolicy(await found(tx, policyId))));
        await repository.deletePolicy(tx, policyId);
        tx.emit({ type: 'escalation-policy.removed', subject: { escalationPolicyId: policyId } });
      }),
  };
}

async function found(tx: TenantTransaction, policyId: string): Promise<repository.PolicyRow> {
  const row = await repository.findPolicy(tx, policyId);
  if (!row) throw escalationPolicyNotFound();
  return row;
}

/** @throws {AppError} for a step that nobody could take, or a trigger that another policy has */
async function check(
  tx: TenantTransaction,
  { steps, triggers }: { steps: readonly EscalationStep[]; triggers: readonly string[] },
  policyId?: string,
): Promise<void> {
  const other = steps.find(({ channel }) => channel !== 'email');
  if (other) throw channelNotAvailable(other.channel);
  for (const policy of await repository.listPolicies(tx)) {
    const taken = policy.id === policyId ? undefined : policy.triggers.find((trigger) => triggers.includes(trigger));
    if (taken !== undefined) throw triggerTaken(taken, policy.name);
  }
}

const merged = (row: repository.PolicyRow, patch: EscalationPolicyPatch) => ({
  name: patch.name ?? row.name,
  isDefault: patch.isDefault ?? row.isDefault,
  triggers: patch.triggers ?? row.triggers,
  steps: patch.steps ?? row.steps,
  agentBehaviour: patch.agentBehaviour ?? row.agentBehaviour,
  reassureEveryMinutes: patch.reassureEveryMinutes ?? row.reassureEveryMinutes,
  exhaustedAfterMinutes: patch.exhaustedAfterMinutes ?? row.exhaustedAfterMinutes,
});

const toPolicy = ({ tenantId: _, createdAt, updatedAt, ...policy }: repository.PolicyRow): EscalationPolicy => ({
  ...policy,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

const builtIn = (): EscalationPolicy => structuredClone(BUILT_IN_POLICY as unknown as EscalationPolicy);
