import { notFound } from '#platform/errors.ts';

export const ticketNotFound = () => notFound('TICKET_NOT_FOUND', 'There is no such ticket.');
