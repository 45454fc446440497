import type { Clock } from '../../clock.ts';
import { AppError } from '../../errors.ts';

/** A photograph over a bad mobile connection takes minutes; silence means that it is lost. */
export const UPLOAD_PATIENCE = { idleMs: 30_000, totalMs: 600_000 };

/** Waits for what a client sends next. @throws {AppError} UPLOAD_TIMEOUT */
export function patiently<Value>(awaited: Promise<Value>, clock: Clock, patienceMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(Math.max(0, patienceMs), () =>
      reject(new AppError(408, 'UPLOAD_TIMEOUT', 'The upload took too long to arrive.')),
    );
    awaited.then(resolve, reject).finally(cancel);
  });
}
