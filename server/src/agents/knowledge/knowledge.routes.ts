import {
  KnowledgeDocument,
  KnowledgeDocumentListQuery,
  KnowledgeDocumentSummary,
  KnowledgeDocumentUpdate,
  KnowledgeSearchAnswer,
  KnowledgeSearchRequest,
  NewKnowledgeDocument,
} from '@foyer/contracts/knowledge.ts';
import { pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import { answered, created, noContent } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { KnowledgeDocuments } from './knowledge-documents.service.ts';
import type { KnowledgeSearch } from './knowledge-search.service.ts';

const tags = ['Knowledge'];
const one = z.strictObject({ documentId: Id });

export const READ_KNOWLEDGE = member('viewer', 'knowledge:read');
export const WRITE_KNOWLEDGE = member('admin', 'knowledge:write');

/** A document of 2,000,000 characters, each of which may take several bytes in JSON. */
export const DOCUMENT_BODY_BYTES = 8 * 1024 * 1024;

export function knowledgeRoutes({
  documents,
  search,
}: {
  documents: KnowledgeDocuments;
  search: Pick<KnowledgeSearch, 'search'>;
}): RouteModule {
  return (routes) => {
    routes.post('/knowledge/documents', {
      summary: 'Add a document for agents to answer from',
      description: 'As JSON: Markdown, plain text, or questions with their answers. Files cannot be uploaded yet.',
      tags,
      access: WRITE_KNOWLEDGE,
      audits: 'knowledge-document.created',
      bodyBytes: DOCUMENT_BODY_BYTES,
      body: NewKnowledgeDocument,
      answers: { 201: KnowledgeDocument },
      problems: ['APP_NOT_FOUND', 'KNOWLEDGE_DOCUMENT_EMPTY', 'TOO_MANY_KNOWLEDGE_DOCUMENTS'],
      handle: async ({ scope, body: { appId, ...draft } }) => {
        const document = await documents.create(scope, { appId }, draft);
        return created(document, { etag: etagOf(document) });
      },
    });

    routes.get('/knowledge/documents', {
      summary: 'List documents, without their content',
      tags,
      access: READ_KNOWLEDGE,
      audits: nothing('Set-up, which holds no personal data.'),
      query: KnowledgeDocumentListQuery,
      answers: { 200: pageOf(KnowledgeDocumentSummary) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => documents.list(scope, query),
    });

    routes.get('/knowledge/documents/:documentId', {
      summary: 'Read a document',
      tags,
      access: READ_KNOWLEDGE,
      audits: nothing('Set-up, which holds no personal data.'),
      params: one,
      answers: { 200: KnowledgeDocument },
      problems: ['KNOWLEDGE_DOCUMENT_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        const document = await documents.get(scope, params.documentId);
        return answered(200, document, { etag: etagOf(document) });
      },
    });

    routes.put('/knowledge/documents/:documentId', {
      summary: 'Replace what a document says',
      description: 'Searches find what was there before until the new text is ready. Whose document it is does not change.',
      tags,
      access: WRITE_KNOWLEDGE,
      audits: { action: 'knowledge-document.updated', parameter: 'documentId' },
      bodyBytes: DOCUMENT_BODY_BYTES,
      params: one,
      body: KnowledgeDocumentUpdate,
      answers: { 200: KnowledgeDocument },
      problems: ['KNOWLEDGE_DOCUMENT_NOT_FOUND', 'KNOWLEDGE_DOCUMENT_EMPTY', 'PRECONDITION_FAILED'],
      handle: async ({ scope, params, body, request }) => {
        const document = await documents.replace(scope, params.documentId, body, request.header('if-match'));
        return answered(200, document, { etag: etagOf(document) });
      },
    });

    routes.delete('/knowledge/documents/:documentId', {
      summary: 'Delete a document',
      tags,
      access: WRITE_KNOWLEDGE,
      audits: { action: 'knowledge-document.deleted', parameter: 'documentId' },
      params: one,
      answers: { 204: null },
      problems: ['KNOWLEDGE_DOCUMENT_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        await documents.remove(scope, params.documentId);
        return noContent();
      },
    });

    routes.post('/knowledge/search', {
      summary: 'Search the documents, as an agent does',
      tags,
      access: READ_KNOWLEDGE,
      audits: 'knowledge.searched',
      body: KnowledgeSearchRequest,
      answers: { 200: KnowledgeSearchAnswer },
      problems: ['APP_NOT_FOUND'],
      idempotent: false,
      handle: async ({ scope, body }) => ({ items: await search.search(scope, body) }),
    });
  };
}
