import type { Clock } from '#platform/clock.ts';
import type { ModelError, ModelErrorKind } from './model-error.ts';

export interface BreakerPolicy {
  /** So many failures without a success between them, within the window, and the endpoint is given a rest. */
  failures: number;
  windowMs: number;
  /** Doubled each time that the trial after a rest fails. */
  firstRestMs: number;
  longestRestMs: number;
  /** What a provider asks for is granted up to this. */
  longestWishMs: number;
  /** A provider that asks for less is asked again by the answer that was told so; the others need not know. */
  shortestWishMs: number;
}

export const DEFAULT_BREAKER_POLICY: BreakerPolicy = {
  failures: 5,
  windowMs: 60_000,
  firstRestMs: 5_000,
  longestRestMs: 120_000,
  longestWishMs: 600_000,
  shortestWishMs: 10_000,
};

/** The right to ask once. Of `succeeded`, `failed` and `withdrawn` exactly one counts, the first that is called. */
export interface Permit {
  /** Something of an answer has come. That ends a rest, but not the count of failures: the answer may still break off. */
  begun(): void;
  succeeded(): void;
  failed(error: ModelError): void;
  /** It was not the provider that ended it. */
  withdrawn(): void;
}

/** Keeps one provider's endpoint from being asked while it does not answer. It belongs to one process and shares nothing. */
export interface CircuitBreaker {
  ask(): { permit: Permit } | { restsMs: number };
  readonly isResting: boolean;
}

/** While somebody tries whether the endpoint is back, others look again after this. */
const TRIAL_MS = 1_000;

/** Failures that say something about the provider. A request that was refused says something about the request. */
const COUNTED: ReadonlySet<ModelErrorKind> = new Set([
  'unreachable',
  'timeout',
  'rate-limited',
  'unauthorized',
  'overloaded',
  'broken-stream',
  'oversized',
]);

/** @param onChange told when the rest begins and when it is over */
export function createCircuitBreaker(
  clock: Clock,
  onChange: (isResting: boolean) => void = () => {},
  policy: BreakerPolicy = DEFAULT_BREAKER_POLICY,
): CircuitBreaker {
  /** When the failures since the last success were. */
  let failuresAtMs: number[] = [];
  let rest: { untilMs: number; lengthMs: number; isOnTrial: boolean } | undefined;

  const beginRest = (lengthMs: number, wishMs: number) => {
    if (!rest) onChange(true);
    rest = { untilMs: clock.monotonicMs() + Math.max(lengthMs, wishMs), lengthMs, isOnTrial: false };
  };
  const endRest = () => {
    if (rest) onChange(false);
    rest = undefined;
  };

  function fail({ kind, retryAfterMs = 0 }: ModelError, isTrial: boolean): void {
    if (!COUNTED.has(kind)) {
      if (isTrial) endTrial();
      return;
    }
    const nowMs = clock.monotonicMs();
    const wishMs = retryAfterMs > policy.shortestWishMs ? Math.min(retryAfterMs, policy.longestWishMs) : 0;
    failuresAtMs = [...failuresAtMs, nowMs].filter((atMs) => atMs > nowMs - policy.windowMs).slice(-policy.failures);
    if (isTrial) beginRest(Math.min((rest?.lengthMs ?? 0) * 2 || policy.firstRestMs, policy.longestRestMs), wishMs);
    else if (!rest && (wishMs > 0 || failuresAtMs.length >= policy.failures)) beginRest(policy.firstRestMs, wishMs);
  }

  function endTrial(): void {
    if (rest) rest.isOnTrial = false;
  }

  return {
    get isResting() {
      return rest !== undefined;
    },
    ask: () => {
      const isTrial = rest !== undefined;
      if (rest) {
        const restsMs = rest.untilMs - clock.monotonicMs();
        if (restsMs > 0) return { restsMs };
        if (rest.isOnTrial) return { restsMs: TRIAL_MS };
        rest.isOnTrial = true;
      }
      let settled = false;
      const once = (settle: () => void) => {
        if (settled) return;
        settled = true;
        settle();
      };
      return {
        permit: {
          begun: () => {
            if (isTrial && rest?.isOnTrial) endRest();
          },
          succeeded: () =>
            once(() => {
              failuresAtMs = [];
              // An answer from before says nothing about a provider that has asked for a rest since.
              if (isTrial) endRest();
            }),
          failed: (error) => once(() => fail(error, isTrial)),
          withdrawn: () => once(() => isTrial && endTrial()),
        },
      };
    },
  };
}
