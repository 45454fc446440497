export type ModelErrorKind =
  | 'unreachable'
  | 'timeout'
  | 'rate-limited'
  | 'rejected'
  | 'unauthorized'
  | 'overloaded'
  | 'broken-stream'
  | 'oversized'
  | 'resting'
  | 'cancelled';

/** Why a model gave no whole answer. The message is static; neither it nor the cause holds content or a key. */
export class ModelError extends Error {
  readonly kind: ModelErrorKind;
  /** The same request may succeed later. Whether it should be sent again depends on what was already shown. */
  readonly retryable: boolean;
  /** How long the provider asks us to wait. */
  readonly retryAfterMs?: number;
  /** Another provider of the list may well answer a new attempt, at once. */
  readonly othersLeft: boolean;

  constructor(kind: ModelErrorKind, options: ModelErrorOptions = {}) {
    super(MESSAGES[kind], options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'ModelError';
    this.kind = kind;
    this.retryable = options.retryable ?? RETRYABLE.has(kind);
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
    this.othersLeft = options.othersLeft ?? false;
  }

  /** The same, for a provider that is not the only one. */
  withOthersLeft(): ModelError {
    const { kind, retryable, retryAfterMs, cause } = this;
    return new ModelError(kind, { retryable, cause, ...(retryAfterMs !== undefined && { retryAfterMs }), othersLeft: true });
  }
}

interface ModelErrorOptions {
  retryable?: boolean;
  retryAfterMs?: number;
  cause?: unknown;
  othersLeft?: boolean;
}

const RETRYABLE: ReadonlySet<ModelErrorKind> = new Set([
  'unreachable',
  'timeout',
  'rate-limited',
  'overloaded',
  'broken-stream',
  'resting',
]);

const MESSAGES: Record<ModelErrorKind, string> = {
  unreachable: 'The model provider could not be reached.',
  timeout: 'The model did not answer in time.',
  'rate-limited': 'The model provider asks for fewer requests.',
  rejected: 'The model provider refused the request.',
  unauthorized: 'The model provider refused the credentials.',
  overloaded: 'The model provider could not serve the request.',
  'broken-stream': "The model's answer broke off before its end.",
  oversized: 'The model sent more than any answer has.',
  resting: 'The model provider failed repeatedly and is given a rest.',
  cancelled: 'The request to the model was cancelled.',
};
