import { and, asc, eq, lte, sql } from 'drizzle-orm';
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
      insert into ${knowledgeTerms} (id, tenant_id, document_id, term, ordinals, impacts)
      select id, ${tenantId}::uuid, ${documentId}::uuid, term, ordinals, impacts
        from jsonb_to_recordset(${rows}::jsonb) as posting(id uuid, term text, ordinals smallint[], impacts smallint[])`);
  }
  for (const batch of inBatches(words)) {
    const rows = JSON.stringify(batch.map((word) => ({ id: newId(), word, initial: initialOf(word), length: word.length })));
    await tx.execute(sql`
      insert into ${knowledgeWords} as known (id, tenant_id, word, initial, length, documents)
      select id, ${tenantId}::uuid, word, initial, length, 1
        from jsonb_to_recordset(${rows}::jsonb) as spelling(id uuid, word text, initial text, length smallint)
      on conflict (tenant_id, word) do update set documents = known.documents + 1`);
  }
  await tx.update(knowledgeDocuments).set({ words }).where(eq(knowledgeDocuments.id, documentId));
}

/** What the document is found by, before it is deleted or indexed anew. The caller holds the tenant's knowledge. */
export async function removeIndex(tx: TenantTransaction, documentId: string): Promise<void> {
  await tx.delete(knowledgeTerms).where(eq(knowledgeTerms.documentId, documentId));
  const itsWords = sql`word in (select unnest(words) from ${knowledgeDocuments} where id = ${documentId})`;
  const ofTenant = eq(knowledgeWords.tenantId, tx.scope.tenantId);
  await tx.delete(knowledgeWords).where(and(ofTenant, itsWords, lte(knowledgeWords.documents, 1)));
  await tx
    .update(knowledgeWords)
    .set({ documents: sql`${knowledgeWords.documents} - 1` })
    .where(and(ofTenant, itsWords));
}

function* inBatches<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}
