import { type ReadonlySignal, signal } from '@preact/signals';
import type { Store } from './environment.ts';
import { readJson } from './session.ts';

/** A value that survives the page; undefined is not kept. */
export interface StoredSignal<T> {
  readonly signal: ReadonlySignal<T | undefined>;
  set(value: T | undefined): void;
  /** Another tab has changed it. */
  reload(): void;
}

export function storedSignal<T>(store: Store, name: string): StoredSignal<T> {
  const read = () => readJson<{ value: T }>(store.get(name))?.value;
  const held = signal(read());
  return {
    signal: held,
    set: (value) => {
      held.value = value;
      if (value === undefined) store.remove(name);
      else store.set(name, JSON.stringify({ value }));
    },
    reload: () => {
      held.value = read();
    },
  };
}
