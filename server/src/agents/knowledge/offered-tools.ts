import type { Tool } from '#messaging/tool.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';
import { SEARCH_TOOL } from '../prompts/instructions.ts';
import { hasKnowledge, type KnowledgeReader } from './knowledge-documents.repository.ts';

/** Whether there is anything to search, from memory where nothing has changed. */
export const hasKnowledgeOf = (tx: TenantTransaction, setUp: SetUp, reader: KnowledgeReader): Promise<boolean> =>
  setUp.read(`has-knowledge/${reader.appId}/${reader.agentId}`, () => hasKnowledge(tx, reader));

/** A model is not told of a search that can find nothing. */
export const offeredTools = (tools: readonly Tool[], canSearch: boolean): Tool[] =>
  tools.filter(({ name }) => canSearch || name !== SEARCH_TOOL);
