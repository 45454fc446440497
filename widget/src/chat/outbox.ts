import type { MessageAttachment } from './chat.ts';
import type { Environment } from './environment.ts';
import { readJson } from './session.ts';

/** A message that the server has not acknowledged. */
export interface Unsent {
  readonly clientMessageId: string;
  readonly content: string;
  readonly attachments: readonly Omit<MessageAttachment, 'url'>[];
  /** In milliseconds since 1970; later ones have a greater. */
  readonly at: number;
  /** The code of what the server has against it. */
  readonly failure?: string | undefined;
}

/** What was written and is not acknowledged: one item of the store each, so that tabs that write at once lose nothing. */
export interface Outbox {
  /** From the oldest to the newest. */
  list(): readonly Unsent[];
  add(message: Pick<Unsent, 'content' | 'attachments'>): Unsent;
  fail(clientMessageId: string, failure: string | undefined): void;
  remove(clientMessageId: string): void;
  clear(): void;
}

export const OUTBOX_PREFIX = 'out:';

export function createOutbox({ store, now, random }: Environment): Outbox {
  let latest = 0;
  const read = (id: string) => readJson<Unsent>(store.get(OUTBOX_PREFIX + id));
  const ids = () => store.names().flatMap((name) => (name.startsWith(OUTBOX_PREFIX) ? [name.slice(OUTBOX_PREFIX.length)] : []));
  const write = (message: Unsent) => store.set(OUTBOX_PREFIX + message.clientMessageId, JSON.stringify(message));

  return {
    list: () =>
      ids()
        .flatMap((id) => read(id) ?? [])
        .toSorted((one, other) => one.at - other.at || (one.clientMessageId < other.clientMessageId ? -1 : 1)),
    add: (message) => {
      latest = Math.max(now(), latest + 1);
      const unsent = { ...message, at: latest, clientMessageId: `${latest.toString(36)}-${random().toString(36).slice(2)}` };
      write(unsent);
      return unsent;
    },
    fail: (id, failure) => {
      const message = read(id);
      if (message) write({ ...message, failure });
    },
    remove: (id) => store.remove(OUTBOX_PREFIX + id),
    clear: () => {
      for (const id of ids()) store.remove(OUTBOX_PREFIX + id);
    },
  };
}
