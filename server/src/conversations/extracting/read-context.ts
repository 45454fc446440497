import { agentOf } from '#agents/definitions/agent-set-up.ts';
import { modelSettingsOf } from '#agents/definitions/model-set-up.ts';
import type { ExtractionMessage } from '#agents/extraction/extraction-engine.ts';
import { type ExtractionRow, findExtraction } from '#agents/extraction/extractions.repository.ts';
import type { EffectiveModelSettings, ModelSettings } from '#agents/models/model-settings.ts';
import { activeConfigOf, tenantOf } from '#identity/apps/app-set-up.ts';
import type { TenantRow } from '#identity/tenants/tenants.repository.ts';
import { type Conversation, findConversation } from '#messaging/conversations/conversations.repository.ts';
import { listLatestMessages, type ToldMessage } from '#messaging/messages/messages.repository.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';

/** What one reading of a conversation goes by. */
export interface ReadContext {
  extraction: ExtractionRow;
  conversation: Conversation;
  tenant: TenantRow;
  settings: EffectiveModelSettings;
  messages: ExtractionMessage[];
  /** Where a message stands; 0 for one that is too old to have been read. */
  seqOf(messageId: string): number;
  /** The last thing that somebody said who may have said a fact. */
  lastSaidSeq: number;
}

/** What was said longer ago has been read before, and what was found then stays. */
const LATEST = { atLeast: 20, bytes: 60_000, bytesPerMessage: 100 };

/** Undefined when the extraction, or what it belongs to, is gone. */
export async function readContext(
  tx: TenantTransaction,
  setUp: SetUp,
  environment: ModelSettings,
  extractionId: string,
): Promise<ReadContext | undefined> {
  const extraction = await findExtraction(tx, extractionId);
  const conversation = extraction && (await findConversation(tx, extraction.conversationId));
  const tenant = await tenantOf(tx, setUp);
  if (!conversation || !tenant) return undefined;
  const agent = await agentOf(tx, setUp, conversation.agentId);
  const config = conversation.appId === null ? undefined : await activeConfigOf(tx, setUp, conversation.appId);
  const told = await listLatestMessages(tx, conversation.id, conversation.lastSeq, LATEST);
  const seqs = new Map(told.map(({ id, seq }) => [id, seq]));
  return {
    extraction,
    conversation,
    tenant,
    settings: modelSettingsOf(environment, { tenant, agent, config }),
    messages: told.flatMap(toExtractionMessage),
    seqOf: (messageId) => seqs.get(messageId) ?? 0,
    lastSaidSeq: told.findLast(({ role }) => role === 'user' || role === 'agent')?.seq ?? 0,
  };
}

/** What the product says in its own name is nobody's fact. */
function toExtractionMessage({ id, role, content }: ToldMessage): ExtractionMessage[] {
  return role === 'system' || content.trim() === '' ? [] : [{ id, role, content }];
}
