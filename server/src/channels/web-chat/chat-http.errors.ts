import type { ServerFrame, SocketErrorCode } from '@foyer/contracts/chat-socket.ts';
import { type AppError, badRequest, conflict, notFound, payloadTooLarge, tooManyRequests, unavailable } from '#platform/errors.ts';

/** As long as the window in which frames are counted. */
const RATE_LIMIT_RETRY_SECONDS = 10;

export const tooManyConnections = () =>
  tooManyRequests('TOO_MANY_CONNECTIONS', 'Too many connections are open for this session or address.', RATE_LIMIT_RETRY_SECONDS);
export const tooManyReads = () =>
  tooManyRequests('RATE_LIMITED', 'Too many requests in a short time. Wait a few seconds.', RATE_LIMIT_RETRY_SECONDS);
export const tooManyUploads = (retryAfterSeconds: number) =>
  tooManyRequests('RATE_LIMITED', 'Too many files in a short time. Wait a little.', retryAfterSeconds);
export const invalidLastEventId = () =>
  badRequest('VALIDATION_FAILED', 'The request is not valid.', [
    { path: 'Last-Event-ID', message: 'Must be the id of an event: a whole number from 0' },
  ]);

const PROBLEMS: Partial<Record<SocketErrorCode, (detail: string) => AppError>> = {
  INVALID_MESSAGE: (detail) => badRequest('INVALID_MESSAGE', detail),
  MESSAGE_TOO_LONG: (detail) => payloadTooLarge('MESSAGE_TOO_LONG', detail),
  SESSION_ENDED: (detail) => conflict('SESSION_ENDED', detail),
  NO_SESSION: (detail) => notFound('NO_SESSION', detail),
  RATE_LIMITED: (detail) => tooManyRequests('RATE_LIMITED', detail, RATE_LIMIT_RETRY_SECONDS),
};

/** What a connection said instead of an acknowledgement, as a problem of HTTP. */
export function refusedFrame(error: Extract<ServerFrame, { type: 'error' }> | undefined): AppError {
  const problem = error && PROBLEMS[error.code];
  if (problem) return problem(error.message);
  return unavailable('NOT_STORED', error?.message ?? 'The message could not be stored at the moment. Send it again.', {
    retryAfterSeconds: 2,
  });
}
