import type { Clock } from '../clock.ts';
import type { LiveHub } from './live-hub.ts';

/** What one tenant has set up, as one piece of work sees it. */
export interface SetUp {
  /** The value of this key, from memory or by `load`. Nobody may change what it returns. */
  read<T>(key: string, load: () => Promise<T>): Promise<T>;
}

/**
 * What tenants set up (apps, configurations, prompts, agents), which is read with every message and hardly ever changes. A change is
 * forgotten here before its request is answered, and on other nodes as soon as the hub tells them; a lost signal costs `MAX_AGE_MS`.
 */
export interface SetUpCache {
  /** To be taken before the transaction that reads: what it loads from an older snapshot than the latest change is not kept. */
  of(tenantId: string): SetUp;
  /** Something that is looked up before its tenant is known. What is not there is looked for again each time. */
  lookUp<T extends { readonly tenantId: string }>(key: string, load: () => Promise<T | undefined>): Promise<T | undefined>;
  /** After the commit of a change. */
  changed(tenantId: string): void;
  close(): void;
}

/** No older than this, whatever became of the signals. */
export const MAX_AGE_MS = 10_000;
/** Some kilobytes each. */
const MAX_ENTRIES = 10_000;
const CHANNEL = 'set-ups';

interface Entry {
  tenantId: string;
  value: unknown;
  storedAtMs: number;
}

export function createSetUpCache({ hub, clock }: { hub: LiveHub; clock: Clock }): SetUpCache {
  const entries = new Map<string, Entry>();
  const keysOf = new Map<string, Set<string>>();
  /** How many changes this node knows of; what was loaded across one may be old. */
  let changes = 0;

  const forget = (key: string, { tenantId }: Entry) => {
    entries.delete(key);
    const keys = keysOf.get(tenantId);
    keys?.delete(key);
    if (keys?.size === 0) keysOf.delete(tenantId);
  };
  const forgetTenant = (tenantId: string) => {
    changes += 1;
    for (const key of keysOf.get(tenantId) ?? []) entries.delete(key);
    keysOf.delete(tenantId);
  };
  const forgetAll = () => {
    changes += 1;
    entries.clear();
    keysOf.clear();
  };
  const find = (key: string): Entry | undefined => {
    // Changes on other nodes are not heard of at the moment.
    if (hub.status() === 'disconnected') return undefined;
    const entry = entries.get(key);
    if (entry === undefined || clock.monotonicMs() - entry.storedAtMs < MAX_AGE_MS) return entry;
    forget(key, entry);
    return undefined;
  };
  const store = (key: string, tenantId: string, value: unknown) => {
    const [oldest] = entries;
    if (entries.size >= MAX_ENTRIES && oldest !== undefined) forget(...oldest);
    entries.set(key, { tenantId, value, storedAtMs: clock.monotonicMs() });
    const keys = keysOf.get(tenantId) ?? new Set();
    keysOf.set(tenantId, keys.add(key));
  };

  const stopListening = hub.subscribe(CHANNEL, ({ ids }) => forgetTenant(String(ids.tenantId)));
  // Whatever was changed while nobody was heard.
  const stopStatus = hub.onStatus((status) => {
    if (status === 'connected') forgetAll();
  });

  return {
    of: (tenantId) => {
      const changesBefore = changes;
      return {
        read: async <T>(name: string, load: () => Promise<T>): Promise<T> => {
          const key = `${tenantId}/${name}`;
          const known = find(key);
          if (known !== undefined) return known.value as T;
          const value = await load();
          if (changes === changesBefore) store(key, tenantId, value);
          return value;
        },
      };
    },

    lookUp: async <T extends { readonly tenantId: string }>(key: string, load: () => Promise<T | undefined>): Promise<T | undefined> => {
      const known = find(key);
      if (known !== undefined) return known.value as T;
      const changesBefore = changes;
      const value = await load();
      if (value !== undefined && changes === changesBefore) store(key, value.tenantId, value);
      return value;
    },

    changed: (tenantId) => {
      forgetTenant(tenantId);
      hub.publish(CHANNEL, { type: 'changed', durable: true, ids: { tenantId } });
    },

    close: () => {
      stopListening();
      stopStatus();
      forgetAll();
    },
  };
}
