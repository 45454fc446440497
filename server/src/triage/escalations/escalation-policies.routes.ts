import { EscalationPolicy, EscalationPolicyPatch, NewEscalationPolicy } from '@foyer/contracts/escalation-policies.ts';
import { ListQuery, pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import { answered, created, noContent } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { EscalationPolicies } from './escalation-policies.service.ts';

const tags = ['Escalations'];
const params = z.strictObject({ policyId: Id });

/** Whom a tenant wants to be told when a conversation needs a person. */
export function escalationPolicyRoutes(policies: EscalationPolicies): RouteModule {
  return (routes) => {
    routes.get('/escalation-policies', {
      summary: 'List the escalation policies, the oldest first',
      description: 'As long as no policy is the default, the last page ends with the built-in one, which has no id.',
      tags,
      access: member('viewer', 'escalations:read'),
      audits: nothing('Set-up, which holds no personal data.'),
      query: ListQuery,
      answers: { 200: pageOf(EscalationPolicy) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => policies.list(scope, query),
    });

    routes.post('/escalation-policies', {
      summary: 'Add an escalation policy',
      tags,
      access: member('admin'),
      audits: 'escalation-policy.created',
      body: NewEscalationPolicy,
      answers: { 201: EscalationPolicy },
      problems: ['ESCALATION_TRIGGER_TAKEN', 'CHANNEL_NOT_AVAILABLE'],
      handle: async ({ scope, body }) => {
        const policy = await policies.add(scope, body);
        return created(policy, { etag: etagOf(policy) });
      },
    });

    routes.get('/escalation-policies/:policyId', {
      summary: 'Read an escalation policy',
      tags,
      access: member('viewer', 'escalations:read'),
      audits: nothing('Set-up, which holds no personal data.'),
      params,
      answers: { 200: EscalationPolicy },
      problems: ['ESCALATION_POLICY_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        const policy = await policies.get(scope, params.policyId);
        return answered(200, policy, { etag: etagOf(policy) });
      },
    });

    routes.patch('/escalation-policies/:policyId', {
      summary: 'Change an escalation policy',
      description: 'Escalations that are under way go on by the version with which they began.',
      tags,
      access: member('admin'),
      audits: { action: 'escalation-policy.updated', parameter: 'policyId' },
      params,
      body: EscalationPolicyPatch,
      answers: { 200: EscalationPolicy },
      problems: ['ESCALATION_POLICY_NOT_FOUND', 'ESCALATION_TRIGGER_TAKEN', 'CHANNEL_NOT_AVAILABLE', 'PRECONDITION_FAILED'],
      handle: async ({ scope, params, body, request }) => {
        const policy = await policies.update(scope, params.policyId, body, request.header('if-match'));
        return answered(200, policy, { etag: etagOf(policy) });
      },
    });

    routes.delete('/escalation-policies/:policyId', {
      summary: 'Remove an escalation policy',
      tags,
      access: member('admin'),
      audits: { action: 'escalation-policy.deleted', parameter: 'policyId' },
      params,
      answers: { 204: null },
      problems: ['ESCALATION_POLICY_NOT_FOUND', 'PRECONDITION_FAILED'],
      handle: async ({ scope, params, request }) => {
        await policies.remove(scope, params.policyId, request.header('if-match'));
        return noContent();
      },
    });
  };
}
