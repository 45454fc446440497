import type { Logger } from '#platform/telemetry/logger.ts';
import { tell } from './child.ts';

/** Tells the proof what a process would have logged as a warning or an error. */
export function tellingLogger(process: string): Logger {
  const say = (message: string, fields?: Record<string, unknown>) => {
    const causes: Error[] = [];
    for (let error = fields?.error; error instanceof Error; error = error.cause) causes.push(error);
    const last = causes.at(-1);
    const reason = last ? `: ${last.message.slice(0, 120)}` : '';
    tell({ kind: 'trouble', process, what: `${message}${reason}` });
  };
  const logger: Logger = { debug: () => {}, info: () => {}, warn: say, error: say, child: () => logger };
  return logger;
}
