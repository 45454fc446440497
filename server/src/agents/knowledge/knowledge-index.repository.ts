import { asc, eq, sql } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { newId } from '#platform/ids.ts';
import type { DocumentIndex } from './analysis/index-document.ts';
import type { Passage } from './chunking/passage.ts';
import { knowledgeChunks, knowledgeDocuments, knowledgeTerms, knowledgeWords } from './knowledge.tables.ts';
import { initialOf } from './search/spelling.ts';

/** Rows of one statement: far below the 65,535 values that one takes. */
const BATCH = 4_000;
const BETWEEN_HEADINGS = ' › ';

type ChunkRow = Pick<typeof knowledgeChunks.$inferSelect, 'id' | 'ordinal' | 'heading' | 'text' | 'page'>;

export const headingOf = ({ headings }: Passage): string | null => (headings.length > 0 ? headings.join(BETWEEN_HEADINGS) : null);

/** A document's passages, in order. */
export function listChunks(tx: TenantTransaction, documentId: string): Promise<ChunkRow[]> {
  const { id, ordinal, heading, text, page } = knowledgeChunks;
  return tx
    .select({ id, ordinal, heading, text, page })
    .from(knowledgeChunks)
    .where(eq(knowledgeChunks.documentId, documentId))
    .orderBy(asc(ordinal));
}

/** Puts these passages in the place of the document's. One whose text and heading are as before keeps its id. */
export async function replaceChunks(tx: TenantTransaction, documentId: string, passages: readonly Passage[]): Promise<void> {
  const ids = new Map<string, string[]>();
  for (const { id, heading, text } of await listChunks(tx, documentId)) {
    const key = JSON.stringify([heading, text]);
    ids.set(key, [...(ids.get(key) ?? []), id]);
  }
  await tx.delete(knowledgeChunks).where(eq(knowledgeChunks.documentId, documentId));
  const { tenantId } = tx.scope;
  const rows = passages.map((passage, ordinal) => {
    const heading = headingOf(passage);
    const id = ids.get(JSON.stringify([heading, passage.text]))?.shift() ?? newId();
    return { id, tenantId, documentId, ordinal, heading, text: passage.text };
  });
  for (const batch of inBatches(rows)) await tx.insert(knowledgeChunks).values(batch);
}

/** Puts this index in the place of the document's. The caller holds the tenant's knowledge. */
export async function replaceIndex(tx: TenantTransaction, documentId: string, { postings, words }: DocumentIndex): Promise<void> {
  await removeIndex(tx, documentId);
  const { tenantId } = tx.scope;
  for (const batch of inBatches(postings)) {
    const rows = JSON.stringify(batch.map((posting) => ({ id: newId(), ...posting })));
    await tx.execute(sql`
      insert into ${knowledgeTerms} (id, tenant_id, document_id, term, ordinals, impacts, places)
      select id, ${tenantId}::uuid, ${documentId}::uuid, term, ordinals, impacts, cardinality(ordinals)
        from jsonb_to_recordset(${rows}::jsonb) as posting(id uuid, term text, ordinals smallint[], impacts smallint[])`);
  }
  for (const batch of inBatches(words)) {
    const rows = JSON.stringify(
      batch.map(({ word, term }) => ({ id: newId(), word, term, initial: initialOf(word), length: word.length })),
    );
    await tx.execute(sql`
      insert into ${knowledgeWords} (id, tenant_id, word, term, initial, length)
      select id, ${tenantId}::uuid, word, term, initial, length
        from jsonb_to_recordset(${rows}::jsonb) as spelling(id uuid, word text, term text, initial text, length smallint)
      on conflict (tenant_id, word) do nothing`);
  }
  await tx
    .update(knowledgeDocuments)
    .set({ words: words.map(({ word }) => word) })
    .where(eq(knowledgeDocuments.id, documentId));
}

/** What the document is found by, before it is deleted or indexed anew. The caller holds the tenant's knowledge. */
export async function removeIndex(tx: TenantTransaction, documentId: string): Promise<void> {
  const { tenantId } = tx.scope;
  await tx.delete(knowledgeTerms).where(eq(knowledgeTerms.documentId, documentId));
  await tx.execute(sql`
    delete from ${knowledgeWords} spelling
     where tenant_id = ${tenantId} and word in (select unnest(words) from ${knowledgeDocuments} where id = ${documentId})
       and not exists (select from ${knowledgeTerms} posting where posting.tenant_id = ${tenantId} and posting.term = spelling.term)`);
}

function* inBatches<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}
