import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { Conversation } from '#messaging/conversations/conversations.repository.ts';
import { conversations } from '#messaging/conversations/conversations.tables.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';

export interface InboxQuery {
  status?: Conversation['status'] | undefined;
  holder?: Conversation['holder'] | undefined;
  /** Where the page before ended. */
  before?: { lastMessageAt: Date | null; id: string } | undefined;
  limit: number;
}

/** The conversations with the latest message first; those without one come last. */
export function listConversations(tx: TenantTransaction, { status, holder, before, limit }: InboxQuery): Promise<Conversation[]> {
  return tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.tenantId, tx.scope.tenantId),
        status === undefined ? undefined : eq(conversations.status, status),
        holder === undefined ? undefined : eq(conversations.holder, holder),
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
