import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Chat, FormState } from './chat.ts';
import type { Conversation } from './conversation.ts';
import type { Environment } from './environment.ts';

/** A network that is away is often back soon. */
const AGAIN_MS = 3_000;

export type PageForm = { type?: string; schema: Record<string, unknown> } | undefined;

/** The form with what is known of it. What puts it together comes with the first form: most conversations have none. */
export function createFormSignal(
  page: ReadonlySignal<PageForm>,
  conversation: ReadonlySignal<Conversation>,
  environment: Environment,
): { form: Chat['form']; stop: () => void } {
  const load = <T>(part: () => Promise<T>): Promise<T> =>
    part().catch(() => new Promise<void>((resolve) => environment.after(AGAIN_MS, resolve)).then(() => load(part)));
  const form = signal<FormState | undefined>(undefined);
  const stop = effect(() => {
    const given = page.value;
    const { extraction } = conversation.value;
    if (!given && !extraction) form.value = undefined;
    else
      load(() => import('./form.ts')).then(({ formState }) => {
        const isNewest = given === page.peek() && extraction === conversation.peek().extraction;
        if (isNewest) form.value = formState(given, extraction);
      });
  });
  return { form, stop };
}
