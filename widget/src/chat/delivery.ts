import type { ClientFrame, ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import { backoffMs } from './backoff.ts';
import type { MessageAttachment } from './chat.ts';
import type { Environment } from './environment.ts';
import { createOutbox, OUTBOX_PREFIX, type Unsent } from './outbox.ts';

/** Sees to it that what was written reaches the server: again and again, always under the same id, which is stored once. */
export interface Delivery {
  readonly unsent: ReadonlySignal<readonly Unsent[]>;
  send(content: string, attachments: readonly Omit<MessageAttachment, 'url'>[]): void;
  retry(clientMessageId: string): void;
  /** It is stored, or nobody wants it any more. @returns what it was */
  settle(clientMessageId: string): Unsent | undefined;
  /** The server has said no. False for a message that is not waiting. */
  refuse(error: Extract<ServerFrame, { type: 'error' }>): boolean;
  /** The connection is there: everything goes again. */
  flush(): void;
  /** Another tab has changed something. */
  onChange(name: string): void;
  clear(): void;
  stop(): void;
}

/** So long an acknowledgement may take on a connection that is open. */
const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 1_000;
/** What another tab has settled stays in sight until its stored form comes. */
const FOREIGN_SETTLED_MS = 2_000;

export function createDelivery(environment: Environment, transmit: (frame: ClientFrame) => boolean): Delivery {
  const outbox = createOutbox(environment);
  const unsent = signal(outbox.list());
  /** When each is sent next, and how often it was in vain. */
  const plans = new Map<string, { at: number; failures: number }>();
  let cancelLook = () => {};

  const refresh = () => {
    unsent.value = outbox.list();
  };

  const planOf = (id: string) => plans.get(id) ?? { at: 0, failures: 0 };

  /** In their order, which is the visitor's: one that has to wait holds up those behind it. */
  const flush = () => {
    cancelLook();
    const now = environment.now();
    for (const { clientMessageId, content, attachments, failure } of unsent.value) {
      if (failure) continue;
      const plan = planOf(clientMessageId);
      if (plan.at > now) {
        if (plan.failures > 0) break;
        continue;
      }
      const files = attachments.map(({ fileId }) => ({ fileId }));
      const frame: ClientFrame = { type: 'user_message', clientMessageId, content, ...(files.length > 0 && { attachments: files }) };
      if (!transmit(frame)) break;
      plans.set(clientMessageId, { at: now + PATIENCE_MS, failures: 0 });
    }
    if (unsent.value.some(({ failure }) => !failure)) cancelLook = environment.after(LOOK_EVERY_MS, flush);
  };

  const settle = (id: string) => {
    plans.delete(id);
    // Another tab may have settled it already: then it stands here still.
    const message = unsent.peek().find(({ clientMessageId }) => clientMessageId === id);
    outbox.remove(id);
    if (message) refresh();
    return message;
  };

  return {
    unsent,
    send: (content, attachments) => {
      outbox.add({ content, attachments });
      refresh();
      flush();
    },
    retry: (id) => {
      plans.delete(id);
      outbox.fail(id, undefined);
      refresh();
      flush();
    },
    settle,
    refuse: ({ code, clientMessageId: id }) => {
      if (id === undefined || !unsent.value.some(({ clientMessageId }) => clientMessageId === id)) return false;
      if (PASSING.includes(code)) {
        const failures = planOf(id).failures + 1;
        plans.set(id, { at: environment.now() + 1_000 + backoffMs(failures + 2, environment.random()), failures });
      } else {
        outbox.fail(id, code);
        refresh();
      }
      return true;
    },
    flush: () => {
      plans.clear();
      flush();
    },
    onChange: (name) => {
      if (!name.startsWith(OUTBOX_PREFIX)) return;
      const id = name.slice(OUTBOX_PREFIX.length);
      if (environment.store.get(name) === undefined) {
        environment.after(FOREIGN_SETTLED_MS, refresh);
        return;
      }
      // The tab in which it was written sends it first.
      plans.set(id, { at: environment.now() + PATIENCE_MS, failures: 0 });
      refresh();
      flush();
    },
    clear: () => {
      outbox.clear();
      plans.clear();
      refresh();
    },
    stop: () => cancelLook(),
  };
}

/** What the server cannot do at the moment, it may do later. */
const PASSING: readonly string[] = ['RATE_LIMITED', 'INTERNAL', 'PROVIDER_ERROR'];
