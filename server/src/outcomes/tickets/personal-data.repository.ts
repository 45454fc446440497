import { and, asc, eq, inArray, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import { legalHolds } from '#contacts/privacy/privacy.tables.ts';
import type { DataSubject, PersonalDataStore } from '#messaging/personal-data.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { tickets } from './tickets.tables.ts';

const about = ({ contactId, conversationIds }: DataSubject) =>
  or(eq(tickets.contactId, contactId), conversationIds.length === 0 ? undefined : inArray(tickets.conversationId, [...conversationIds]));

export const ticketData: PersonalDataStore = {
  name: 'tickets',
  belongsTo: 'contact',
  collect: (tx, subject) => {
    const { id, subject: title, description, status, createdAt } = tickets;
    return tx.select({ id, subject: title, description, status, createdAt }).from(tickets).where(about(subject));
  },
  erase: async (tx, subject) => (await tx.delete(tickets).where(about(subject)).returning({ id: tickets.id })).length,
};

/** Tickets that are done and have not changed since, without those of contacts on legal hold. @returns how many went */
export async function eraseOldTickets(tx: TenantTransaction, before: Date, limit: number): Promise<number> {
  const hold = tx
    .select({ held: sql`1` })
    .from(legalHolds)
    .where(and(eq(legalHolds.contactId, tickets.contactId), isNull(legalHolds.releasedAt)));
  const old = tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.status, 'done'), lt(tickets.updatedAt, before), notExists(hold)))
    .orderBy(asc(tickets.updatedAt))
    .limit(limit);
  return (await tx.delete(tickets).where(inArray(tickets.id, old)).returning({ id: tickets.id })).length;
}
