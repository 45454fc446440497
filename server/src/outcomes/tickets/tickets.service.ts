import type { Page } from '@foyer/contracts/lists.ts';
import { Id, Moment } from '@foyer/contracts/text.ts';
import type { NewTicket, Ticket, TicketListQuery, TicketPatch } from '@foyer/contracts/tickets.ts';
import { z } from 'zod';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { ticketReference } from './ticket-reference.ts';
import { ticketNotFound } from './tickets.errors.ts';
import * as repository from './tickets.repository.ts';

export interface Tickets {
  create(scope: TenantScope, draft: NewTicket): Promise<Ticket>;
  /** The latest first. */
  list(scope: TenantScope, query: TicketListQuery): Promise<Page<Ticket>>;
  /** @throws {AppError} TICKET_NOT_FOUND */
  get(scope: TenantScope, ticketId: string): Promise<Ticket>;
  /** @throws {AppError} TICKET_NOT_FOUND, PRECONDITION_FAILED */
  update(scope: TenantScope, ticketId: string, patch: TicketPatch, ifMatch: string | undefined): Promise<Ticket>;
}

const Cursor = z.tuple([Moment, Id]);

export function createTickets({ unitOfWork }: { unitOfWork: UnitOfWork }): Tickets {
  return {
    create: (scope, draft) =>
      unitOfWork.write(scope, async (tx) => {
        const added = await repository.insertTicket(tx, draft);
        tx.emit({ type: 'ticket.created', subject: { ticketId: added.id } });
        return toTicket(added);
      }),

    list: (scope, { limit, cursor, ...filter }) =>
      unitOfWork.read(scope, async (tx) => {
        const [createdAt, id] = decodeCursor(cursor, Cursor) ?? [];
        const after = createdAt === undefined || id === undefined ? undefined : { createdAt: new Date(createdAt), id };
        const rows = await repository.listTickets(tx, { ...filter, after, limit: limit + 1 });
        return page(rows.map(toTicket), limit, (ticket) => [ticket.createdAt, ticket.id]);
      }),

    get: (scope, ticketId) =>
      unitOfWork.read(scope, async (tx) => {
        const found = await repository.findTicket(tx, ticketId);
        if (!found) throw ticketNotFound();
        return toTicket(found);
      }),

    update: (scope, ticketId, patch, ifMatch) =>
      unitOfWork.write(scope, async (tx) => {
        const found = await repository.lockTicket(tx, ticketId);
        if (!found) throw ticketNotFound();
        requireMatch(ifMatch, etagOf(toTicket(found)));
        const values = patched(found, patch);
        const updated = await repository.updateTicket(tx, ticketId, values);
        tx.emit({ type: 'ticket.updated', subject: { ticketId }, data: { status: values.status } });
        return toTicket(updated ?? found);
      }),
  };
}

const patched = (row: repository.TicketRow, patch: TicketPatch): repository.TicketValues => ({
  subject: patch.subject ?? row.subject,
  description: patch.description ?? row.description,
  status: patch.status ?? row.status,
});

function toTicket({ tenantId: _, createdAt, updatedAt, ...ticket }: repository.TicketRow): Ticket {
  return { ...ticket, reference: ticketReference(ticket.id), createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
