import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { CronEntry } from '#platform/jobs/cron.ts';
import { declareJob, defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import type { FileStorage } from '#platform/storage/file-storage.ts';
import { deleteRemovedFiles, takeAbandonedFiles } from './files.repository.ts';
import { storageKeyOf } from './files.service.ts';

const HOUR_MS = 3_600_000;
/** So long a file may wait for the message that it belongs to. */
const UNUSED_FOR_MS = 24 * HOUR_MS;
/** Longer than any upload may take: what began before was cut off with its process. */
const RECEIVING_FOR_MS = HOUR_MS;
const BATCH = 100;

const sweep = declareJob({ name: 'files.sweep', payload: z.object({}), timeoutMs: 300_000 });

export const sweepFilesHourly: CronEntry = { name: 'sweep-files', schedule: '17 * * * *', job: sweep, catchUpMs: HOUR_MS };

/** Removes files that no message has used, bytes first. A run that is cut off leaves the rest to the next. */
export function sweepFiles({ unitOfWork, storage, clock }: { unitOfWork: UnitOfWork; storage: FileStorage; clock: Clock }): JobDefinition {
  return defineJob({
    ...sweep,
    run: async (_payload, { signal, logger }) => {
      const nowMs = clock.now().getTime();
      const abandoned = { unusedSince: new Date(nowMs - UNUSED_FOR_MS), receivingSince: new Date(nowMs - RECEIVING_FOR_MS) };
      let removed = 0;
      for (let batch = BATCH; batch === BATCH && !signal.aborted; ) {
        const taken = await unitOfWork.system((tx) => takeAbandonedFiles(tx, abandoned, BATCH));
        for (const { id, tenantId } of taken) await storage.delete(storageKeyOf(tenantId, id));
        await unitOfWork.system((tx) =>
          deleteRemovedFiles(
            tx,
            taken.map(({ id }) => id),
          ),
        );
        removed += taken.length;
        batch = taken.length;
      }
      if (removed > 0) logger.info('Files that no message used were removed', { removed });
    },
  }) as JobDefinition;
}
