import type { ConversationListQuery } from '@foyer/contracts/conversations.ts';
import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { Conversation } from '#messaging/conversations/conversations.repository.ts';
import { conversations } from '#messaging/conversations/conversations.tables.ts';
import { createdBetween } from '#platform/db/filters.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';

export type InboxQuery = Omit<ConversationListQuery, 'cursor'> & {
  /** Where the page before ended. */
  before?: { lastMessageAt: Date | null; id: string } | undefined;
};

/** The conversations with the latest message first; those without one come last. */
export function listConversations(
  tx: TenantTransaction,
  { status, holder, appId, contactId, before, limit, ...created }: InboxQuery,
): Promise<Conversation[]> {
  return tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.tenantId, tx.scope.tenantId),
        status === undefined ? undefined : eq(conversations.status, status),
        holder === undefined ? undefined : eq(conversations.holder, holder),
        appId === undefined ? undefined : eq(conversations.appId, appId),
        contactId === undefined ? undefined : eq(conversations.contactId, contactId),
        createdBetween(conversations.createdAt, created),
        before && after(before),
      ),
    )
    .orderBy(sql`${conversations.lastMessageAt} desc nulls last`, desc(conversations.id))
    .limit(limit);
}

function after({ lastMessageAt, id }: { lastMessageAt: Date | null; id: string }) {
  const at = conversations.lastMessageAt;
  if (lastMessageAt === null) return and(sql`${at} is null`, lt(conversations.id, id));
  return or(lt(at, lastMessageAt), and(eq(at, lastMessageAt), lt(conversations.id, id)), sql`${at} is null`);
}
