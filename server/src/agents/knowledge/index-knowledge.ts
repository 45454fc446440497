import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { indexDocument } from './analysis/index-document.ts';
import { divideDocument } from './chunking/divide-document.ts';
import { type DocumentRow, updateDocument } from './knowledge-documents.repository.ts';
import { replaceChunks, replaceIndex } from './knowledge-index.repository.ts';

/** Longer documents are indexed by a job: nobody waits for them with a request open. UTF-16 units. */
const LONG = 100_000;

/** More passages than a text of the greatest length has, unless somebody made a heading of every other word. */
const MOST_PASSAGES = 20_000;

export const takesLong = ({ content }: Pick<DocumentRow, 'content'>): boolean => content.length > LONG;

/**
 * Takes a document apart and indexes it, in the place of what there was; searches see all of it or nothing. The caller holds the tenant's
 * knowledge. A document in which nothing can be read, or that consists of crumbs, has failed; what was found of it before stays.
 */
export async function indexNow(tx: TenantTransaction, document: DocumentRow): Promise<DocumentRow> {
  const passages = divideDocument(document);
  if (passages.length === 0 || passages.length > MOST_PASSAGES)
    return (await updateDocument(tx, document.id, { status: 'failed' })) ?? document;
  await replaceChunks(tx, document.id, passages);
  await replaceIndex(tx, document.id, indexDocument(document.title, passages, document.language));
  return (await updateDocument(tx, document.id, { status: 'ready', chunkCount: passages.length })) ?? document;
}
