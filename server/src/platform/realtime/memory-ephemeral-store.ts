import type { Clock } from '../clock.ts';
import type { EphemeralStore } from './ephemeral-store.ts';

export interface MemoryEphemeralStoreOptions {
  clock: Clock;
  /** Beyond these the oldest go first, so that a flood of new keys cannot take all memory. */
  maximumEntries?: number;
}

/** For an installation of one node. */
export function createMemoryEphemeralStore({ clock, maximumEntries = 100_000 }: MemoryEphemeralStoreOptions): EphemeralStore {
  const entries = new Map<string, { value: string; expiresAtMs: number }>();

  let lastSweepMs = clock.monotonicMs();

  const find = (key: string) => {
    const entry = entries.get(key);
    if (entry && entry.expiresAtMs <= clock.monotonicMs()) {
      entries.delete(key);
      return undefined;
    }
    return entry;
  };

  /** Looking at every entry for every new key would make a full store slow, so it happens now and then. */
  const sweep = (atMostEveryMs: number) => {
    const nowMs = clock.monotonicMs();
    if (nowMs - lastSweepMs < atMostEveryMs) return;
    lastSweepMs = nowMs;
    for (const [key, { expiresAtMs }] of entries) if (expiresAtMs <= nowMs) entries.delete(key);
  };

  const put = (key: string, value: string, ttlMs: number) => {
    entries.delete(key);
    sweep(entries.size < maximumEntries ? 30_000 : 1_000);
    for (const oldest of entries.keys()) {
      if (entries.size < maximumEntries) break;
      entries.delete(oldest);
    }
    entries.set(key, { value, expiresAtMs: clock.monotonicMs() + ttlMs });
  };

  return {
    async increment(key, ttlMs, by = 1) {
      const entry = find(key);
      if (!entry) {
        put(key, String(by), ttlMs);
        return by;
      }
      const sum = Number(entry.value) + by;
      if (!Number.isInteger(sum)) throw new TypeError('Only a counter can be incremented.');
      entry.value = String(sum);
      return sum;
    },
    get: async (key) => find(key)?.value,
    set: async (key, value, ttlMs) => put(key, value, ttlMs),
    delete: async (key) => void entries.delete(key),
    close: async () => entries.clear(),
  };
}
