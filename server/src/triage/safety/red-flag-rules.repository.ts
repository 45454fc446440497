import { and, asc, eq, gt } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { redFlagRules } from './red-flag-rules.tables.ts';

export type RedFlagRuleRow = typeof redFlagRules.$inferSelect;
export type RedFlagRuleValues = Pick<RedFlagRuleRow, 'name' | 'category' | 'urgency' | 'language' | 'phrases' | 'examples' | 'isActive'>;

const own = (tx: TenantTransaction) => eq(redFlagRules.tenantId, tx.scope.tenantId);
const one = (tx: TenantTransaction, ruleId: string) => and(own(tx), eq(redFlagRules.id, ruleId));

/** @throws a broken unique constraint `red_flag_rules_name` */
export async function insertRule(tx: TenantTransaction, values: RedFlagRuleValues): Promise<RedFlagRuleRow> {
  const [row] = await tx
    .insert(redFlagRules)
    .values({ ...values, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting a rule returned no row.');
  return row;
}

export async function lockRule(tx: TenantTransaction, ruleId: string): Promise<RedFlagRuleRow | undefined> {
  const [row] = await tx.select().from(redFlagRules).where(one(tx, ruleId)).for('update');
  return row;
}

export async function findRule(tx: TenantTransaction, ruleId: string): Promise<RedFlagRuleRow | undefined> {
  const [row] = await tx.select().from(redFlagRules).where(one(tx, ruleId));
  return row;
}

export async function updateRule(tx: TenantTransaction, ruleId: string, values: RedFlagRuleValues): Promise<RedFlagRuleRow | undefined> {
  const [row] = await tx.update(redFlagRules).set(values).where(one(tx, ruleId)).returning();
  return row;
}

/** @returns whether it was there */
export async function deleteRule(tx: TenantTransaction, ruleId: string): Promise<boolean> {
  return (await tx.delete(redFlagRules).where(one(tx, ruleId)).returning({ id: redFlagRules.id })).length > 0;
}

export function listRules(tx: TenantTransaction, after: string | undefined, limit: number): Promise<RedFlagRuleRow[]> {
  return tx
    .select()
    .from(redFlagRules)
    .where(and(own(tx), after === undefined ? undefined : gt(redFlagRules.id, after)))
    .orderBy(asc(redFlagRules.id))
    .limit(limit);
}

export function listActiveRules(tx: TenantTransaction): Promise<RedFlagRuleRow[]> {
  return tx
    .select()
    .from(redFlagRules)
    .where(and(own(tx), eq(redFlagRules.isActive, true)))
    .orderBy(asc(redFlagRules.id));
}

/** How many the tenant has, active or not. */
export async function countRules(tx: TenantTransaction): Promise<number> {
  return tx.$count(redFlagRules, own(tx));
}
