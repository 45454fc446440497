import type { EscalationListQuery } from '@foyer/contracts/escalations.ts';
import { and, asc, desc, eq, gt, inArray, lt, or, sql } from 'drizzle-orm';
import { lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { escalationEvidence, escalations } from './escalations.tables.ts';

export type EscalationRow = typeof escalations.$inferSelect;
export type EvidenceRow = typeof escalationEvidence.$inferSelect;
type NewEscalationRow = Omit<typeof escalations.$inferInsert, 'id' | 'tenantId' | 'createdAt' | 'updatedAt'>;
export type NewEvidence = Pick<EvidenceRow, 'escalationId' | 'trigger' | 'urgency' | 'noticedAt'> &
  Partial<Pick<EvidenceRow, 'messageId' | 'quote' | 'note' | 'ruleIds'>>;

export async function insertEscalation(tx: TenantTransaction, draft: NewEscalationRow): Promise<EscalationRow> {
  const [row] = await tx
    .insert(escalations)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting an escalation returned no row.');
  return row;
}

export async function findEscalation(tx: TenantTransaction, escalationId: string): Promise<EscalationRow | undefined> {
  const [row] = await tx.select().from(escalations).where(eq(escalations.id, escalationId));
  return row;
}

/** Its row, held until the transaction ends. Whoever shows visitors something about it takes `lockWithConversation`. */
export async function lockEscalation(tx: TenantTransaction, escalationId: string): Promise<EscalationRow | undefined> {
  const [row] = await tx.select().from(escalations).where(eq(escalations.id, escalationId)).for('update');
  return row;
}

/** The conversation first, then the escalation: the same order everywhere, so that nobody waits in a circle. */
export async function lockWithConversation(tx: TenantTransaction, escalationId: string) {
  const found = await findEscalation(tx, escalationId);
  const conversation = found && (await lockConversation(tx, found.conversationId));
  const escalation = conversation && (await lockEscalation(tx, escalationId));
  return escalation && { escalation, conversation };
}

/** The one that is not resolved, held until the transaction ends. The caller holds the conversation's lock. */
export async function lockUnresolved(tx: TenantTransaction, conversationId: string): Promise<EscalationRow | undefined> {
  const [row] = await tx
    .select()
    .from(escalations)
    .where(and(eq(escalations.conversationId, conversationId), inArray(escalations.status, ['open', 'acknowledged'])))
    .for('update');
  return row;
}

export async function updateEscalation(
  tx: TenantTransaction,
  escalationId: string,
  changes: Partial<NewEscalationRow>,
): Promise<EscalationRow> {
  const [row] = await tx.update(escalations).set(changes).where(eq(escalations.id, escalationId)).returning();
  if (!row) throw new Error('An escalation that is held is gone.');
  return row;
}

/** @returns false when this message has called for a person in this way before */
export async function insertEvidence(tx: TenantTransaction, draft: NewEvidence): Promise<boolean> {
  const rows = await tx
    .insert(escalationEvidence)
    .values({ ruleIds: [], ...draft, tenantId: tx.scope.tenantId })
    .onConflictDoNothing()
    .returning({ id: escalationEvidence.id });
  return rows.length > 0;
}

/** The escalation that a message led to by this trigger. */
export async function findByEvidence(
  tx: TenantTransaction,
  { messageId, trigger }: { messageId: string; trigger: EvidenceRow['trigger'] },
): Promise<EscalationRow | undefined> {
  const [row] = await tx
    .select({ escalation: escalations })
    .from(escalationEvidence)
    .innerJoin(escalations, eq(escalations.id, escalationEvidence.escalationId))
    .where(and(eq(escalationEvidence.messageId, messageId), eq(escalationEvidence.trigger, trigger)));
  return row?.escalation;
}

export function listEvidence(tx: TenantTransaction, escalationId: string): Promise<EvidenceRow[]> {
  return tx
    .select()
    .from(escalationEvidence)
    .where(eq(escalationEvidence.escalationId, escalationId))
    .orderBy(asc(escalationEvidence.noticedAt), asc(escalationEvidence.id));
}

/** Where a list goes on. */
export interface EscalationPlace {
  rank: number;
  openedAt: Date;
  id: string;
}

type Wanted = Omit<EscalationListQuery, 'cursor'> & { after: EscalationPlace | undefined };

/** 0 for the most urgent. */
const rank = sql<number>`case ${escalations.urgency} when 'emergency' then 0 when 'high' then 1 else 2 end`;

export function listEscalations(
  tx: TenantTransaction,
  { after, limit, order, status, urgency, conversationId }: Wanted,
): Promise<EscalationRow[]> {
  const byUrgency = order === 'urgent';
  const older =
    after && or(lt(escalations.openedAt, after.openedAt), and(eq(escalations.openedAt, after.openedAt), gt(escalations.id, after.id)));
  const further = after && byUrgency ? or(sql`${rank} > ${after.rank}`, and(sql`${rank} = ${after.rank}`, older)) : older;
  return tx
    .select()
    .from(escalations)
    .where(
      and(
        eq(escalations.tenantId, tx.scope.tenantId),
        status === undefined ? undefined : eq(escalations.status, status),
        urgency === undefined ? undefined : eq(escalations.urgency, urgency),
        conversationId === undefined ? undefined : eq(escalations.conversationId, conversationId),
        further,
      ),
    )
    .orderBy(...(byUrgency ? [asc(rank)] : []), desc(escalations.openedAt), asc(escalations.id))
    .limit(limit);
}
