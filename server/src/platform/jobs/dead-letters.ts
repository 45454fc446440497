import type { TenantScope } from '../db/tenant-scope.ts';
import type { SystemTransaction, TenantTransaction, UnitOfWork } from '../db/unit-of-work.ts';
import { notFound } from '../errors.ts';
import { countDeadLetters, type DeadLetter, reviveDeadLetter, selectDeadLetters } from './dead-letters.repository.ts';

/** Whose dead letters: a tenant's own, or everybody's for the platform's administrators. */
export type DeadLetterView = TenantScope | 'installation';

export interface DeadLetters {
  /** Newest first; `before` is the id of the last one seen. */
  list(view: DeadLetterView, page: { before?: string; limit: number }): Promise<DeadLetter[]>;
  count(view: DeadLetterView): Promise<number>;
  /** @throws {AppError} DEAD_LETTER_NOT_FOUND */
  retry(view: DeadLetterView, id: string): Promise<void>;
}

/** The queue numbers its jobs with positive 64-bit integers. */
const JOB_ID = /^[1-9]\d{0,17}$/;

export function createDeadLetters(unitOfWork: UnitOfWork): DeadLetters {
  const within = <T>(view: DeadLetterView, work: (tx: TenantTransaction | SystemTransaction) => Promise<T>): Promise<T> =>
    view === 'installation' ? unitOfWork.system(work) : unitOfWork.write(view, work);

  return {
    list: (view, page) => within(view, (tx) => selectDeadLetters(tx, page)),
    count: (view) => within(view, countDeadLetters),
    retry: async (view, id) => {
      const revived = JOB_ID.test(id) && (await within(view, (tx) => reviveDeadLetter(tx, id)));
      if (!revived) throw notFound('DEAD_LETTER_NOT_FOUND', 'There is no failed job with this id.');
    },
  };
}
