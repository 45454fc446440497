import type { Store } from './environment.ts';

/** The part of `localStorage` that begins with a name; what cannot be kept there is kept for as long as the page is there. */
export function createBrowserStore(name: string): Store {
  const memory = new Map<string, string>();
  const keyOf = (entry: string) => (entry === '' ? name : `${name}:${entry}`);
  const entryOf = (key: string) => (key === name ? '' : key.startsWith(`${name}:`) ? key.slice(name.length + 1) : undefined);
  /** Pages of others, and private ones, may be refused their storage; it may also be full. */
  const attempt = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return work(localStorage);
    } catch {
      return undefined;
    }
  };
  return {
    get: (entry) => memory.get(entry) ?? attempt((storage) => storage.getItem(keyOf(entry))) ?? undefined,
    set: (entry, value) => {
      memory.delete(entry);
      attempt((storage) => storage.setItem(keyOf(entry), value));
      if (attempt((storage) => storage.getItem(keyOf(entry))) !== value) memory.set(entry, value);
    },
    remove: (entry) => {
      memory.delete(entry);
      attempt((storage) => storage.removeItem(keyOf(entry)));
    },
    names: () => [...new Set([...(attempt(Object.keys) ?? []).flatMap((key) => entryOf(key) ?? []), ...memory.keys()])],
    onChange: (listener) => {
      const onStorage = ({ key, storageArea }: StorageEvent) => {
        const entry = key === null ? '' : entryOf(key);
        if (entry !== undefined && attempt((storage) => storage === storageArea)) listener(entry);
      };
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}
