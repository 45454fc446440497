import type { RemoteTool } from '#messaging/tool.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';
import { type AgentRow, findAgent } from './agents.repository.ts';

/** An agent, from memory where nothing has changed. */
export const agentOf = (tx: TenantTransaction, setUp: SetUp, agentId: string): Promise<AgentRow | undefined> =>
  setUp.read(`agent/${agentId}`, () => findAgent(tx, agentId));

/** The agent's own tools in the same way. */
export const agentToolsOf = (setUp: SetUp, agentId: string, load: () => Promise<RemoteTool[]>): Promise<RemoteTool[]> =>
  setUp.read(`agent-tools/${agentId}`, load);
