import { and, asc, desc, eq, gt, lte } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { messages } from './messages.tables.ts';

export type Message = typeof messages.$inferSelect;
export type NewMessage = Pick<Message, 'conversationId' | 'seq' | 'direction' | 'role' | 'content'> &
  Partial<Omit<typeof messages.$inferInsert, 'tenantId' | 'conversationId' | 'seq' | 'direction' | 'role' | 'content'>>;

/** @throws a broken unique constraint `messages_external_id` when the provider's id is already stored */
export async function insertMessage(tx: TenantTransaction, draft: NewMessage): Promise<Message> {
  const [row] = await tx
    .insert(messages)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting a message returned no row.');
  return row;
}

export async function findMessageByExternalId(
  tx: TenantTransaction,
  externalSource: string,
  externalId: string,
): Promise<Message | undefined> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.externalSource, externalSource), eq(messages.externalId, externalId)));
  return row;
}

export function listMessagesAfter(tx: TenantTransaction, conversationId: string, afterSeq: number, limit: number): Promise<Message[]> {
  return tx
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), gt(messages.seq, afterSeq)))
    .orderBy(asc(messages.seq))
    .limit(limit);
}

/** The latest messages up to `uptoSeq`, oldest first: what a model is given. */
export async function listLatestMessages(
  tx: TenantTransaction,
  conversationId: string,
  uptoSeq: number,
  limit: number,
): Promise<Message[]> {
  const rows = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), lte(messages.seq, uptoSeq)))
    .orderBy(desc(messages.seq))
    .limit(limit);
  return rows.reverse();
}
