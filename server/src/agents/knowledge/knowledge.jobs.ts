import { z } from 'zod';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { declareJob, defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import { indexNow } from './index-knowledge.ts';
import { holdKnowledge, lockDocument } from './knowledge-documents.repository.ts';

export const indexKnowledgeJob = declareJob({
  name: 'knowledge.index',
  payload: z.object({ documentId: z.guid(), contentHash: z.string() }),
});

/** Indexes a long document, unless it has been changed again or deleted since. */
export function indexKnowledge({ unitOfWork }: { unitOfWork: UnitOfWork }): JobDefinition<{ documentId: string; contentHash: string }> {
  return defineJob({
    ...indexKnowledgeJob,
    run: async ({ documentId, contentHash }, { scope }) => {
      if (!scope) throw new Error('A document belongs to a tenant.');
      await unitOfWork.write(scope, async (tx) => {
        await holdKnowledge(tx);
        const document = await lockDocument(tx, documentId);
        if (document?.contentHash !== contentHash || document.status !== 'processing') return;
        await indexNow(tx, document);
        tx.emit({ type: 'knowledge-document.indexed', subject: { knowledgeDocumentId: documentId } });
      });
    },
  });
}
