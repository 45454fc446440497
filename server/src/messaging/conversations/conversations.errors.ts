import { notFound } from '#platform/errors.ts';

export const conversationNotFound = () => notFound('CONVERSATION_NOT_FOUND', 'There is no such conversation.');
