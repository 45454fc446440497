import { Logger as QueueLogger } from 'graphile-worker';
import type { Logger } from '../telemetry/logger.ts';

/**
 * What the queue's library says, in our log. Its sentences quote errors of the database, so they stay out; how each job went we
 * log ourselves, with its name and attempt.
 */
export function queueLogger(logger: Logger): QueueLogger {
  return new QueueLogger(() => (level, _message, meta) => {
    if (meta?.failure === true) return;
    const error = meta?.error;
    if (level === 'error') logger.warn('The job queue had trouble and goes on', error instanceof Error ? { error } : {});
    else if (level === 'warning') logger.debug('The job queue gave a warning');
  });
}
