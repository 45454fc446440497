import type { AgentTool, AgentToolPatch, NewAgentTool } from '@foyer/contracts/agents.ts';
import type { ListQuery, Page } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import { brokenUniqueConstraint } from '#platform/db/database-errors.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { parsePart } from '#platform/http/validation.ts';
import { newId } from '#platform/ids.ts';
import { httpToolSchema } from '../http-tools/http-tool.schema.ts';
import * as repository from './agent-tools.repository.ts';
import { agentNotFound, agentToolNameReserved, agentToolNameTaken, agentToolNotFound, tooManyAgentTools } from './agents.errors.ts';
import { findAgent, lockAgent } from './agents.repository.ts';
import { AGENT_TOOL_NAME_UNIQUE } from './agents.tables.ts';
import { MAX_TOOLS_PER_AGENT } from './load-agent-tools.ts';
import { openHeaders, sealHeaders } from './sealed-headers.ts';

/** The HTTP tools that a tenant gives its agents. What may be called, and how, is checked before it is stored. */
export interface AgentTools {
  /** @throws {AppError} AGENT_NOT_FOUND, VALIDATION_FAILED, AGENT_TOOL_NAME_TAKEN, AGENT_TOOL_NAME_RESERVED, TOO_MANY_AGENT_TOOLS */
  create(scope: TenantScope, agentId: string, draft: NewAgentTool): Promise<AgentTool>;
  /** @throws {AppError} AGENT_NOT_FOUND */
  list(scope: TenantScope, agentId: string, query: ListQuery): Promise<Page<AgentTool>>;
  /** @throws {AppError} those of `create` but the last, AGENT_TOOL_NOT_FOUND, PRECONDITION_FAILED */
  update(scope: TenantScope, agentId: string, toolId: string, patch: AgentToolPatch, ifMatch: string | undefined): Promise<AgentTool>;
  /** @throws {AppError} AGENT_NOT_FOUND, AGENT_TOOL_NOT_FOUND */
  remove(scope: TenantScope, agentId: string, toolId: string): Promise<void>;
}

export interface AgentToolDependencies {
  unitOfWork: UnitOfWork;
  secretBox: SecretBox;
  /** Which addresses the operator lets be called without TLS. */
  allowsPlainHttp(url: URL): boolean;
  /** Names of the tools that every agent has. */
  ownToolNames: ReadonlySet<string>;
}

export function createAgentTools({ unitOfWork, secretBox, allowsPlainHttp, ownToolNames }: AgentToolDependencies): AgentTools {
  const definition = httpToolSchema(allowsPlainHttp);
  const check = ({ isActive: _, ...draft }: NewAgentTool) => {
    const checked = parsePart(definition, draft, 'body');
    if (ownToolNames.has(checked.name)) throw agentToolNameReserved(checked.name);
    return checked;
  };
  const toTool = (row: repository.AgentToolRow) => toAgentTool(row, secretBox);
  const lockTool = async (tx: TenantTransaction, agentId: string, toolId: string) => {
    if (!(await findAgent(tx, agentId))) throw agentNotFound();
    const found = await repository.lockAgentTool(tx, agentId, toolId);
    if (!found) throw agentToolNotFound();
    return found;
  };

  return {
    create: async (scope, agentId, draft) => {
      const { headers, ...checked } = check(draft);
      const id = newId();
      const sealedHeaders = sealHeaders(secretBox, headers, { tenantId: scope.tenantId, toolId: id });
      return refuseTaken(checked.name, () =>
        unitOfWork.write(scope, async (tx) => {
          // The lock makes those who add at the same time wait, so that the count is right.
          if (!(await lockAgent(tx, agentId))) throw agentNotFound();
          const known = await repository.listAgentTools(tx, agentId, { after: undefined, limit: MAX_TOOLS_PER_AGENT });
          if (known.length === MAX_TOOLS_PER_AGENT) throw tooManyAgentTools(MAX_TOOLS_PER_AGENT);
          const added = await repository.insertAgentTool(tx, { ...checked, id, agentId, sealedHeaders, isActive: draft.isActive });
          tx.emit({ type: 'agent-tool.created', subject: { agentId, toolId: id } });
          return toTool(added);
        }),
      );
    },

    list: (scope, agentId, { limit, cursor }) =>
      unitOfWork.read(scope, async (tx) => {
        if (!(await findAgent(tx, agentId))) throw agentNotFound();
        const rows = await repository.listAgentTools(tx, agentId, { after: decodeCursor(cursor, Id), limit: limit + 1 });
        return page(rows.map(toTool), limit, ({ id }) => id);
      }),

    update: (scope, agentId, toolId, patch, ifMatch) =>
      refuseTaken(patch.name ?? '', () =>
        unitOfWork.write(scope, async (tx) => {
          const found = await lockTool(tx, agentId, toolId);
          requireMatch(ifMatch, etagOf(toTool(found)));
          const { headers, ...checked } = check(patched(found, patch));
          const sealedHeaders =
            patch.headers === undefined ? found.sealedHeaders : sealHeaders(secretBox, headers, { tenantId: scope.tenantId, toolId });
          const isActive = patch.isActive ?? found.isActive;
          const updated = await repository.updateAgentTool(tx, agentId, toolId, { ...checked, sealedHeaders, isActive });
          tx.emit({ type: 'agent-tool.updated', subject: { agentId, toolId } });
          return toTool(updated ?? found);
        }),
      ),

    remove: (scope, agentId, toolId) =>
      unitOfWork.write(scope, async (tx) => {
        if (!(await findAgent(tx, agentId))) throw agentNotFound();
        if (!(await repository.deleteAgentTool(tx, agentId, toolId))) throw agentToolNotFound();
        tx.emit({ type: 'agent-tool.deleted', subject: { agentId, toolId } });
      }),
  };
}

/** Of two requests at once the database gives the name to one. */
async function refuseTaken<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (brokenUniqueConstraint(error) === AGENT_TOOL_NAME_UNIQUE) throw agentToolNameTaken(name);
    throw error;
  }
}

/** Headers that stay as they are were checked when they came. */
const patched = (row: repository.AgentToolRow, patch: AgentToolPatch): NewAgentTool => ({
  name: patch.name ?? row.name,
  description: patch.description ?? row.description,
  parameters: patch.parameters ?? row.parameters,
  url: patch.url ?? row.url,
  method: patch.method ?? row.method,
  headers: patch.headers ?? {},
  timeoutMs: patch.timeoutMs ?? row.timeoutMs,
  isActive: patch.isActive ?? row.isActive,
});

function toAgentTool(row: repository.AgentToolRow, secretBox: SecretBox): AgentTool {
  const { tenantId, sealedHeaders, createdAt, updatedAt, ...tool } = row;
  const headers = openHeaders(secretBox, sealedHeaders, { tenantId, toolId: row.id });
  return {
    ...tool,
    headerNames: headers ? Object.keys(headers) : null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
