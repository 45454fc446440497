import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { indexDocument } from './analysis/index-document.ts';
import { divideDocument } from './chunking/divide-document.ts';
import { type DocumentRow, updateDocument } from './knowledge-documents.repository.ts';
import { replaceChunks, replaceIndex } from './knowledge-index.repository.ts';

/** Longer documents are indexed by a job: nobody waits for them with a request open. UTF-16 units. */
const LONG = 100_000;

export const takesLong = ({ content }: Pick<DocumentRow, 'content'>): boolean => content.length > LONG;

/**
 * Takes a document apart and indexes it, in the place of what there was; searches see all of it or nothing. The caller holds the tenant's
 * knowledge. A document in which nothing can be read has failed.
 */
export async function indexNow(tx: TenantTransaction, document: DocumentRow): Promise<DocumentRow> {
  const passages = divideDocument(document);
  await replaceChunks(tx, document.id, passages);
  await replaceIndex(tx, document.id, indexDocument(document.title, passages, document.language));
  const status = passages.length > 0 ? 'ready' : 'failed';
  return (await updateDocument(tx, document.id, { status, chunkCount: passages.length })) ?? document;
}
