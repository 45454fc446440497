import { createKnowledgeDocuments, type KnowledgeDocuments } from '#agents/knowledge/knowledge-documents.service.ts';
import { createKnowledgeSearch, type KnowledgeSearch } from '#agents/knowledge/knowledge-search.service.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { scopeOfNewTenant, type TestDatabase } from '#test/test-database.ts';
import { type EvaluationDocument, type Question, readDocuments } from './evaluation-set.ts';
import type { Found } from './judge-search.ts';

/** Knowledge on a database of its own, without anything around it. */
export interface KnowledgeWorld {
  database: TestDatabase;
  unitOfWork: UnitOfWork;
  documents: KnowledgeDocuments;
  search: KnowledgeSearch;
}

export function createKnowledgeWorld(database: TestDatabase): KnowledgeWorld {
  const unitOfWork = database.unitOfWork();
  return { database, unitOfWork, documents: createKnowledgeDocuments({ unitOfWork }), search: createKnowledgeSearch({ unitOfWork }) };
}

/** The documents of the evaluation for one tenant. @returns their names by id */
export async function addDocuments({ documents }: KnowledgeWorld, scope: TenantScope): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { name, document } of readDocuments() satisfies EvaluationDocument[]) {
    names.set((await documents.create(scope, {}, document)).id, name);
  }
  return names;
}

/** More passages than documents are asked for: a document may have two of the first. */
const PASSAGES = 12;

export async function askAll(world: KnowledgeWorld, questions: readonly Question[]): Promise<Found[]> {
  const scope = scopeOfNewTenant();
  const names = await addDocuments(world, scope);
  const found: Found[] = [];
  for (const question of questions) {
    const passages = await world.search.search(scope, { query: question.question, limit: PASSAGES });
    const documents = [...new Set(passages.map(({ documentId }) => names.get(documentId) ?? ''))];
    found.push({ question, documents, score: passages[0]?.score ?? 0 });
  }
  return found;
}
