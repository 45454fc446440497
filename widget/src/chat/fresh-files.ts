import { effect, type ReadonlySignal } from '@preact/signals';
import type { Conversation } from './conversation.ts';
import type { Environment } from './environment.ts';

/** The addresses of files hold for an hour at least: before they end, better ones are asked for. */
const HOLDS_MS = 50 * 60_000;

/** @param resume asks again for everything after a place @returns stops asking */
export function keepFilesFresh(
  environment: Environment,
  conversation: ReadonlySignal<Conversation>,
  resume: (afterSeq: number) => void,
): () => void {
  const firstSeq = () => conversation.value.entries.find((entry) => 'role' in entry && entry.attachments)?.seq;
  let cancel: (() => void) | undefined;
  const wait = () => {
    cancel = environment.after(HOLDS_MS, () => {
      const seq = firstSeq();
      if (seq !== undefined) resume(seq - 1);
      wait();
    });
  };
  const stop = effect(() => {
    if (firstSeq() !== undefined && !cancel) wait();
  });
  return () => {
    stop();
    cancel?.();
  };
}
