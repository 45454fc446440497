/** How often a route may be called by one caller. */
export interface RateLimit<Context> {
  /** Whose calls are counted together: the caller's address, before anything is checked; or a text made of the parsed and authenticated call. */
  readonly key: 'ip' | ((context: Context) => string);
  readonly limit: number;
  readonly windowSeconds: number;
}

/** Counts calls. Given from above; in memory, or shared between nodes. */
export interface RateLimiter {
  take(key: string, limit: number, windowSeconds: number): Promise<RateLimitDecision>;
}

export interface RateLimitDecision {
  readonly allowed: boolean;
  readonly remaining: number;
  readonly retryAfterSeconds: number;
}
