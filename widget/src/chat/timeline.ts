import type { ChatMessage, TimelineEntry } from './chat.ts';
import { type Conversation, type MessageFrame, momentOf } from './conversation.ts';
import type { Unsent } from './outbox.ts';

export interface TimelineParts {
  readonly conversation: Conversation;
  /** The answer that is being written, and after which frame it began. */
  readonly draft: { readonly messageId: string; readonly afterSeq: number; readonly at: number } | undefined;
  readonly unsent: readonly Unsent[];
  /** Whether what is unsent is on its way. */
  readonly isOnline: boolean;
  /** The installation's origin, where files are. */
  readonly server: string;
}

/** What is shown, in its order: what is stored, the answer that is being written where it began, and what is not stored yet. */
export function createTimeline(): (parts: TimelineParts) => readonly TimelineEntry[] {
  // The same object for the same message, so that nothing is drawn again that is the same.
  const shown = new WeakMap<MessageFrame, ChatMessage>();

  const messageOf = (frame: MessageFrame, { conversation, server }: TimelineParts): ChatMessage => {
    const isOwn = frame.role === 'user';
    const delivery = !isOwn ? undefined : frame.seq <= conversation.readSeq ? 'read' : 'sent';
    const before = shown.get(frame);
    if (before && before.delivery === delivery) return before;
    const message: ChatMessage = {
      kind: 'message',
      key: frame.clientMessageId ?? frame.messageId,
      messageId: frame.messageId,
      role: frame.role,
      content: frame.content,
      seq: frame.seq,
      at: momentOf(frame.createdAt),
      delivery,
      failure: undefined,
      isStreaming: false,
      sources: frame.sources ?? [],
      attachments: (frame.attachments ?? []).map((file) => ({ ...file, url: file.url && new URL(file.url, server).href })),
      authorName: frame.author?.name,
    };
    shown.set(frame, message);
    return message;
  };

  return (parts) => {
    const { conversation, draft, unsent, isOnline } = parts;
    const entries: TimelineEntry[] = conversation.entries.map((entry) => ('role' in entry ? messageOf(entry, parts) : entry));
    if (draft) {
      const after = entries.findLastIndex(({ seq }) => seq !== undefined && seq <= draft.afterSeq);
      entries.splice(after + 1, 0, {
        ...PENDING,
        key: draft.messageId,
        messageId: draft.messageId,
        role: 'assistant',
        at: draft.at,
        isStreaming: true,
      });
    }
    for (const { clientMessageId, content, attachments, at, failure } of unsent) {
      entries.push({
        ...PENDING,
        key: clientMessageId,
        role: 'user',
        content,
        at,
        delivery: failure ? 'failed' : isOnline ? 'sending' : 'waiting',
        failure,
        attachments: attachments.map((file) => ({ ...file, url: undefined })),
      });
    }
    return entries;
  };
}

const PENDING = {
  kind: 'message',
  messageId: undefined,
  content: '',
  seq: undefined,
  delivery: undefined,
  failure: undefined,
  isStreaming: false,
  sources: [],
  attachments: [],
  authorName: undefined,
} as const;
