import { asc, inArray } from 'drizzle-orm';
import type { DataSubject, PersonalDataStore } from '#messaging/personal-data.ts';
import { widgetSessions } from './widget-sessions.tables.ts';

const ofConversations = ({ conversationIds }: DataSubject) => inArray(widgetSessions.conversationId, [...conversationIds]);

/** Visits: where the person was when they wrote, what the page said of them, how it was for them. */
export const visitData: PersonalDataStore = {
  name: 'visits',
  belongsTo: 'conversation',
  collect: async (tx, subject) => {
    if (subject.conversationIds.length === 0) return [];
    const { id, conversationId, projectId, locale, pageUrl, referrer, userAgent, metadata, createdAt, lastSeenAt } = widgetSessions;
    const { satisfactionRating, satisfactionComment } = widgetSessions;
    const rows = await tx
      .select({
        id,
        conversationId,
        projectId,
        locale,
        pageUrl,
        referrer,
        userAgent,
        metadata,
        createdAt,
        lastSeenAt,
        satisfactionRating,
        satisfactionComment,
      })
      .from(widgetSessions)
      .where(ofConversations(subject))
      .orderBy(asc(createdAt));
    // The form is the business's, not the person's.
    return rows.map(({ metadata: { formSchema: _form, ...said }, ...visit }) => ({ ...visit, metadata: said }));
  },
  erase: async (tx, subject) => {
    if (subject.conversationIds.length === 0) return 0;
    return (await tx.delete(widgetSessions).where(ofConversations(subject)).returning({ id: widgetSessions.id })).length;
  },
};
