/**
 * - `blocked`: refused by us, nothing was sent.
 * - `not-sent`: the peer was not reached; surely nothing arrived, so that trying again repeats nothing.
 * - `unknown-outcome`: the request may have arrived and taken effect, its answer did not come.
 * - `too-large`: it arrived, and the answer exceeds the limit.
 * - `aborted`: by the caller's signal; `mayHaveArrived` says how far it had got.
 */
export type OutboundErrorKind = 'blocked' | 'not-sent' | 'unknown-outcome' | 'too-large' | 'aborted';

/** Why an outbound request has no answer. The message may be shown to whoever supplied the address. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  readonly kind: OutboundErrorKind;
  readonly mayHaveArrived: boolean;

  constructor(kind: OutboundErrorKind, message: string, options: { mayHaveArrived: boolean; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.mayHaveArrived = options.mayHaveArrived;
  }
}

export function blocked(reason: string): OutboundError {
  return new OutboundError('blocked', `The address may not be called: ${reason}.`, { mayHaveArrived: false });
}

export function tooLarge(maximumBytes: number, cause?: unknown): OutboundError {
  return new OutboundError('too-large', `The answer is larger than ${maximumBytes} bytes.`, { mayHaveArrived: true, cause });
}
