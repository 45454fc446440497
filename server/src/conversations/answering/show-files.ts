import type { ModelAttachment, ModelCapabilities } from '#agents/models/chat-model.ts';
import { withFileMentions } from '#agents/prompts/file-mentions.ts';
import type { HistoryMessage } from '#agents/prompts/history.ts';
import { typeOf } from '#messaging/files/file-types.policy.ts';
import type { Files } from '#messaging/files/files.service.ts';
import type { MessageAttachment } from '#messaging/files/message-attachments.ts';
import type { ToldMessage } from '#messaging/messages/messages.repository.ts';
import type { Logger } from '#platform/telemetry/logger.ts';

/** Of the latest files, so many are shown to a model, and together so much. */
const MOST_FILES = 5;
const MOST_BYTES = 8_000_000;
/** The strictest of the providers takes pictures of 5 MB in base64. Source: docs.anthropic.com, vision. */
const LARGEST_IMAGE_BYTES = 3_750_000;
/** A server that does not like one of the files must not keep the message from being answered: then the files are only named. */
const FAILURES_WITH_FILES = 2;

export interface ShowFiles {
  tenantId: string;
  messages: readonly ToldMessage[];
  capabilities: Pick<ModelCapabilities, 'images' | 'documents'>;
  /** How often this turn has failed already. */
  failures: number;
}

/** The messages as history takes them, with the files that the model can look at; the others are named in the text. */
export async function showFiles(
  { files, logger }: { files: Pick<Files, 'read'>; logger: Logger },
  { tenantId, messages, capabilities, failures }: ShowFiles,
): Promise<HistoryMessage[]> {
  const chosen = failures < FAILURES_WITH_FILES ? chooseFiles(messages, capabilities) : [];
  const shown = new Map<string, ModelAttachment>();
  for (const { fileId, name, contentType } of chosen) {
    const kind = typeOf(contentType)?.modelKind;
    try {
      if (kind) shown.set(fileId, { kind, contentType, name, data: await files.read(tenantId, fileId) });
    } catch (error) {
      logger.warn('A file could not be read for an answer', { fileId, error });
    }
  }
  return messages.map(({ role, content, attachments }) => {
    if (!attachments?.length) return { role, content };
    const mentions = attachments.map(({ fileId, name, size }) => ({ name, sizeBytes: size, isShown: shown.has(fileId) }));
    const visible = attachments.flatMap(({ fileId }) => shown.get(fileId) ?? []);
    return { role, content: withFileMentions(content, mentions), ...(visible.length > 0 && { attachments: visible }) };
  });
}

/** The latest files that the model can look at, as many as there is room for: a large one does not keep out a small one before it. */
export function chooseFiles(messages: readonly ToldMessage[], capabilities: ShowFiles['capabilities']): MessageAttachment[] {
  const chosen: MessageAttachment[] = [];
  let bytes = 0;
  const fromVisitors = messages.filter(({ role }) => role === 'user');
  for (const file of fromVisitors.flatMap(({ attachments }) => attachments ?? []).toReversed()) {
    if (chosen.length === MOST_FILES) break;
    if (!isReadable(file, capabilities) || bytes + file.size > MOST_BYTES) continue;
    chosen.push(file);
    bytes += file.size;
  }
  return chosen;
}

function isReadable({ contentType, size }: MessageAttachment, { images, documents }: ShowFiles['capabilities']): boolean {
  const kind = typeOf(contentType)?.modelKind;
  if (kind === 'image') return images && size <= LARGEST_IMAGE_BYTES;
  return kind === 'document' && documents;
}
