import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Chat } from './chat.ts';
import { afterToken, type DraftAnswer } from './draft-answer.ts';

/** The answer that is being written. */
export interface AnswerStream {
  readonly streaming: Chat['streaming'];
  /** Where it stands in the conversation: after which frame it began, and when. */
  readonly place: ReadonlySignal<{ readonly messageId: string; readonly afterSeq: number; readonly at: number } | undefined>;
  /** False when something before it is missing. */
  add(token: Extract<ServerFrame, { type: 'token' }>): boolean;
  /** It is complete or void: what comes late of it is not shown. */
  end(messageId: string): void;
  clear(): void;
}

export function createAnswerStream(lastSeq: () => number, now: () => number): AnswerStream {
  let draft: DraftAnswer | undefined;
  // Apart from the text, so that a piece of it redraws one bubble and nothing else.
  const place = signal<AnswerStream['place']['value']>(undefined);
  const text = signal('');
  const over = new Set<string>();
  const show = (next: DraftAnswer | undefined) => {
    draft = next;
    text.value = next?.text ?? '';
    if (next?.messageId === place.value?.messageId) return;
    place.value = next && { messageId: next.messageId, afterSeq: lastSeq(), at: now() };
  };
  return {
    place,
    streaming: computed(() => place.value && { key: place.value.messageId, text }),
    add: (token) => {
      if (over.has(token.messageId)) return true;
      const next = afterToken(draft, token);
      if (next) show(next);
      return next !== undefined;
    },
    end: (messageId) => {
      over.add(messageId);
      if (draft?.messageId === messageId) show(undefined);
    },
    clear: () => {
      over.clear();
      show(undefined);
    },
  };
}
