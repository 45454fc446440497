import { type DestinationStream, destination as fileDestination, pino } from 'pino';
import { formatLine } from './format-line.ts';
import { redactFields } from './redact.ts';

/** Messages are static sentences; data goes into fields, personal data nowhere. */
export interface Logger {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
  /** A logger whose lines all carry these fields. */
  child(fields: Record<string, unknown>): Logger;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  level: LogLevel;
  /** `json` is one object per line, for machines; `lines` is short, for a terminal. */
  format: 'json' | 'lines';
  /** Where lines go; standard output when not given. */
  write?: (line: string) => void;
}

export function createLogger({ level, format, write }: LoggerOptions): Logger {
  const output: DestinationStream = write === undefined ? fileDestination({ dest: 1, sync: true }) : { write };
  const destination: DestinationStream = format === 'json' ? output : { write: (line) => output.write(formatLine(line)) };
  const root = pino(
    {
      level,
      base: null,
      messageKey: 'msg',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return wrap(root);
}

type PinoLogger = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error' | 'isLevelEnabled'> & {
  child(bindings: Record<string, unknown>): PinoLogger;
};

function wrap(logger: PinoLogger): Logger {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields?: Record<string, unknown>): void => {
      if (!logger.isLevelEnabled(level)) return;
      if (fields === undefined) logger[level](message);
      else logger[level](redactFields(fields), message);
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => wrap(logger.child(redactFields(fields))),
  };
}

const ignore = () => undefined;

/** Writes nothing; for tests and for library code that nobody gave a logger. */
export const silentLogger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore, child: () => silentLogger };
