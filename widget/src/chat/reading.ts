import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Conversation, countUnread } from './conversation.ts';

/** What of the conversation the visitor has seen. */
export interface Reading {
  readonly unreadCount: ReadonlySignal<number>;
  /** The visitor looks at it now, or no longer. */
  look(isLooking: boolean): void;
  /** What is seen is told to the server, as far as it has not been. */
  tell(): void;
  clear(): void;
  stop(): void;
}

/** @param send tells how far it was read; false where that cannot be told now */
export function createReading(conversation: ReadonlySignal<Conversation>, send: (seq: number) => boolean): Reading {
  const seenSeq = signal(0);
  let toldSeq = 0;
  let isLooking = false;

  const tell = () => {
    const { entries, lastSeq, visitorReadSeq } = conversation.peek();
    if (!isLooking) return;
    seenSeq.value = Math.max(seenSeq.peek(), lastSeq);
    const newest = entries.findLast((entry) => 'role' in entry && entry.role !== 'user')?.seq ?? 0;
    if (newest > Math.max(toldSeq, visitorReadSeq) && send(newest)) toldSeq = newest;
  };
  const stop = effect(() => {
    if (conversation.value) tell();
  });
  return {
    unreadCount: computed(() => countUnread(conversation.value, seenSeq.value)),
    look: (isLookingNow) => {
      isLooking = isLookingNow;
      tell();
    },
    tell,
    clear: () => {
      seenSeq.value = toldSeq = 0;
    },
    stop,
  };
}
