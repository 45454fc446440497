import { line, text } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import type { DatabaseTool } from '#messaging/tool.ts';
import { ticketReference } from './ticket-reference.ts';
import { insertTicket } from './tickets.repository.ts';

const parameters = z.strictObject({
  subject: line({ max: 200 }).describe('What it is about, in one line.'),
  description: text({ min: 1, max: 5_000 }).describe('What the visitor needs, with all that they said about it.'),
});

/** Leaves something for the team to see to. */
export const createTicketTool: DatabaseTool<z.output<typeof parameters>> = {
  kind: 'database',
  name: 'create_ticket',
  description:
    'Opens a ticket for the team, when the visitor needs something that you cannot do yourself and the team can see to later. Once per matter.',
  parameters,
  run: async (tx, { subject, description }, { conversationId, contactId, turnId }) => {
    const ticket = await insertTicket(tx, { subject, description, conversationId, contactId });
    tx.emit({ type: 'ticket.created', subject: { ticketId: ticket.id, conversationId, contactId, turnId } });
    return { ok: true, content: `The ticket ${ticketReference(ticket.id)} is open. The team will see it; when, is not known.` };
  },
};
