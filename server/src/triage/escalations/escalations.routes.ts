import { Escalation, EscalationDetail, EscalationListQuery, NewEscalation } from '@foyer/contracts/escalations.ts';
import { pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import { type MemberPrincipal, member } from '#platform/http/access.ts';
import { answered, created } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Escalations } from './escalations.service.ts';

const tags = ['Escalations'];
const params = z.strictObject({ id: Id });

/** A server that acts with an API key has no name of a person. */
const personOf = (actor: MemberPrincipal): string | undefined => (actor.kind === 'person' ? actor.personId : undefined);

/** Conversations that need a person, for the people of the team. */
export function escalationRoutes(escalations: Escalations): RouteModule {
  const shown = async (scope: TenantScope, escalationId: string) => {
    const escalation = await escalations.get(scope, escalationId);
    return { escalation, headers: { etag: etagOf(escalation) } };
  };
  const answer = async (scope: TenantScope, escalationId: string) => {
    const { escalation, headers } = await shown(scope, escalationId);
    return answered(200, escalation, headers);
  };

  return (routes) => {
    routes.get('/escalations', {
      summary: 'List escalations, the newest or the most urgent first',
      tags,
      access: member('viewer', 'escalations:read', { personalData: true }),
      audits: 'escalation.read',
      query: EscalationListQuery,
      answers: { 200: pageOf(Escalation) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => escalations.list(scope, query),
    });

    routes.get('/escalations/:id', {
      summary: 'Read an escalation with its evidence, and who was told',
      tags,
      access: member('viewer', 'escalations:read', { personalData: true }),
      audits: 'escalation.read',
      params,
      answers: { 200: EscalationDetail },
      problems: ['ESCALATION_NOT_FOUND'],
      handle: ({ scope, params }) => answer(scope, params.id),
    });

    routes.post('/escalations', {
      summary: 'Say that a conversation needs a person',
      description: 'Answers 200 where the conversation has an escalation already: its urgency may have risen, and never falls.',
      tags,
      access: member('agent', 'escalations:write', { personalData: true }),
      audits: 'escalation.opened',
      body: NewEscalation,
      answers: { 200: EscalationDetail, 201: EscalationDetail },
      problems: ['CONVERSATION_NOT_FOUND', 'CONVERSATION_ENDED'],
      handle: async ({ scope, body, actor }) => {
        const { escalationId, isNew } = await escalations.override(scope, body, personOf(actor));
        const { escalation, headers } = await shown(scope, escalationId);
        return isNew ? created(escalation, headers) : answered(200, escalation, headers);
      },
    });

    routes.post('/escalations/:id/acknowledge', {
      summary: 'Take an escalation: nobody else is told any more',
      tags,
      access: member('agent', 'escalations:write', { personalData: true }),
      audits: 'escalation.updated',
      params,
      answers: { 200: EscalationDetail },
      problems: ['ESCALATION_NOT_FOUND', 'ESCALATION_RESOLVED'],
      handle: async ({ scope, params, actor }) => {
        await escalations.acknowledge(scope, params.id, personOf(actor));
        return answer(scope, params.id);
      },
    });

    routes.post('/escalations/:id/resolve', {
      summary: 'Say that an escalation is over',
      tags,
      access: member('agent', 'escalations:write', { personalData: true }),
      audits: 'escalation.updated',
      params,
      answers: { 200: EscalationDetail },
      problems: ['ESCALATION_NOT_FOUND'],
      handle: async ({ scope, params, actor }) => {
        await escalations.resolve(scope, params.id, personOf(actor));
        return answer(scope, params.id);
      },
    });

    routes.post('/escalations/:id/reopen', {
      summary: 'Open an escalation again: its policy begins anew',
      tags,
      access: member('agent', 'escalations:write', { personalData: true }),
      audits: 'escalation.updated',
      params,
      answers: { 200: EscalationDetail },
      problems: ['ESCALATION_NOT_FOUND', 'ANOTHER_ESCALATION_OPEN'],
      handle: async ({ scope, params }) => {
        await escalations.reopen(scope, params.id);
        return answer(scope, params.id);
      },
    });
  };
}
