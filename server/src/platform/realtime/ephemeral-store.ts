/** Small values that may be lost at any time: counters of rate limits, presence, typing. All nodes share them when Redis is there. */
export interface EphemeralStore {
  /** Adds to a counter, which starts at 0 and lives for `ttlMs` from its first increment. @returns its new value */
  increment(key: string, ttlMs: number, by?: number): Promise<number>;
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  close(): Promise<void>;
}
