import type { PromptListQuery } from '@foyer/contracts/prompts.ts';
import { and, asc, eq, gt } from 'drizzle-orm';
import { contains } from '#platform/db/filters.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { promptProfiles } from './prompts.tables.ts';

export type PromptRow = typeof promptProfiles.$inferSelect;
export type PromptValues = Pick<PromptRow, 'name' | 'kind' | 'content' | 'variables' | 'isDefault'>;

const ofApp = (tx: TenantTransaction, appId: string) =>
  and(eq(promptProfiles.tenantId, tx.scope.tenantId), eq(promptProfiles.appId, appId));
const oneOf = (tx: TenantTransaction, appId: string, promptId: string) => and(ofApp(tx, appId), eq(promptProfiles.id, promptId));

export function insertPrompt(tx: TenantTransaction, appId: string, values: PromptValues): Promise<PromptRow[]> {
  return tx
    .insert(promptProfiles)
    .values({ ...values, appId, tenantId: tx.scope.tenantId })
    .returning();
}

export function updatePrompt(tx: TenantTransaction, appId: string, promptId: string, values: PromptValues): Promise<PromptRow[]> {
  return tx
    .update(promptProfiles)
    .set(values)
    .where(oneOf(tx, appId, promptId))
    .returning();
}

/** @returns whether it was there */
export async function deletePrompt(tx: TenantTransaction, appId: string, promptId: string): Promise<boolean> {
  const rows = await tx
    .delete(promptProfiles)
    .where(oneOf(tx, appId, promptId))
    .returning({ id: promptProfiles.id });
  return rows.length > 0;
}

export async function findPrompt(tx: TenantTransaction, appId: string, promptId: string): Promise<PromptRow | undefined> {
  const [row] = await tx
    .select()
    .from(promptProfiles)
    .where(oneOf(tx, appId, promptId));
  return row;
}

/** Makes room for a new default: of its kind, or of the tool that it describes. */
export async function clearDefault(tx: TenantTransaction, appId: string, { kind, name }: Pick<PromptRow, 'kind' | 'name'>): Promise<void> {
  const sameTool = kind === 'TOOL_DESCRIPTION' ? eq(promptProfiles.name, name) : undefined;
  await tx
    .update(promptProfiles)
    .set({ isDefault: false })
    .where(and(ofApp(tx, appId), eq(promptProfiles.kind, kind), sameTool, eq(promptProfiles.isDefault, true)));
}

/** What shapes an app's agent: one profile per kind, and one per described tool. */
export function findDefaultPrompts(tx: TenantTransaction, appId: string): Promise<PromptRow[]> {
  return tx
    .select()
    .from(promptProfiles)
    .where(and(ofApp(tx, appId), eq(promptProfiles.isDefault, true)))
    .orderBy(asc(promptProfiles.id));
}

export function listPrompts(
  tx: TenantTransaction,
  appId: string,
  { after, limit, kind, isDefault, q }: Omit<PromptListQuery, 'cursor'> & { after: string | undefined },
): Promise<PromptRow[]> {
  return tx
    .select()
    .from(promptProfiles)
    .where(
      and(
        ofApp(tx, appId),
        after === undefined ? undefined : gt(promptProfiles.id, after),
        kind === undefined ? undefined : eq(promptProfiles.kind, kind),
        isDefault === undefined ? undefined : eq(promptProfiles.isDefault, isDefault),
        contains(q, promptProfiles.name),
      ),
    )
    .orderBy(asc(promptProfiles.id))
    .limit(limit);
}
