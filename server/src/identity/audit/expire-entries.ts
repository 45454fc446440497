import { z } from 'zod';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import type { CronEntry } from '#platform/jobs/cron.ts';
import { declareJob, defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import * as repository from './chain.repository.ts';
import { headOf, type SealingDependencies } from './seal-chain.ts';

/** So long entries are kept: what US law asks of records of access to health data (45 CFR 164.316(b)(2)). */
const KEPT_FOR_YEARS = 6;
const BATCH_SIZE = 5_000;

const expire = declareJob({ name: 'audit.expire', payload: z.strictObject({}), timeoutMs: 600_000 });

export const expireAuditEntriesNightly: CronEntry = {
  name: 'expire-audit-entries',
  schedule: '23 3 * * *',
  job: expire,
  catchUpMs: 24 * 60 * 60 * 1000,
};

/** Removes the beginning of each chain, as far as it is too old. What is left begins with a mark that verification accepts. */
export function expireAuditEntries(dependencies: SealingDependencies): JobDefinition<object> {
  const { unitOfWork, clock } = dependencies;
  return defineJob({
    ...expire,
    run: async (_payload, { signal, logger }) => {
      const before = yearsEarlier(clock.now(), KEPT_FOR_YEARS);
      for (const chainId of await unitOfWork.system((tx) => repository.listChainsBefore(tx, before))) {
        let removed = 0;
        for (let batch = BATCH_SIZE; batch === BATCH_SIZE && !signal.aborted; removed += batch) {
          batch = await unitOfWork.system((tx) => shorten(tx, chainId, before, dependencies));
        }
        logger.info('Old audit entries were removed', { tenantId: chainId, removed });
      }
    },
  });
}

async function shorten(tx: SystemTransaction, chainId: string, before: Date, { keys, clock }: SealingDependencies): Promise<number> {
  const head = await repository.lockChainHead(tx, chainId);
  if (head === 'busy') return 0;
  const firstKept = (await repository.findFirstSeqSince(tx, chainId, before)) ?? head.lastSeq + 1;
  const upTo = Math.min(firstKept - 1, head.firstSeq + BATCH_SIZE - 1);
  const startHash = upTo < head.firstSeq ? undefined : await repository.findHash(tx, chainId, upTo);
  if (startHash === undefined) return 0;
  const removed = await repository.deleteEntriesUpTo(tx, chainId, upTo);
  await repository.saveChainHead(tx, headOf({ ...head, firstSeq: upTo + 1, startHash }, keys, clock));
  tx.audit({
    action: 'audit.expired',
    tenantId: chainId,
    actor: { kind: 'job' },
    facts: { removed, upToSeq: upTo, before: before.toISOString() },
  });
  return removed;
}

function yearsEarlier(moment: Date, years: number): Date {
  const earlier = new Date(moment);
  earlier.setUTCFullYear(earlier.getUTCFullYear() - years);
  return earlier;
}
