import { KnowledgeDocument, KnowledgeDocumentSummary, NewAgentDocument } from '@foyer/contracts/knowledge.ts';
import { ListQuery, pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { nothing } from '#platform/http/access-audit.ts';
import { created } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import { DOCUMENT_BODY_BYTES, READ_KNOWLEDGE, WRITE_KNOWLEDGE } from '../knowledge/knowledge.routes.ts';
import type { KnowledgeDocuments } from '../knowledge/knowledge-documents.service.ts';
import { AGENT_PATHS } from './agents.routes.ts';
import type { Agents } from './agents.service.ts';

const tags = ['Knowledge'];
const ofAgent = z.strictObject({ agentId: Id });

/** Documents that one agent alone answers from. Each is read, changed and deleted at `/knowledge/documents`. */
export function agentDocumentRoutes(documents: KnowledgeDocuments, agents: Pick<Agents, 'get'>): RouteModule {
  return (routes) => {
    for (const path of AGENT_PATHS) {
      routes.post(`${path}/:agentId/documents`, {
        summary: 'Add a document for one agent alone',
        tags,
        access: WRITE_KNOWLEDGE,
        audits: 'knowledge-document.created',
        bodyBytes: DOCUMENT_BODY_BYTES,
        params: ofAgent,
        body: NewAgentDocument,
        answers: { 201: KnowledgeDocument },
        problems: ['AGENT_NOT_FOUND', 'KNOWLEDGE_DOCUMENT_EMPTY', 'TOO_MANY_KNOWLEDGE_DOCUMENTS'],
        handle: async ({ scope, params: { agentId }, body }) => {
          // Agents are never deleted, so the one that is found stays.
          await agents.get(scope, agentId);
          const document = await documents.create(scope, { agentId }, body);
          return created(document, { etag: etagOf(document) });
        },
      });

      routes.get(`${path}/:agentId/documents`, {
        summary: "List an agent's own documents",
        tags,
        access: READ_KNOWLEDGE,
        audits: nothing('Set-up, which holds no personal data.'),
        params: ofAgent,
        query: ListQuery,
        answers: { 200: pageOf(KnowledgeDocumentSummary) },
        problems: ['AGENT_NOT_FOUND', 'INVALID_CURSOR'],
        handle: async ({ scope, params: { agentId }, query }) => {
          await agents.get(scope, agentId);
          return documents.list(scope, { ...query, agentId });
        },
      });
    }
  };
}
