import type { KnowledgePassage, KnowledgeSearchRequest } from '@foyer/contracts/knowledge.ts';
import { appNotFound } from '#identity/apps/apps.errors.ts';
import { findApp } from '#identity/apps/apps.repository.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { KnowledgeReader } from './knowledge-documents.repository.ts';
import { findTenantSynonyms, type KnowledgeFilter, textSearch } from './knowledge-search.repository.ts';
import { type FoundPassage, findPassages } from './search/find-passages.ts';
import { builtInGroups, createSynonyms, type SpokenLanguage, type Synonyms, withTenantGroups } from './search/synonyms.ts';

export interface KnowledgeSearch {
  /** @throws {AppError} APP_NOT_FOUND */
  search(scope: TenantScope, request: KnowledgeSearchRequest): Promise<KnowledgePassage[]>;
  /** The same inside a transaction. @param spoken the language of the conversation, which counts where the question does not tell */
  find(tx: TenantTransaction, question: Question): Promise<FoundPassage[]>;
}

export interface Question {
  query: string;
  limit: number;
  reader: KnowledgeReader;
  /** Only documents in this language. */
  language?: KnowledgeFilter['language'];
  spoken?: SpokenLanguage | undefined;
}

/** So many tenants' synonyms are kept in memory, at most a megabyte each. */
const MOST_KEPT = 50;

export function createKnowledgeSearch({ unitOfWork }: { unitOfWork: UnitOfWork }): KnowledgeSearch {
  const groups = builtInGroups();
  const builtIn = createSynonyms(groups);
  const withOwn = new Map<string, Synonyms>();
  /** By what tenants have added, since putting it together takes longer than a search. */
  const synonymsWith = (ofTenant: readonly (readonly string[])[]): Synonyms => {
    if (ofTenant.length === 0) return builtIn;
    const key = JSON.stringify(ofTenant);
    const made = withOwn.get(key) ?? withTenantGroups(groups, ofTenant);
    if (withOwn.size >= MOST_KEPT) withOwn.clear();
    withOwn.set(key, made);
    return made;
  };

  const find: KnowledgeSearch['find'] = async (tx, { query, limit, reader, language, spoken }) => {
    const synonyms = synonymsWith(await findTenantSynonyms(tx));
    return findPassages(textSearch(tx, { ...reader, language }), { query, limit, language: spoken }, synonyms);
  };

  return {
    find,
    search: (scope, { query, limit, language, appId }) =>
      unitOfWork.read(scope, async (tx) => {
        if (appId !== undefined && !(await findApp(tx, appId))) throw appNotFound();
        const spoken = language === 'other' ? undefined : language;
        return (await find(tx, { query, limit, reader: { appId }, language, spoken })).map(toPassage);
      }),
  };
}

const toPassage = ({ documentId, documentTitle, chunkId, text, score, heading, page }: FoundPassage): KnowledgePassage => ({
  documentId,
  documentTitle,
  chunkId,
  text,
  score,
  ...(heading !== null && { heading }),
  ...(page !== null && { page }),
});
