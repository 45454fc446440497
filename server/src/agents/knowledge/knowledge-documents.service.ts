import { createHash } from 'node:crypto';
import type {
  KnowledgeDocument,
  KnowledgeDocumentListQuery,
  KnowledgeDocumentSummary,
  KnowledgeDocumentUpdate,
} from '@foyer/contracts/knowledge.ts';
import type { Page } from '@foyer/contracts/lists.ts';
import { Id, Moment } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { appNotFound } from '#identity/apps/apps.errors.ts';
import { findApp } from '#identity/apps/apps.repository.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { documentTextOf } from './document-text.ts';
import { indexNow, takesLong } from './index-knowledge.ts';
import { documentNotFound, tooManyDocuments } from './knowledge.errors.ts';
import { indexKnowledgeJob } from './knowledge.jobs.ts';
import * as repository from './knowledge-documents.repository.ts';
import { removeIndex } from './knowledge-index.repository.ts';

/** Every search counts the passages of them all. */
const MAX_DOCUMENTS = 10_000;

/** Whose document it is; neither: the whole tenant's. */
export interface DocumentOwner {
  appId?: string | null | undefined;
  agentId?: string | undefined;
}

export interface KnowledgeDocuments {
  /** @throws {AppError} APP_NOT_FOUND, KNOWLEDGE_DOCUMENT_EMPTY, TOO_MANY_KNOWLEDGE_DOCUMENTS, VALIDATION_FAILED */
  create(scope: TenantScope, owner: DocumentOwner, draft: KnowledgeDocumentUpdate): Promise<KnowledgeDocument>;
  /**
   * Adds those of whose title and language the tenant has none yet: all of them or none, to be indexed by jobs. Callers at the same moment
   * add each of them once.
   * @returns how many were added @throws {AppError} KNOWLEDGE_DOCUMENT_EMPTY, VALIDATION_FAILED
   */
  addMissing(scope: TenantScope, drafts: readonly KnowledgeDocumentUpdate[]): Promise<number>;
  /** The latest first. */
  list(scope: TenantScope, query: KnowledgeDocumentListQuery): Promise<Page<KnowledgeDocumentSummary>>;
  /** @throws {AppError} KNOWLEDGE_DOCUMENT_NOT_FOUND */
  get(scope: TenantScope, documentId: string): Promise<KnowledgeDocument>;
  /** @throws {AppError} KNOWLEDGE_DOCUMENT_NOT_FOUND, KNOWLEDGE_DOCUMENT_EMPTY, PRECONDITION_FAILED, VALIDATION_FAILED */
  replace(scope: TenantScope, documentId: string, draft: KnowledgeDocumentUpdate, ifMatch: string | undefined): Promise<KnowledgeDocument>;
  /** @throws {AppError} KNOWLEDGE_DOCUMENT_NOT_FOUND */
  remove(scope: TenantScope, documentId: string): Promise<void>;
}

const Cursor = z.tuple([Moment, Id]);

export function createKnowledgeDocuments({ unitOfWork }: { unitOfWork: UnitOfWork }): KnowledgeDocuments {
  return {
    create: async (scope, { appId = null, agentId = null }, draft) => {
      const text = hashed(documentTextOf(draft));
      return unitOfWork.write(scope, async (tx) => {
        if (appId !== null && !(await findApp(tx, appId))) throw appNotFound();
        await repository.holdKnowledge(tx);
        if ((await repository.countDocuments(tx)) >= MAX_DOCUMENTS) throw tooManyDocuments(MAX_DOCUMENTS);
        const added = await repository.insertDocument(tx, { ...text, appId, agentId, status: 'processing' });
        tx.emit({ type: 'knowledge-document.created', subject: { knowledgeDocumentId: added.id } });
        return toDocument(await index(tx, added));
      });
    },

    addMissing: async (scope, drafts) => {
      const texts = drafts.map((draft) => hashed(documentTextOf(draft)));
      return unitOfWork.write(scope, async (tx) => {
        await repository.holdKnowledge(tx);
        const present = await repository.titlesOf(tx);
        const missing = texts.filter(({ title, language }) => !present.some((one) => one.title === title && one.language === language));
        for (const text of missing) {
          const added = await repository.insertDocument(tx, { ...text, appId: null, agentId: null, status: 'processing' });
          tx.emit({ type: 'knowledge-document.created', subject: { knowledgeDocumentId: added.id } });
          await tx.enqueue(indexKnowledgeJob, { documentId: added.id, contentHash: added.contentHash });
        }
        return missing.length;
      });
    },

    list: (scope, { limit, cursor, ...filter }) =>
      unitOfWork.read(scope, async (tx) => {
        const [createdAt, id] = decodeCursor(cursor, Cursor) ?? [];
        const after = createdAt === undefined || id === undefined ? undefined : { createdAt: new Date(createdAt), id };
        const rows = await repository.listDocuments(tx, { ...filter, after, limit: limit + 1 });
        return page(rows.map(toSummary), limit, (document) => [document.createdAt, document.id]);
      }),

    get: (scope, documentId) =>
      unitOfWork.read(scope, async (tx) => {
        const found = await repository.findDocument(tx, documentId);
        if (!found) throw documentNotFound();
        return toDocument(found);
      }),

    replace: async (scope, documentId, draft, ifMatch) => {
      const text = hashed(documentTextOf(draft));
      return unitOfWork.write(scope, async (tx) => {
        await repository.holdKnowledge(tx);
        const found = await repository.lockDocument(tx, documentId);
        if (!found) throw documentNotFound();
        requireMatch(ifMatch, etagOf(toDocument(found)));
        // Nothing is to be found in another way than before.
        if (found.contentHash === text.contentHash && found.status !== 'failed') return toDocument(found);
        const updated = await repository.updateDocument(tx, documentId, { ...text, status: 'processing' });
        tx.emit({ type: 'knowledge-document.updated', subject: { knowledgeDocumentId: documentId } });
        return toDocument(await index(tx, updated ?? found));
      });
    },

    remove: (scope, documentId) =>
      unitOfWork.write(scope, async (tx) => {
        await repository.holdKnowledge(tx);
        if (!(await repository.lockDocument(tx, documentId))) throw documentNotFound();
        await removeIndex(tx, documentId);
        await repository.deleteDocument(tx, documentId);
        tx.emit({ type: 'knowledge-document.deleted', subject: { knowledgeDocumentId: documentId } });
      }),
  };
}

/** At once where it is quick; else a job does it after the commit, and until then searches find what they found before. */
async function index(tx: TenantTransaction, document: repository.DocumentRow): Promise<repository.DocumentRow> {
  if (!takesLong(document)) return indexNow(tx, document);
  await tx.enqueue(indexKnowledgeJob, { documentId: document.id, contentHash: document.contentHash });
  return document;
}

const hashed = (text: ReturnType<typeof documentTextOf>): repository.DocumentText => ({
  ...text,
  contentHash: createHash('sha256')
    .update(JSON.stringify([text.title, text.contentType, text.language, text.content]))
    .digest('base64url'),
});

function toSummary({
  tenantId: _,
  contentHash: __,
  createdAt,
  updatedAt,
  ...document
}: repository.DocumentSummaryRow): KnowledgeDocumentSummary {
  return { ...document, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

const toDocument = ({ content, ...row }: repository.DocumentRow): KnowledgeDocument => ({ ...toSummary(row), content });
