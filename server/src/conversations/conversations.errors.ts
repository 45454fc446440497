import { notFound } from '#platform/errors.ts';

export const conversationNotFound = (conversationId: string) =>
  notFound('CONVERSATION_NOT_FOUND', `There is no conversation with the id ${conversationId}.`);
