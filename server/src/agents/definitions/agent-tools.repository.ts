import { and, asc, eq, gt } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { agentTools } from './agents.tables.ts';

export type AgentToolRow = typeof agentTools.$inferSelect;
export type AgentToolValues = Pick<
  AgentToolRow,
  'name' | 'description' | 'parameters' | 'url' | 'method' | 'sealedHeaders' | 'timeoutMs' | 'isActive'
>;

const ofAgent = (tx: TenantTransaction, agentId: string) =>
  and(eq(agentTools.tenantId, tx.scope.tenantId), eq(agentTools.agentId, agentId));
const oneOf = (tx: TenantTransaction, agentId: string, toolId: string) => and(ofAgent(tx, agentId), eq(agentTools.id, toolId));

/** @throws a broken unique constraint AGENT_TOOL_NAME_UNIQUE */
export async function insertAgentTool(
  tx: TenantTransaction,
  draft: AgentToolValues & Pick<AgentToolRow, 'id' | 'agentId'>,
): Promise<AgentToolRow> {
  const [row] = await tx
    .insert(agentTools)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting a tool returned no row.');
  return row;
}

/** The tool, held until the transaction ends. */
export async function lockAgentTool(tx: TenantTransaction, agentId: string, toolId: string): Promise<AgentToolRow | undefined> {
  const [row] = await tx
    .select()
    .from(agentTools)
    .where(oneOf(tx, agentId, toolId))
    .for('update');
  return row;
}

/** @throws a broken unique constraint AGENT_TOOL_NAME_UNIQUE */
export async function updateAgentTool(
  tx: TenantTransaction,
  agentId: string,
  toolId: string,
  values: AgentToolValues,
): Promise<AgentToolRow | undefined> {
  const [row] = await tx
    .update(agentTools)
    .set(values)
    .where(oneOf(tx, agentId, toolId))
    .returning();
  return row;
}

/** @returns whether it was there */
export async function deleteAgentTool(tx: TenantTransaction, agentId: string, toolId: string): Promise<boolean> {
  const rows = await tx
    .delete(agentTools)
    .where(oneOf(tx, agentId, toolId))
    .returning({ id: agentTools.id });
  return rows.length > 0;
}

export function listAgentTools(
  tx: TenantTransaction,
  agentId: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<AgentToolRow[]> {
  return tx
    .select()
    .from(agentTools)
    .where(and(ofAgent(tx, agentId), after === undefined ? undefined : gt(agentTools.id, after)))
    .orderBy(asc(agentTools.id))
    .limit(limit);
}

/** Of all its tools, those that are switched off too. */
export async function listAgentToolNames(tx: TenantTransaction, agentId: string): Promise<string[]> {
  const rows = await tx.select({ name: agentTools.name }).from(agentTools).where(ofAgent(tx, agentId)).orderBy(asc(agentTools.name));
  return rows.map(({ name }) => name);
}

export function listActiveAgentTools(tx: TenantTransaction, agentId: string, limit: number): Promise<AgentToolRow[]> {
  return tx
    .select()
    .from(agentTools)
    .where(and(ofAgent(tx, agentId), eq(agentTools.isActive, true)))
    .orderBy(asc(agentTools.id))
    .limit(limit);
}
