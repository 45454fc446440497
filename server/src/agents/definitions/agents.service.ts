import type { Agent, AgentPatch, NewAgent } from '@foyer/contracts/agents.ts';
import type { ListQuery, Page } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { unknownTextVariables } from '#identity/apps/apps.errors.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { KNOWN_VARIABLES, unknownVariables } from '../prompts/variables.ts';
import { agentNotFound } from './agents.errors.ts';
import * as repository from './agents.repository.ts';

export interface Agents {
  /** @throws {AppError} UNKNOWN_VARIABLES */
  create(scope: TenantScope, draft: NewAgent): Promise<Agent>;
  list(scope: TenantScope, query: ListQuery): Promise<Page<Agent>>;
  /** @throws {AppError} AGENT_NOT_FOUND */
  get(scope: TenantScope, agentId: string): Promise<Agent>;
  /** @throws {AppError} AGENT_NOT_FOUND, UNKNOWN_VARIABLES, PRECONDITION_FAILED */
  update(scope: TenantScope, agentId: string, patch: AgentPatch, ifMatch: string | undefined): Promise<Agent>;
}

export function createAgents({ unitOfWork }: { unitOfWork: UnitOfWork }): Agents {
  return {
    create: async (scope, draft) => {
      requireKnownVariables(draft.instructions);
      return unitOfWork.write(scope, async (tx) => {
        const added = await repository.insertAgent(tx, draft);
        tx.emit({ type: 'agent.created', subject: { agentId: added.id } });
        return toAgent(added);
      });
    },

    list: (scope, { limit, cursor }) =>
      unitOfWork.read(scope, async (tx) => {
        const rows = await repository.listAgents(tx, { after: decodeCursor(cursor, Id), limit: limit + 1 });
        return page(rows.map(toAgent), limit, ({ id }) => id);
      }),

    get: (scope, agentId) =>
      unitOfWork.read(scope, async (tx) => {
        const found = await repository.findAgent(tx, agentId);
        if (!found) throw agentNotFound();
        return toAgent(found);
      }),

    update: async (scope, agentId, patch, ifMatch) => {
      requireKnownVariables(patch.instructions);
      return unitOfWork.write(scope, async (tx) => {
        const found = await repository.lockAgent(tx, agentId);
        if (!found) throw agentNotFound();
        requireMatch(ifMatch, etagOf(toAgent(found)));
        const updated = await repository.updateAgent(tx, agentId, patched(found, patch));
        tx.emit({ type: 'agent.updated', subject: { agentId } });
        return toAgent(updated ?? found);
      });
    },
  };
}

/** Every app has an agent from the day it is made, in the transaction that makes it. Returns the agent's id. */
export async function createDefaultAgent(tx: TenantTransaction, { name }: { name: string }): Promise<string> {
  const { id } = await repository.insertAgent(tx, { name });
  tx.emit({ type: 'agent.created', subject: { agentId: id } });
  return id;
}

function requireKnownVariables(instructions: string | null | undefined): void {
  const unknown = unknownVariables(instructions ?? '');
  if (unknown.length > 0) throw unknownTextVariables('instructions', unknown, KNOWN_VARIABLES);
}

const patched = (row: repository.AgentRow, patch: AgentPatch): repository.AgentValues => ({
  name: patch.name ?? row.name,
  instructions: patch.instructions === undefined ? row.instructions : patch.instructions,
  llmConfig: patch.llmConfig ?? row.llmConfig,
  isActive: patch.isActive ?? row.isActive,
});

function toAgent({ id, name, instructions, llmConfig, isActive, createdAt, updatedAt }: repository.AgentRow): Agent {
  return { id, name, instructions, llmConfig, isActive, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
