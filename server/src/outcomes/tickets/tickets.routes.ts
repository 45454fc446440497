import { pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { NewTicket, Ticket, TicketListQuery, TicketPatch } from '@foyer/contracts/tickets.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { answered, created } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Tickets } from './tickets.service.ts';

const tags = ['Tickets'];
const params = z.strictObject({ ticketId: Id });

export function ticketRoutes(tickets: Tickets): RouteModule {
  return (routes) => {
    routes.post('/tickets', {
      summary: 'Open a ticket',
      tags,
      access: member('agent', 'tickets:write', { personalData: true }),
      audits: 'ticket.created',
      body: NewTicket,
      answers: { 201: Ticket },
      handle: async ({ scope, body }) => {
        const ticket = await tickets.create(scope, body);
        return created(ticket, { etag: etagOf(ticket) });
      },
    });

    routes.get('/tickets', {
      summary: 'List tickets, the latest first, of one status or all',
      tags,
      access: member('agent', 'tickets:read', { personalData: true }),
      audits: 'ticket.read',
      query: TicketListQuery,
      answers: { 200: pageOf(Ticket) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => tickets.list(scope, query),
    });

    routes.get('/tickets/:ticketId', {
      summary: 'Read a ticket',
      tags,
      access: member('agent', 'tickets:read', { personalData: true }),
      audits: 'ticket.read',
      params,
      answers: { 200: Ticket },
      problems: ['TICKET_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        const ticket = await tickets.get(scope, params.ticketId);
        return answered(200, ticket, { etag: etagOf(ticket) });
      },
    });

    routes.patch('/tickets/:ticketId', {
      summary: 'Change a ticket',
      tags,
      access: member('agent', 'tickets:write', { personalData: true }),
      audits: 'ticket.updated',
      params,
      body: TicketPatch,
      answers: { 200: Ticket },
      problems: ['TICKET_NOT_FOUND', 'PRECONDITION_FAILED'],
      handle: async ({ scope, params, body, request }) => {
        const ticket = await tickets.update(scope, params.ticketId, body, request.header('if-match'));
        return answered(200, ticket, { etag: etagOf(ticket) });
      },
    });
  };
}
