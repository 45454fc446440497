import { z } from 'zod';
import { Created, ListQuery, Search } from './lists.ts';
import { Id, line, Moment, text } from './text.ts';

export const TicketStatus = z.enum(['open', 'done']);
export type TicketStatus = z.output<typeof TicketStatus>;

const subject = line({ max: 200 });
const description = text({ max: 20_000 });

export const NewTicket = z.strictObject({ subject, description: description.default(''), status: TicketStatus.default('open') });
export type NewTicket = z.output<typeof NewTicket>;

export const TicketPatch = z.strictObject({
  subject: subject.optional(),
  description: description.optional(),
  status: TicketStatus.optional(),
});
export type TicketPatch = z.output<typeof TicketPatch>;

/** What is said aloud instead of the id, such as T-5F0A3C1B. */
export const TicketReference = z
  .string()
  .regex(/^T-[0-9A-F]{8}$/i, 'Must be a reference such as T-5F0A3C1B')
  .overwrite((reference) => reference.toUpperCase())
  .meta({ examples: ['T-5F0A3C1B'] });

/** Something the team has to see to. */
export const Ticket = z.object({
  id: Id,
  reference: z.string(),
  subject: z.string(),
  description: z.string(),
  status: TicketStatus,
  /** Where it came from, when the agent opened it. */
  conversationId: Id.nullable(),
  contactId: Id.nullable(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type Ticket = z.output<typeof Ticket>;

export const TicketListQuery = z.strictObject({
  ...ListQuery.shape,
  status: TicketStatus.optional(),
  reference: TicketReference.optional(),
  conversationId: Id.optional(),
  q: Search.optional(),
  ...Created,
});
export type TicketListQuery = z.output<typeof TicketListQuery>;
