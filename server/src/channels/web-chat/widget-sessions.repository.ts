import type { ConversationVisitor } from '@foyer/contracts/conversations.ts';
import { and, asc, count, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import { IDLE_AFTER_DAYS } from '#messaging/conversations/conversation-life.policy.ts';
import { conversations } from '#messaging/conversations/conversations.tables.ts';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { widgetSessions } from './widget-sessions.tables.ts';

export type WidgetSession = typeof widgetSessions.$inferSelect;
export type NewWidgetSession = Omit<typeof widgetSessions.$inferInsert, 'tenantId' | 'id' | 'createdAt' | 'updatedAt'>;

export async function insertWidgetSession(tx: TenantTransaction, draft: NewWidgetSession): Promise<WidgetSession> {
  const [row] = await tx
    .insert(widgetSessions)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting a widget session returned no row.');
  return row;
}

export type SessionAddress = Pick<
  WidgetSession,
  'id' | 'tenantId' | 'appId' | 'projectId' | 'conversationId' | 'contactId' | 'status' | 'locale'
>;

/** Before a tenant is known: the token that names the session has been verified. */
export async function findSessionAddress(tx: SystemTransaction, sessionId: string): Promise<SessionAddress | undefined> {
  const { id, tenantId, appId, projectId, conversationId, contactId, status, locale } = widgetSessions;
  const [row] = await tx
    .select({ id, tenantId, appId, projectId, conversationId, contactId, status, locale })
    .from(widgetSessions)
    .where(eq(widgetSessions.id, sessionId));
  return row;
}

/** So long a session lasts without a message, by the database's clock. */
const isIdle = sql<boolean>`greatest(${widgetSessions.createdAt}, ${conversations.lastMessageAt}) < now() - make_interval(days => ${IDLE_AFTER_DAYS})`;

/** One that nobody has written in for too long has ended, whether or not it has been cleared away yet. */
export async function findSessionStatus(tx: TenantTransaction, sessionId: string): Promise<WidgetSession['status'] | undefined> {
  const [row] = await tx
    .select({ status: widgetSessions.status, isIdle })
    .from(widgetSessions)
    .innerJoin(conversations, eq(conversations.id, widgetSessions.conversationId))
    .where(eq(widgetSessions.id, sessionId));
  return row?.isIdle && row.status === 'ACTIVE' ? 'ENDED' : row?.status;
}

/** Over all tenants, in order of id: sessions old enough to be idle. Whether they are is for their tenant to find out. */
export function listOldActiveSessions(
  tx: SystemTransaction,
  { minimumAgeDays, afterId, limit }: { minimumAgeDays: number; afterId: string; limit: number },
): Promise<Pick<WidgetSession, 'id' | 'tenantId' | 'conversationId'>[]> {
  const { id, tenantId, conversationId, status, createdAt } = widgetSessions;
  return tx
    .select({ id, tenantId, conversationId })
    .from(widgetSessions)
    .where(and(eq(status, 'ACTIVE'), sql`${createdAt} <= now() - make_interval(days => ${minimumAgeDays})`, gt(id, afterId)))
    .orderBy(asc(id))
    .limit(limit);
}

/** Ends the session if nobody has written in it for too long; whether it did, and how many others of its conversation go on. */
export async function endIfIdle(
  tx: TenantTransaction,
  sessionId: string,
  conversationId: string,
): Promise<{ hasEnded: boolean; goOn: number }> {
  const idle = tx
    .select({ id: widgetSessions.id })
    .from(widgetSessions)
    .innerJoin(conversations, eq(conversations.id, widgetSessions.conversationId))
    .where(and(eq(widgetSessions.id, sessionId), isIdle));
  const ended = await tx
    .update(widgetSessions)
    .set({ status: 'ENDED', endedAt: sql`now()` })
    .where(and(inArray(widgetSessions.id, idle), eq(widgetSessions.status, 'ACTIVE')))
    .returning({ id: widgetSessions.id });
  const goOn = await tx.$count(widgetSessions, and(eq(widgetSessions.conversationId, conversationId), eq(widgetSessions.status, 'ACTIVE')));
  return { hasEnded: ended.length > 0, goOn };
}

/** Ends every session of a conversation; how many were still active. */
export async function endSessions(tx: TenantTransaction, conversationId: string): Promise<number> {
  const rows = await tx
    .update(widgetSessions)
    .set({ status: 'ENDED', endedAt: sql`now()` })
    .where(and(eq(widgetSessions.conversationId, conversationId), eq(widgetSessions.status, 'ACTIVE')))
    .returning({ id: widgetSessions.id });
  return rows.length;
}

/** Notes that the visitor is there, unless that was noted in the last minute, by the database's clock. */
export async function touchSession(tx: TenantTransaction, sessionId: string): Promise<void> {
  await tx
    .update(widgetSessions)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(widgetSessions.id, sessionId), sql`${widgetSessions.lastSeenAt} < now() - interval '1 minute'`));
}

/** What the team sees of a conversation's visitor, by the session that was there last. */
export async function findVisitorOfConversation(tx: TenantTransaction, conversationId: string): Promise<ConversationVisitor | undefined> {
  const [row] = await tx
    .select()
    .from(widgetSessions)
    .where(eq(widgetSessions.conversationId, conversationId))
    .orderBy(desc(widgetSessions.lastSeenAt), desc(widgetSessions.id))
    .limit(1);
  if (!row) return undefined;
  const { pageUrl, referrer, deviceClass, browser, locale, lastSeenAt, createdAt } = row;
  const rated = await findLatestRating(tx, conversationId);
  return {
    pageUrl,
    referrer,
    deviceClass,
    browser,
    locale,
    lastSeenAt: lastSeenAt.toISOString(),
    sessionStartedAt: createdAt.toISOString(),
    satisfaction: rated?.satisfactionRating ? { rating: rated.satisfactionRating, comment: rated.satisfactionComment } : null,
  };
}

/** Of several sessions of a conversation, say on two devices, the latest that was asked counts. */
async function findLatestRating(tx: TenantTransaction, conversationId: string) {
  const { satisfactionRating, satisfactionComment, updatedAt } = widgetSessions;
  const [row] = await tx
    .select({ satisfactionRating, satisfactionComment })
    .from(widgetSessions)
    .where(and(eq(widgetSessions.conversationId, conversationId), isNotNull(satisfactionRating)))
    .orderBy(desc(updatedAt))
    .limit(1);
  return row;
}

export async function saveSatisfaction(
  tx: TenantTransaction,
  sessionId: string,
  rating: number,
  comment: string | undefined,
): Promise<void> {
  await tx
    .update(widgetSessions)
    .set({ satisfactionRating: rating, satisfactionComment: comment ?? null })
    .where(eq(widgetSessions.id, sessionId));
}

/** How many sessions each app has had. */
export async function countSessionsByApp(tx: TenantTransaction, appIds: readonly string[]): Promise<Map<string, number>> {
  if (appIds.length === 0) return new Map();
  const rows = await tx
    .select({ appId: widgetSessions.appId, sessions: count() })
    .from(widgetSessions)
    .where(inArray(widgetSessions.appId, [...appIds]))
    .groupBy(widgetSessions.appId);
  return new Map(rows.map((row) => [row.appId, row.sessions]));
}
