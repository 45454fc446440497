import { AppError, badRequest, conflict, unprocessable } from '../../errors.ts';

export const invalidIdempotencyKey = () =>
  badRequest('INVALID_IDEMPOTENCY_KEY', 'The Idempotency-Key is not valid.', [
    { path: 'Idempotency-Key', message: 'Must have 1 to 255 characters of printable ASCII' },
  ]);
export const idempotencyKeyInUse = () =>
  new AppError(409, 'IDEMPOTENCY_KEY_IN_USE', 'A request with this Idempotency-Key is being worked on; send it again in a moment.', {
    retryAfterSeconds: 1,
  });
export const idempotencyKeyReused = () =>
  unprocessable('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key came with another request before; take a new one.');
export const answerNotKept = () =>
  conflict('IDEMPOTENT_ANSWER_NOT_KEPT', 'This was done before. Its answer showed a secret, which is shown only once and not kept.');
export const outcomeUnknown = () =>
  conflict(
    'IDEMPOTENT_OUTCOME_UNKNOWN',
    'An earlier request with this Idempotency-Key had an effect, but its answer was lost; nothing was done again. Read what is there now.',
  );

/** What a route that takes keys may answer beside its own problems. */
export const IDEMPOTENCY_PROBLEMS = [
  'INVALID_IDEMPOTENCY_KEY',
  'IDEMPOTENCY_KEY_IN_USE',
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENT_ANSWER_NOT_KEPT',
  'IDEMPOTENT_OUTCOME_UNKNOWN',
] as const;
