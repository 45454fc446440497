import { Agent, AgentPatch, NewAgent } from '@foyer/contracts/agents.ts';
import { ListQuery, pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import { answered, created } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Agents } from './agents.service.ts';

const tags = ['Agents'];
const params = z.strictObject({ agentId: Id });

/** Both names stand for the same routes. */
export const AGENT_PATHS = ['/ai-agent', '/agents'] as const;
export const READ_AGENTS = member('agent', 'agents:read');
export const WRITE_AGENTS = member('admin', 'agents:write');

export function agentRoutes(agents: Agents): RouteModule {
  return (routes) => {
    for (const path of AGENT_PATHS) {
      routes.post(path, {
        summary: 'Add an AI agent',
        tags,
        access: WRITE_AGENTS,
        audits: 'agent.created',
        body: NewAgent,
        answers: { 201: Agent },
        problems: ['UNKNOWN_VARIABLES'],
        handle: async ({ scope, body }) => {
          const agent = await agents.create(scope, body);
          return created(agent, { etag: etagOf(agent) });
        },
      });

      routes.get(path, {
        summary: 'List the AI agents of a tenant',
        tags,
        access: READ_AGENTS,
        audits: nothing('Set-up, which holds no personal data.'),
        query: ListQuery,
        answers: { 200: pageOf(Agent) },
        problems: ['INVALID_CURSOR'],
        handle: ({ scope, query }) => agents.list(scope, query),
      });

      routes.get(`${path}/:agentId`, {
        summary: 'Read an AI agent',
        tags,
        access: READ_AGENTS,
        audits: nothing('Set-up, which holds no personal data.'),
        params,
        answers: { 200: Agent },
        problems: ['AGENT_NOT_FOUND'],
        handle: async ({ scope, params }) => {
          const agent = await agents.get(scope, params.agentId);
          return answered(200, agent, { etag: etagOf(agent) });
        },
      });

      routes.patch(`${path}/:agentId`, {
        summary: 'Change an AI agent',
        tags,
        access: WRITE_AGENTS,
        audits: 'agent.updated',
        params,
        body: AgentPatch,
        answers: { 200: Agent },
        problems: ['AGENT_NOT_FOUND', 'UNKNOWN_VARIABLES', 'PRECONDITION_FAILED'],
        handle: async ({ scope, params, body, request }) => {
          const agent = await agents.update(scope, params.agentId, body, request.header('if-match'));
          return answered(200, agent, { etag: etagOf(agent) });
        },
      });
    }
  };
}
