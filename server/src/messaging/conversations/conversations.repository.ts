import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { IDLE_AFTER_DAYS } from './conversation-life.policy.ts';
import { conversations, conversationUpdates } from './conversations.tables.ts';

export type Conversation = typeof conversations.$inferSelect;
export type NewConversation = Pick<Conversation, 'contactId' | 'channel' | 'agentId' | 'language'> & Partial<Pick<Conversation, 'appId'>>;

export async function insertConversation(tx: TenantTransaction, draft: NewConversation): Promise<Conversation> {
  const [row] = await tx
    .insert(conversations)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting a conversation returned no row.');
  return row;
}

export async function findConversation(tx: TenantTransaction, conversationId: string): Promise<Conversation | undefined> {
  const [row] = await tx.select().from(conversations).where(eq(conversations.id, conversationId));
  return row;
}

/** Holds the conversation until the transaction ends. Whoever also touches its turns locks the conversation first. */
export async function lockConversation(tx: TenantTransaction, conversationId: string): Promise<Conversation | undefined> {
  const [row] = await tx.select().from(conversations).where(eq(conversations.id, conversationId)).for('update');
  return row;
}

/** The conversation that a contact has open with an app and that is not idle, the latest first. */
export async function findOpenConversation(tx: TenantTransaction, contactId: string, appId: string): Promise<Conversation | undefined> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.contactId, contactId),
        eq(conversations.appId, appId),
        sql`${conversations.status} <> 'resolved'`,
        sql`${conversations.endedAt} is null`,
        sql`greatest(${conversations.createdAt}, ${conversations.lastMessageAt}) > now() - make_interval(days => ${IDLE_AFTER_DAYS})`,
      ),
    )
    .orderBy(sql`${conversations.id} desc`)
    .limit(1);
  return row;
}

type Changes = Partial<
  Pick<
    Conversation,
    | 'status'
    | 'holder'
    | 'heldByPersonId'
    | 'handedOverByTurnId'
    | 'visitorReadSeq'
    | 'teamReadSeq'
    | 'lastMessageAt'
    | 'endedAt'
    | 'language'
    | 'isDegraded'
    | 'urgency'
    | 'extractionId'
  >
>;

/** Takes the next `seq` under the row's lock, which lasts until the commit: that is what makes the numbers gap-free and in order of commit. */
export async function takeNextSeq(tx: TenantTransaction, conversationId: string, changes: Changes = {}): Promise<Conversation | undefined> {
  const [row] = await tx
    .update(conversations)
    .set({ ...changes, lastSeq: sql`${conversations.lastSeq} + 1` })
    .where(eq(conversations.id, conversationId))
    .returning();
  return row;
}

export async function updateConversation(
  tx: TenantTransaction,
  conversationId: string,
  changes: Changes,
): Promise<Conversation | undefined> {
  const [row] = await tx.update(conversations).set(changes).where(eq(conversations.id, conversationId)).returning();
  return row;
}

export type ConversationUpdate = typeof conversationUpdates.$inferSelect;

/** A durable frame that is not a message. The caller has taken `seq` in this transaction. */
export async function insertConversationUpdate(
  tx: TenantTransaction,
  update: Pick<ConversationUpdate, 'conversationId' | 'seq' | 'kind' | 'data'>,
): Promise<ConversationUpdate> {
  const [row] = await tx
    .insert(conversationUpdates)
    .values({ ...update, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting an update of a conversation returned no row.');
  return row;
}

export function listUpdatesAfter(
  tx: TenantTransaction,
  conversationId: string,
  afterSeq: number,
  limit: number,
): Promise<ConversationUpdate[]> {
  return tx
    .select()
    .from(conversationUpdates)
    .where(and(eq(conversationUpdates.conversationId, conversationId), gt(conversationUpdates.seq, afterSeq)))
    .orderBy(asc(conversationUpdates.seq))
    .limit(limit);
}

/** The latest status that visitors were shown. */
export async function findLatestStatus(tx: TenantTransaction, conversationId: string): Promise<ConversationUpdate | undefined> {
  const [row] = await tx
    .select()
    .from(conversationUpdates)
    .where(and(eq(conversationUpdates.conversationId, conversationId), eq(conversationUpdates.kind, 'status')))
    .orderBy(desc(conversationUpdates.seq))
    .limit(1);
  return row;
}
