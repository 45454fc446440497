import { STATUS_CODES } from 'node:http';
import { isDatabaseUnavailable } from '../db/database-errors.ts';
import { AppError, type FieldProblem } from '../errors.ts';

/** An error on the wire: RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: 'about:blank';
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly FieldProblem[];
}

export const PROBLEM_CONTENT_TYPE = 'application/problem+json; charset=utf-8';

/** What the framework throws by itself. Source: fastify/lib/errors.js. */
const FRAMEWORK_ERRORS: Record<string, AppError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new AppError(413, 'PAYLOAD_TOO_LARGE', 'The body is larger than this route accepts.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new AppError(415, 'UNSUPPORTED_MEDIA_TYPE', 'The Content-Type cannot be understood.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new AppError(400, 'INVALID_CONTENT_LENGTH', 'The body is not as long as Content-Length says.'),
  FST_ERR_BAD_URL: new AppError(400, 'MALFORMED_URL', 'The path holds a percent sign that does not begin a valid UTF-8 escape.'),
  FST_ERR_MAX_PARAM_LENGTH: new AppError(414, 'URI_TOO_LONG', 'A part of the path is longer than this server accepts.'),
};

/** Any error as one for the caller. What is not meant for callers becomes 500 INTERNAL, or 503 when the database is away. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const known = error instanceof Error && 'code' in error ? FRAMEWORK_ERRORS[String(error.code)] : undefined;
  if (known !== undefined) return known;
  if (isDatabaseUnavailable(error)) {
    return new AppError(503, 'DATABASE_UNAVAILABLE', 'The database cannot be reached at the moment.', {
      cause: error,
      retryAfterSeconds: 2,
    });
  }
  return new AppError(500, 'INTERNAL', 'Something went wrong on our side. The request id in X-Request-Id finds it in the log.', {
    cause: error,
  });
}

export function toProblem(error: AppError): Problem {
  return {
    type: 'about:blank',
    status: error.status,
    title: STATUS_CODES[error.status] ?? 'Error',
    detail: error.detail,
    code: error.code,
    ...(error.errors === undefined ? {} : { errors: error.errors }),
  };
}

/** The headers that go with a problem of this kind. */
export function problemHeaders(error: AppError): Record<string, string> {
  return {
    'content-type': PROBLEM_CONTENT_TYPE,
    'cache-control': 'no-store',
    ...(error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(error.retryAfterSeconds))) }),
  };
}
