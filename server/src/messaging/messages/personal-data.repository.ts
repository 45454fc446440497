import { asc, inArray } from 'drizzle-orm';
import { conversations } from '../conversations/conversations.tables.ts';
import type { PersonalDataStore } from '../personal-data.ts';
import { messages } from './messages.tables.ts';

/** Conversations with what was said. Turns, tool calls, forms, escalations and the messages themselves go with their conversation. */
export const conversationData: PersonalDataStore = {
  name: 'conversations',
  belongsTo: 'conversation',
  collect: async (tx, { conversationIds }) => {
    if (conversationIds.length === 0) return [];
    const { id, channel, status, language, urgency, createdAt, endedAt } = conversations;
    const found = await tx
      .select({ id, channel, status, language, urgency, createdAt, endedAt })
      .from(conversations)
      .where(inArray(id, [...conversationIds]))
      .orderBy(asc(createdAt));
    const said = await tx
      .select({
        conversationId: messages.conversationId,
        id: messages.id,
        at: messages.createdAt,
        role: messages.role,
        authorName: messages.authorName,
        content: messages.content,
        attachments: messages.attachments,
      })
      .from(messages)
      .where(inArray(messages.conversationId, [...conversationIds]))
      .orderBy(asc(messages.conversationId), asc(messages.seq));
    const byConversation = Map.groupBy(said, ({ conversationId }) => conversationId);
    return found.map((conversation) => ({
      ...conversation,
      messages: (byConversation.get(conversation.id) ?? []).map(({ conversationId: _conversationId, ...message }) => message),
    }));
  },
  erase: async (tx, { conversationIds }) => {
    if (conversationIds.length === 0) return 0;
    const rows = await tx
      .delete(conversations)
      .where(inArray(conversations.id, [...conversationIds]))
      .returning({ id: conversations.id });
    return rows.length;
  },
};
