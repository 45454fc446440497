/** An error as a log may show it: what kind, which code, where; never its message unless that is known to hold no values. */
export interface ErrorDescription {
  kind: string;
  message?: string;
  status?: number;
  errorCode?: string;
  constraint?: string;
  table?: string;
  details?: Readonly<Record<string, unknown>>;
  stack?: string[];
  cause?: ErrorDescription;
}

const MAX_CAUSES = 5;
const MAX_FRAMES = 15;

export const describeError = (error: Error): ErrorDescription => describe(error, 0);

function describe(error: Error, depth: number): ErrorDescription {
  const description: ErrorDescription = { kind: error.name };
  const message = safeMessage(error);
  if (message !== undefined) description.message = message;
  const { code, status, constraint, table } = error as { code?: unknown; status?: unknown; constraint?: unknown; table?: unknown };
  if (typeof code === 'string' && /^[A-Z0-9_]{3,60}$/.test(code)) description.errorCode = code;
  if (typeof status === 'number') description.status = status;
  if (typeof constraint === 'string') description.constraint = constraint;
  if (typeof table === 'string') description.table = table;
  if (hasLogFields(error)) description.details = error.logFields;
  const stack = framesOf(error);
  if (stack.length > 0) description.stack = stack;
  if (error.cause instanceof Error && depth < MAX_CAUSES) description.cause = describe(error.cause, depth + 1);
  return description;
}

/** An error of ours may say what a log may show of it: names and places, never values. */
export interface LoggableError extends Error {
  readonly logFields: Readonly<Record<string, unknown>>;
}

const hasLogFields = (error: Error): error is LoggableError =>
  'logFields' in error && typeof error.logFields === 'object' && error.logFields !== null;

/**
 * Messages of databases, providers and our own errors quote what people wrote. Those of the language and of the operating
 * system name only functions, properties and addresses; what they quote of a value is cut out.
 */
function safeMessage(error: Error): string | undefined {
  const isOfTheLanguage = ['TypeError', 'RangeError', 'ReferenceError'].includes(error.name);
  const isOfTheSystem = 'syscall' in error && 'errno' in error;
  if (!isOfTheLanguage && !isOfTheSystem) return undefined;
  return error.message
    .replace(/Received .*/s, 'Received …')
    .replaceAll(/"[^"]*"|`[^`]*`/g, '"…"')
    .slice(0, 200);
}

/** The frames only: the first lines of a stack repeat the message. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+(:\d+:\d+\)?|<anonymous>\)?|\(native\))$/.test(line))
    .slice(0, MAX_FRAMES);
}
