import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { files } from './files.tables.ts';

export type FileRow = typeof files.$inferSelect;
export type NewFile = Pick<FileRow, 'ownerKind' | 'ownerId' | 'conversationId' | 'name' | 'sizeBytes'>;

/** Uploads of one owner count one after the other: two at once cannot both take the last place. */
export async function lockOwner(tx: TenantTransaction, ownerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${ownerId}, 0))`);
}

/** What an owner has sent so far, with what is still to come of uploads under way. */
export async function usageOf(tx: TenantTransaction, ownerId: string): Promise<{ files: number; bytes: number }> {
  const [row] = await tx
    .select({ files: count(), bytes: sql<string>`coalesce(sum(${files.sizeBytes}), 0)` })
    .from(files)
    .where(and(eq(files.tenantId, tx.scope.tenantId), eq(files.ownerId, ownerId)));
  return { files: row?.files ?? 0, bytes: Number(row?.bytes ?? 0) };
}

export async function insertFile(tx: TenantTransaction, draft: NewFile): Promise<FileRow> {
  const [row] = await tx
    .insert(files)
    .values({ ...draft, tenantId: tx.scope.tenantId, contentType: '' })
    .returning();
  if (!row) throw new Error('Inserting a file returned no row.');
  return row;
}

/** From now on it can be used. undefined when it was cleared away in the meantime. */
export async function markReady(
  tx: TenantTransaction,
  fileId: string,
  found: Pick<FileRow, 'name' | 'contentType' | 'sizeBytes'> & { sha256: string },
): Promise<FileRow | undefined> {
  const [row] = await tx
    .update(files)
    .set({ ...found, state: 'ready' })
    .where(and(eq(files.id, fileId), eq(files.state, 'receiving')))
    .returning();
  return row;
}

export async function findReadyFile(tx: TenantTransaction, fileId: string): Promise<FileRow | undefined> {
  const [row] = await tx
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.state, 'ready')));
  return row;
}

/** Gives an owner's unused files to a message. Those that are not returned are not there, not theirs or used. */
export function claimFiles(
  tx: TenantTransaction,
  {
    fileIds,
    ownerId,
    conversationId,
    messageId,
  }: { fileIds: readonly string[]; ownerId: string; conversationId: string; messageId: string },
): Promise<FileRow[]> {
  return tx
    .update(files)
    .set({ messageId })
    .where(
      and(
        inArray(files.id, [...fileIds]),
        eq(files.ownerId, ownerId),
        eq(files.conversationId, conversationId),
        eq(files.state, 'ready'),
        isNull(files.messageId),
      ),
    )
    .returning();
}

export async function deleteFile(tx: TenantTransaction, fileId: string): Promise<void> {
  await tx.delete(files).where(eq(files.id, fileId));
}

export interface Abandoned {
  /** Files that no message has used since then. */
  unusedSince: Date;
  /** Uploads that began before and never came to an end. */
  receivingSince: Date;
}

/** Takes files out of use that nobody wants any more, over all tenants, and those that were taken before and are still there. */
export function takeAbandonedFiles(
  tx: SystemTransaction,
  { unusedSince, receivingSince }: Abandoned,
  limit: number,
): Promise<{ id: string; tenantId: string }[]> {
  const abandoned = tx
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        isNull(files.messageId),
        sql`(${files.state} = 'removing' or ${files.createdAt} < ${unusedSince} or (${files.state} = 'receiving' and ${files.createdAt} < ${receivingSince}))`,
      ),
    )
    .limit(limit)
    .for('update', { skipLocked: true });
  return tx
    .update(files)
    .set({ state: 'removing' })
    .where(inArray(files.id, abandoned))
    .returning({ id: files.id, tenantId: files.tenantId });
}

/** Their bytes are gone. */
export async function deleteRemovedFiles(tx: SystemTransaction, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await tx.delete(files).where(and(inArray(files.id, [...fileIds]), eq(files.state, 'removing')));
}
