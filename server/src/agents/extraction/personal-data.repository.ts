import { asc, inArray } from 'drizzle-orm';
import type { PersonalDataStore } from '#messaging/personal-data.ts';
import { extractionFields, extractions } from './extractions.tables.ts';

/** What conversations have filled in. It goes with them, with its history. */
export const formData: PersonalDataStore = {
  name: 'forms',
  belongsTo: 'conversation',
  collect: async (tx, { conversationIds }) => {
    if (conversationIds.length === 0) return [];
    const { id, conversationId, formType, createdAt } = extractions;
    const found = await tx
      .select({ id, conversationId, formType, createdAt })
      .from(extractions)
      .where(inArray(conversationId, [...conversationIds]))
      .orderBy(asc(createdAt));
    if (found.length === 0) return [];
    const fields = await tx
      .select()
      .from(extractionFields)
      .where(
        inArray(
          extractionFields.extractionId,
          found.map((extraction) => extraction.id),
        ),
      );
    return found.map((extraction) => ({
      ...extraction,
      fields: fields
        .filter(({ extractionId }) => extractionId === extraction.id)
        .map(({ name, value, status, evidence }) => ({ fieldName: name, value, status, evidence })),
    }));
  },
  erase: async () => 0,
};
