import { answerNotKept, idempotencyKeyInUse, idempotencyKeyReused, outcomeUnknown } from './idempotency.errors.ts';
import type { IdempotentRequest } from './idempotent-requests.repository.ts';

/** How long an answer is repeated. */
export const KEPT_FOR_MS = 24 * 60 * 60 * 1000;
/** How long an attempt may take before a later one may try instead; one that is slower still can then commit nothing. */
export const LEASE_MS = 60_000;

export type Known = Pick<IdempotentRequest, 'fingerprint' | 'leaseUntil' | 'effectAt' | 'finishedAt' | 'createdAt'> & {
  isAnswerKept: boolean;
};

/**
 * What to do with a request whose key is known: begin afresh (the old one is too old), try again (the earlier attempt ended without an
 * effect), or repeat its answer. Everything else is refused.
 * @throws {AppError} IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_USE, IDEMPOTENT_ANSWER_NOT_KEPT, IDEMPOTENT_OUTCOME_UNKNOWN
 */
export function whatToDo(known: Known, fingerprint: string, now: Date): 'begin-afresh' | 'try-again' | 'repeat' {
  if (known.createdAt.getTime() <= now.getTime() - KEPT_FOR_MS) return 'begin-afresh';
  if (known.fingerprint !== fingerprint) throw idempotencyKeyReused();
  if (known.finishedAt !== null) {
    if (!known.isAnswerKept) throw answerNotKept();
    return 'repeat';
  }
  if (known.leaseUntil > now) throw idempotencyKeyInUse();
  if (known.effectAt !== null) throw outcomeUnknown();
  return 'try-again';
}
