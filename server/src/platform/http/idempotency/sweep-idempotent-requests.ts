import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import type { CronEntry } from '../../jobs/cron.ts';
import { declareJob, defineJob, type JobDefinition } from '../../jobs/define-job.ts';
import { KEPT_FOR_MS } from './idempotency.policy.ts';
import { deleteRequestsBefore } from './idempotent-requests.repository.ts';

const SWEEP = declareJob({ name: 'http.sweep-idempotent-requests', payload: z.strictObject({}) });

/** Forgets answers that are too old to be repeated. */
export const sweepIdempotentRequests = ({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }): JobDefinition<object> =>
  defineJob({
    ...SWEEP,
    run: () => unitOfWork.system((tx) => deleteRequestsBefore(tx, new Date(clock.now().getTime() - KEPT_FOR_MS))),
  });

export const sweepIdempotentRequestsHourly: CronEntry = {
  name: 'sweep-idempotent-requests',
  schedule: '17 * * * *',
  job: SWEEP,
  catchUpMs: 60 * 60 * 1000,
};
