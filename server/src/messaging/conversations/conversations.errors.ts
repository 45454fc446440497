import { conflict, notFound } from '#platform/errors.ts';

export const conversationNotFound = () => notFound('CONVERSATION_NOT_FOUND', 'There is no such conversation.');
export const conversationEnded = () => conflict('CONVERSATION_ENDED', 'This conversation has ended.');
