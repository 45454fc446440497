import { and, asc, eq, gt } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { agents } from './agents.tables.ts';

export type AgentRow = typeof agents.$inferSelect;
export type AgentValues = Pick<AgentRow, 'name' | 'instructions' | 'llmConfig' | 'isActive'>;

const one = (tx: TenantTransaction, agentId: string) => and(eq(agents.tenantId, tx.scope.tenantId), eq(agents.id, agentId));

export async function insertAgent(tx: TenantTransaction, values: Pick<AgentRow, 'name'> & Partial<AgentValues>): Promise<AgentRow> {
  const [row] = await tx
    .insert(agents)
    .values({ ...values, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting an agent returned no row.');
  return row;
}

export async function findAgent(tx: TenantTransaction, agentId: string): Promise<AgentRow | undefined> {
  const [row] = await tx.select().from(agents).where(one(tx, agentId));
  return row;
}

/** The agent, held until the transaction ends. */
export async function lockAgent(tx: TenantTransaction, agentId: string): Promise<AgentRow | undefined> {
  const [row] = await tx.select().from(agents).where(one(tx, agentId)).for('update');
  return row;
}

export async function updateAgent(tx: TenantTransaction, agentId: string, values: AgentValues): Promise<AgentRow | undefined> {
  const [row] = await tx.update(agents).set(values).where(one(tx, agentId)).returning();
  return row;
}

export function listAgents(tx: TenantTransaction, { after, limit }: { after: string | undefined; limit: number }): Promise<AgentRow[]> {
  return tx
    .select()
    .from(agents)
    .where(and(eq(agents.tenantId, tx.scope.tenantId), after === undefined ? undefined : gt(agents.id, after)))
    .orderBy(asc(agents.id))
    .limit(limit);
}
