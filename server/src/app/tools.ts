import { createSearchTool } from '#agents/knowledge/knowledge.tools.ts';
import type { KnowledgeSearch } from '#agents/knowledge/knowledge-search.service.ts';
import type { Tool } from '#messaging/tool.ts';
import { createTicketTool } from '#outcomes/tickets/tickets.tools.ts';
import { createCallForPerson } from '#triage/escalations/call-for-person.ts';
import { createEscalateTool } from '#triage/escalations/escalations.tools.ts';
import { createTransferTool } from '#triage/routing/hand-over.tools.ts';
import type { HandOverDependencies } from '#triage/routing/hand-over.ts';

/** What every agent may do. A tenant's own tools come to these, agent by agent. */
export const createTools = (dependencies: HandOverDependencies, knowledge: Pick<KnowledgeSearch, 'find'>): Tool[] => [
  createSearchTool(knowledge),
  createTransferTool({ ...dependencies, callForPerson: createCallForPerson(dependencies) }),
  createEscalateTool(dependencies),
  createTicketTool,
];
