/** One wrong place in a request: `path` in dots, such as `llmConfig.temperature`. */
export interface FieldProblem {
  path: string;
  message: string;
}

interface AppErrorOptions {
  errors?: FieldProblem[];
  retryAfterSeconds?: number;
  cause?: unknown;
}

/**
 * An error that the caller is meant to read. `code` is stable (SCREAMING_SNAKE), `status` is its HTTP status,
 * `detail` is the sentence for the caller, `cause` is for the log. `platform/http/problem.ts` maps it to the wire.
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: FieldProblem[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, code: string, detail: string, options: AppErrorOptions = {}) {
    super(`${code}: ${detail}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** Something around the installation that only its operator can mend (a port, a directory, rights): said at the start, without a stack. */
export class SetupError extends Error {
  override name = 'SetupError';
}

export const badRequest = (code: string, detail: string, errors?: FieldProblem[]) =>
  new AppError(400, code, detail, errors === undefined ? {} : { errors });
export const unauthorized = (code: string, detail: string) => new AppError(401, code, detail);
export const forbidden = (code: string, detail: string) => new AppError(403, code, detail);
export const notFound = (code: string, detail: string) => new AppError(404, code, detail);
export const conflict = (code: string, detail: string) => new AppError(409, code, detail);
export const preconditionFailed = (code: string, detail: string) => new AppError(412, code, detail);
export const payloadTooLarge = (code: string, detail: string) => new AppError(413, code, detail);
export const unsupportedMediaType = (code: string, detail: string) => new AppError(415, code, detail);
export const unprocessable = (code: string, detail: string) => new AppError(422, code, detail);
export const tooManyRequests = (code: string, detail: string, retryAfterSeconds: number) =>
  new AppError(429, code, detail, { retryAfterSeconds });
export const unavailable = (code: string, detail: string, options: { cause?: unknown; retryAfterSeconds?: number } = {}) =>
  new AppError(503, code, detail, options);
