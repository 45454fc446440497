import { sql } from 'drizzle-orm';
import { index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { moment, tenantTable } from '#platform/db/tables.ts';

/** A visitor's session with an app's widget. Several sessions of one known visitor may share a conversation. */
export const widgetSessions = tenantTable(
  'widget_sessions',
  {
    appId: uuid().notNull(),
    projectId: text().notNull(),
    contactId: uuid().notNull(),
    conversationId: uuid().notNull(),
    status: text({ enum: ['ACTIVE', 'ENDED', 'ERROR'] })
      .notNull()
      .default('ACTIVE'),
    configVersion: integer().notNull(),
    widgetInstanceId: text().notNull(),
    locale: text().notNull(),
    /** Where the visitor is and where they came from, without what their addresses tell beyond that; nothing for who does not want it. */
    pageUrl: text(),
    referrer: text(),
    hostOrigin: text(),
    userAgent: text(),
    deviceClass: text({ enum: ['desktop', 'mobile', 'tablet'] }),
    browser: text(),
    metadata: jsonb().$type<Record<string, unknown>>().notNull(),
    lastSeenAt: moment().notNull().defaultNow(),
    endedAt: moment(),
    satisfactionRating: integer(),
    satisfactionComment: text(),
  },
  (table) => [
    index('widget_sessions_app').on(table.tenantId, table.appId),
    index('widget_sessions_conversation').on(table.tenantId, table.conversationId),
    // Sessions that nobody writes in any more are looked for by age.
    index('widget_sessions_active').on(table.createdAt).where(sql`status = 'ACTIVE'`),
  ],
  // A session token names the session, not the tenant.
  { system: ['select'] },
);
