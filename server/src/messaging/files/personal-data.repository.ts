import { and, eq, inArray } from 'drizzle-orm';
import type { PersonalDataStore } from '../personal-data.ts';
import { files } from './files.tables.ts';
import { sweepFilesHourly } from './sweep-files.ts';

/** Files of conversations. Their rows go with their bytes: here they are taken out of use, and a sweep that follows removes both. */
export const fileData: PersonalDataStore = {
  name: 'files',
  belongsTo: 'conversation',
  collect: async (tx, { conversationIds }) => {
    if (conversationIds.length === 0) return [];
    const { id, name, contentType, sizeBytes, sha256, createdAt, messageId } = files;
    return tx
      .select({ id, name, contentType, sizeBytes, sha256, createdAt, messageId })
      .from(files)
      .where(and(inArray(files.conversationId, [...conversationIds]), eq(files.state, 'ready')));
  },
  erase: async (tx, { conversationIds }) => {
    if (conversationIds.length === 0) return 0;
    const rows = await tx
      .update(files)
      .set({ state: 'removing', messageId: null, name: '', sha256: null })
      .where(inArray(files.conversationId, [...conversationIds]))
      .returning({ id: files.id });
    if (rows.length > 0) await tx.enqueue(sweepFilesHourly.job, {}, { key: 'after-erasure' });
    return rows.length;
  },
};
