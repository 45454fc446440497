import type { RemoteTool } from '#messaging/tool.ts';
import { jsonSchemaParameters } from '#messaging/tool-parameters.ts';
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { GuardedClient } from '#platform/outbound/guarded-client.ts';
import { createHttpTool } from '../http-tools/http-tool.ts';
import { type AgentToolRow, listActiveAgentTools } from './agent-tools.repository.ts';
import { openHeaders } from './sealed-headers.ts';

/** More than a model chooses among well, and far below what a request may hold. */
export const MAX_TOOLS_PER_AGENT = 64;

/** The active tools of the tenant's own that an agent has, ready to be called. */
export async function loadAgentTools(
  tx: TenantTransaction,
  agentId: string,
  secretBox: SecretBox,
  guardedClient: GuardedClient,
): Promise<RemoteTool[]> {
  const rows = await listActiveAgentTools(tx, agentId, MAX_TOOLS_PER_AGENT);
  return rows.map((row) => toRemoteTool(row, secretBox, guardedClient));
}

function toRemoteTool(row: AgentToolRow, secretBox: SecretBox, client: GuardedClient): RemoteTool {
  const { name, description, parameters, url, method, timeoutMs } = row;
  const headers = openHeaders(secretBox, row.sealedHeaders, { tenantId: row.tenantId, toolId: row.id });
  if (headers) return createHttpTool({ name, description, parameters, url, method, headers, timeoutMs }, client);
  // Without its headers a call could be taken for somebody else's; the refusal stands in the record for staff to see.
  return {
    kind: 'remote',
    name,
    description,
    parameters: jsonSchemaParameters(parameters),
    call: async () => ({ ok: false, content: `Nothing was done: ${name} is not set up completely, and the team has to see to it.` }),
  };
}
