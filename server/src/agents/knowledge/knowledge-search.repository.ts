import type { KnowledgeLanguage } from '@foyer/contracts/knowledge.ts';
import { and, between, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { tenants } from '#identity/tenants/tenants.tables.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { knowledgeChunks, knowledgeDocuments, knowledgeTerms, knowledgeWords } from './knowledge.tables.ts';
import { isReadBy, type KnowledgeReader } from './knowledge-documents.repository.ts';
import type { CandidatePassage, PassageSource, WeightedTerm } from './search/passage-source.ts';

export interface KnowledgeFilter extends KnowledgeReader {
  /** Only documents in this language. */
  language?: KnowledgeLanguage | undefined;
}

/** More words like one are not compared. */
const MOST_SPELLINGS = 5_000;

/** The texts of one tenant, as far as the filter lets them be found, on the snapshot of this transaction. */
export const textSearch = (tx: TenantTransaction, filter: KnowledgeFilter): PassageSource => ({
  countPassages: async () => {
    const [row] = await tx
      .select({ count: sql<number>`coalesce(sum(${knowledgeDocuments.chunkCount}), 0)::int` })
      .from(knowledgeDocuments)
      .where(eq(knowledgeDocuments.tenantId, tx.scope.tenantId));
    return row?.count ?? 0;
  },

  frequenciesOf: async (terms) => {
    if (terms.length === 0) return new Map();
    const rows = await tx
      .select({ term: knowledgeTerms.term, count: sql<number>`sum(${knowledgeTerms.places})::int` })
      .from(knowledgeTerms)
      .where(and(eq(knowledgeTerms.tenantId, tx.scope.tenantId), inArray(knowledgeTerms.term, [...terms])))
      .groupBy(knowledgeTerms.term);
    return new Map(rows.map(({ term, count }) => [term, count]));
  },

  wordsLike: async (initials, shortest, longest) => {
    const { tenantId, word, initial, length } = knowledgeWords;
    const rows = await tx
      .select({ word })
      .from(knowledgeWords)
      .where(and(eq(tenantId, tx.scope.tenantId), inArray(initial, [...initials]), between(length, shortest, longest)))
      .orderBy(word)
      .limit(MOST_SPELLINGS);
    return rows.map((row) => row.word);
  },

  candidates: (terms, limit) => findCandidates(tx, filter, terms, limit),
});

async function findCandidates(
  tx: TenantTransaction,
  filter: KnowledgeFilter,
  terms: readonly WeightedTerm[],
  limit: number,
): Promise<CandidatePassage[]> {
  const { rows } = await tx.execute(candidatesQuery(tx.scope, filter, terms, limit));
  return rows as unknown as CandidatePassage[];
}

/** For each passage the best of each concept's terms, summed; then the best passages with their texts. */
export function candidatesQuery({ tenantId }: TenantScope, filter: KnowledgeFilter, terms: readonly WeightedTerm[], limit: number): SQL {
  const document = knowledgeDocuments;
  const asked = terms.map(({ term, concept, worth }) => sql`(${term}, ${concept}::int, ${worth}::real)`);
  return sql`
    with asked (term, concept, worth) as (values ${sql.join(asked, sql`, `)}
    ), found as (
      select posting.document_id, passage.ordinal, asked.concept, max(asked.worth * passage.impact) as worth
        from asked
        join ${knowledgeTerms} posting on posting.tenant_id = ${tenantId} and posting.term = asked.term
        join ${document} on ${document.tenantId} = ${tenantId} and ${document.id} = posting.document_id
        cross join lateral unnest(posting.ordinals, posting.impacts) as passage(ordinal, impact)
       where ${isReadBy(filter)} and ${filter.language === undefined ? sql`true` : eq(document.language, filter.language)}
       group by 1, 2, 3
    ), rated as (
      select found.document_id, found.ordinal, sum(found.worth) as relevance
        from found
       group by 1, 2
       order by relevance desc, 1, 2
       limit ${limit}
    )
    select chunk.id as "chunkId", chunk.document_id as "documentId", ${document.title} as "documentTitle", chunk.heading, chunk.text,
           chunk.page, ${document.language} as language, rated.relevance::float8 as relevance
      from rated
      join ${knowledgeChunks} chunk on chunk.document_id = rated.document_id and chunk.ordinal = rated.ordinal
      join ${document} on ${document.id} = rated.document_id
     order by rated.relevance desc, rated.document_id, rated.ordinal`;
}

/** What the tenant calls by several names. */
export async function findTenantSynonyms(tx: TenantTransaction): Promise<readonly (readonly string[])[]> {
  const [row] = await tx.select({ profile: tenants.profile }).from(tenants).where(eq(tenants.id, tx.scope.tenantId));
  return row?.profile.knowledge?.synonyms ?? [];
}
