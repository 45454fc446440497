import { AgentTool, AgentToolPatch, NewAgentTool } from '@foyer/contracts/agents.ts';
import { ListQuery, pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { nothing } from '#platform/http/access-audit.ts';
import { answered, created, noContent } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { AgentTools } from './agent-tools.service.ts';
import { AGENT_PATHS, READ_AGENTS, WRITE_AGENTS } from './agents.routes.ts';

const tags = ['Agents'];
const ofAgent = z.strictObject({ agentId: Id });
const one = z.strictObject({ agentId: Id, toolId: Id });

export function agentToolRoutes(tools: AgentTools): RouteModule {
  return (routes) => {
    for (const path of AGENT_PATHS) {
      routes.post(`${path}/:agentId/tools`, {
        summary: 'Give an agent an HTTP tool of your own',
        description:
          'The model’s arguments are sent to the address with an `Idempotency-Key`. Values of headers are stored sealed and never shown.',
        tags,
        access: WRITE_AGENTS,
        audits: 'agent-tool.created',
        params: ofAgent,
        body: NewAgentTool,
        answers: { 201: AgentTool },
        problems: ['AGENT_NOT_FOUND', 'AGENT_TOOL_NAME_TAKEN', 'AGENT_TOOL_NAME_RESERVED', 'TOO_MANY_AGENT_TOOLS'],
        handle: async ({ scope, params, body }) => {
          const tool = await tools.create(scope, params.agentId, body);
          return created(tool, { etag: etagOf(tool) });
        },
      });

      routes.get(`${path}/:agentId/tools`, {
        summary: "List an agent's own HTTP tools",
        tags,
        access: READ_AGENTS,
        audits: nothing('Set-up, which holds no personal data.'),
        params: ofAgent,
        query: ListQuery,
        answers: { 200: pageOf(AgentTool) },
        problems: ['AGENT_NOT_FOUND', 'INVALID_CURSOR'],
        handle: ({ scope, params, query }) => tools.list(scope, params.agentId, query),
      });

      routes.patch(`${path}/:agentId/tools/:toolId`, {
        summary: 'Change an HTTP tool of an agent',
        tags,
        access: WRITE_AGENTS,
        audits: { action: 'agent-tool.updated', parameter: 'toolId' },
        params: one,
        body: AgentToolPatch,
        answers: { 200: AgentTool },
        problems: ['AGENT_NOT_FOUND', 'AGENT_TOOL_NOT_FOUND', 'AGENT_TOOL_NAME_TAKEN', 'AGENT_TOOL_NAME_RESERVED', 'PRECONDITION_FAILED'],
        handle: async ({ scope, params, body, request }) => {
          const tool = await tools.update(scope, params.agentId, params.toolId, body, request.header('if-match'));
          return answered(200, tool, { etag: etagOf(tool) });
        },
      });

      routes.delete(`${path}/:agentId/tools/:toolId`, {
        summary: 'Take an HTTP tool away from an agent',
        tags,
        access: WRITE_AGENTS,
        audits: { action: 'agent-tool.deleted', parameter: 'toolId' },
        params: one,
        answers: { 204: null },
        problems: ['AGENT_NOT_FOUND', 'AGENT_TOOL_NOT_FOUND'],
        handle: async ({ scope, params }) => {
          await tools.remove(scope, params.agentId, params.toolId);
          return noContent();
        },
      });
    }
  };
}
