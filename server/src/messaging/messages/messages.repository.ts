import { and, asc, eq, gt, gte, lte, sql } from 'drizzle-orm';
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

export async function findMessage(tx: TenantTransaction, messageId: string): Promise<Message | undefined> {
  const [row] = await tx.select().from(messages).where(eq(messages.id, messageId));
  return row;
}

/** What is learnt about a message later. Whoever changes one holds the lock of its conversation. */
export async function updateMessage(tx: TenantTransaction, messageId: string, changes: Pick<Message, 'redFlags'>): Promise<void> {
  await tx.update(messages).set(changes).where(eq(messages.id, messageId));
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

/** The message with which a turn ended. */
export async function findAnswerOfTurn(tx: TenantTransaction, turnId: string): Promise<Message | undefined> {
  const [row] = await tx.select().from(messages).where(eq(messages.turnId, turnId));
  return row;
}

/** What was said to the visitor after `afterSeq` and up to `uptoSeq`, oldest first. */
export function listMessagesToVisitor(
  tx: TenantTransaction,
  conversationId: string,
  afterSeq: number,
  uptoSeq: number,
): Promise<Message[]> {
  return tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.direction, 'outbound'),
        gt(messages.seq, afterSeq),
        lte(messages.seq, uptoSeq),
      ),
    )
    .orderBy(asc(messages.seq));
}

/** What a model is given of a conversation. */
export interface LatestMessages {
  /** So many in any case. */
  atLeast: number;
  /** Of their texts in UTF-8; the message with which they are reached is the last that comes along. */
  bytes: number;
  /** What each message counts besides its text. */
  bytesPerMessage: number;
}

export type ToldMessage = Pick<Message, 'id' | 'seq' | 'role' | 'authorId' | 'content' | 'attachments' | 'redFlags'>;

/** However short they are, no more are looked at. */
const MAX_LATEST = 1_000;

/** The latest messages up to `uptoSeq`, oldest first; those that do not fit are not read. */
export function listLatestMessages(
  tx: TenantTransaction,
  conversationId: string,
  uptoSeq: number,
  { atLeast, bytes, bytesPerMessage }: LatestMessages,
): Promise<ToldMessage[]> {
  const { id, seq, role, authorId, content, attachments, redFlags } = messages;
  const upto = and(eq(messages.conversationId, conversationId), lte(seq, uptoSeq));
  // octet_length knows the size of a long text without reading it.
  const firstSeq = sql`(
    select min(seq) from (
      select seq, row_number() over newest as place, sum(size) over newest - size as bytes_after
        from (select ${seq} as seq, octet_length(${content}) + ${bytesPerMessage}::int as size
                from ${messages} where ${upto} order by ${seq} desc limit ${MAX_LATEST}) sized
      window newest as (order by seq desc)
    ) summed where place <= ${atLeast} or bytes_after < ${bytes})`;
  return tx
    .select({ id, seq, role, authorId, content, attachments, redFlags })
    .from(messages)
    .where(and(upto, gte(seq, firstSeq)))
    .orderBy(asc(seq));
}
