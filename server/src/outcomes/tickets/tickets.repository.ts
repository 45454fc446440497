import type { TicketListQuery } from '@foyer/contracts/tickets.ts';
import { and, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import { contains, createdBetween } from '#platform/db/filters.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { idEndingOf } from './ticket-reference.ts';
import { tickets } from './tickets.tables.ts';

export type TicketRow = typeof tickets.$inferSelect;
export type TicketValues = Pick<TicketRow, 'subject' | 'description' | 'status'>;

/** The latest first; those of one moment by id. */
export interface TicketKey {
  createdAt: Date;
  id: string;
}

const one = (tx: TenantTransaction, ticketId: string) => and(eq(tickets.tenantId, tx.scope.tenantId), eq(tickets.id, ticketId));

export async function insertTicket(
  tx: TenantTransaction,
  draft: Pick<TicketRow, 'subject' | 'description'> & Partial<Pick<TicketRow, 'status' | 'conversationId' | 'contactId'>>,
): Promise<TicketRow> {
  const [row] = await tx
    .insert(tickets)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting a ticket returned no row.');
  return row;
}

export async function findTicket(tx: TenantTransaction, ticketId: string): Promise<TicketRow | undefined> {
  const [row] = await tx.select().from(tickets).where(one(tx, ticketId));
  return row;
}

/** The ticket, held until the transaction ends. */
export async function lockTicket(tx: TenantTransaction, ticketId: string): Promise<TicketRow | undefined> {
  const [row] = await tx.select().from(tickets).where(one(tx, ticketId)).for('update');
  return row;
}

export async function updateTicket(tx: TenantTransaction, ticketId: string, values: TicketValues): Promise<TicketRow | undefined> {
  const [row] = await tx.update(tickets).set(values).where(one(tx, ticketId)).returning();
  return row;
}

type Wanted = Omit<TicketListQuery, 'cursor'> & { after: TicketKey | undefined };

export function listTickets(tx: TenantTransaction, { after, limit, status, reference, ...wanted }: Wanted): Promise<TicketRow[]> {
  return tx
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.tenantId, tx.scope.tenantId),
        status === undefined ? undefined : eq(tickets.status, status),
        reference === undefined ? undefined : eq(sql`right(${tickets.id}::text, 8)`, idEndingOf(reference)),
        wanted.conversationId === undefined ? undefined : eq(tickets.conversationId, wanted.conversationId),
        contains(wanted.q, tickets.subject, tickets.description),
        createdBetween(tickets.createdAt, wanted),
        after === undefined
          ? undefined
          : or(lt(tickets.createdAt, after.createdAt), and(eq(tickets.createdAt, after.createdAt), gt(tickets.id, after.id))),
      ),
    )
    .orderBy(desc(tickets.createdAt), asc(tickets.id))
    .limit(limit);
}
