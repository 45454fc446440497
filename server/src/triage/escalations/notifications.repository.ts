import { and, asc, eq } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { escalationNotifications } from './escalations.tables.ts';

export type NotificationRow = typeof escalationNotifications.$inferSelect;
type NewNotification = Pick<NotificationRow, 'escalationId' | 'run' | 'step' | 'repeat' | 'recipient' | 'channel'>;

/** @returns its id; undefined when this recipient has one of this step already */
export async function insertNotification(tx: TenantTransaction, draft: NewNotification): Promise<string | undefined> {
  const [row] = await tx
    .insert(escalationNotifications)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .onConflictDoNothing()
    .returning({ id: escalationNotifications.id });
  return row?.id;
}

export async function findNotification(tx: TenantTransaction, notificationId: string): Promise<NotificationRow | undefined> {
  const [row] = await tx.select().from(escalationNotifications).where(eq(escalationNotifications.id, notificationId));
  return row;
}

/** Ends one that is still to be sent. @returns whether it was */
export async function settleNotification(
  tx: TenantTransaction,
  notificationId: string,
  end: { status: 'sent'; sentAt: Date } | { status: 'withdrawn' | 'failed' },
): Promise<boolean> {
  const rows = await tx
    .update(escalationNotifications)
    .set(end)
    .where(and(eq(escalationNotifications.id, notificationId), eq(escalationNotifications.status, 'pending')))
    .returning({ id: escalationNotifications.id });
  return rows.length > 0;
}

export function listNotifications(tx: TenantTransaction, escalationId: string): Promise<NotificationRow[]> {
  return tx
    .select()
    .from(escalationNotifications)
    .where(eq(escalationNotifications.escalationId, escalationId))
    .orderBy(asc(escalationNotifications.createdAt), asc(escalationNotifications.id));
}
