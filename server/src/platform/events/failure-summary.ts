import { AppError } from '../errors.ts';
import { describeError } from '../telemetry/describe-error.ts';

/** An error whose message was written for staff and holds nothing that people wrote. */
export class ExplainedFailure extends Error {
  override name = 'ExplainedFailure';
}

const MAX_LENGTH = 300;

/** What may be stored about a failure and shown to staff: kind, code and place, but no values, so that erasure stays possible. */
export function summarizeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'Something that is not an error was thrown.';
  if (error instanceof ExplainedFailure) return error.message.slice(0, MAX_LENGTH);
  if (error instanceof AppError) return `${error.code} (${error.status})`;
  const { kind, message, errorCode, constraint, stack, cause } = describeError(error);
  const parts = [kind, errorCode, constraint, message, cause && summarizeFailure(error.cause), stack?.[0]];
  return parts
    .filter((part) => part !== undefined)
    .join(' · ')
    .slice(0, MAX_LENGTH);
}
