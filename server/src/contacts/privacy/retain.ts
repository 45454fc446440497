import type { DataClass } from '@foyer/contracts/privacy.ts';
import type { PersonalDataStore } from '#messaging/personal-data.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { CronEntry } from '#platform/jobs/cron.ts';
import { defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import type { FileStorage } from '#platform/storage/file-storage.ts';
import { eraseSubject } from './erase-subject.ts';
import { exportKeyOf } from './export-contact.ts';
import { retentionJob } from './privacy.jobs.ts';
import { listExpiredExports, updatePrivacyRequest } from './privacy-requests.repository.ts';
import * as repository from './retention.repository.ts';

export interface RetainParts {
  unitOfWork: UnitOfWork;
  clock: Clock;
  storage: FileStorage;
  stores: readonly PersonalDataStore[];
  /** The right to act in a tenant whose rules are carried out. */
  actIn(tenantId: string): TenantScope;
  /** Tickets that are done since before, without those of contacts on hold; how many went. */
  eraseOldTickets(tx: TenantTransaction, before: Date, limit: number): Promise<number>;
}

const DAY_MS = 86_400_000;
const BATCH = 100;

export const retainNightly: CronEntry = { name: 'retain', schedule: '23 3 * * *', job: retentionJob, catchUpMs: DAY_MS };

/** Removes what tenants do not want to keep any longer, a batch per transaction, and exports whose time is over. */
export function retain({ unitOfWork, clock, storage, stores, actIn, eraseOldTickets }: RetainParts): JobDefinition {
  const inBatches = async (signal: AbortSignal, removeSome: () => Promise<number>): Promise<number> => {
    let removed = 0;
    for (let batch = BATCH; batch === BATCH && !signal.aborted; removed += batch) batch = await removeSome();
    return removed;
  };

  const removers: Record<DataClass, (scope: TenantScope, before: Date) => Promise<number>> = {
    conversations: (scope, before) =>
      unitOfWork.write(scope, async (tx) => {
        const old = await repository.listOldConversations(tx, before, BATCH);
        for (const { id, contactId } of old) await eraseSubject(tx, stores, { contactId, conversationIds: [id] }, 'conversations');
        return old.length;
      }),
    contacts: (scope, before) =>
      unitOfWork.write(scope, async (tx) => {
        const old = await repository.listOldContacts(tx, before, BATCH);
        for (const contactId of old) await eraseSubject(tx, stores, { contactId, conversationIds: [] }, 'everything');
        return old.length;
      }),
    tickets: (scope, before) => unitOfWork.write(scope, (tx) => eraseOldTickets(tx, before, BATCH)),
  };

  return defineJob({
    ...retentionJob,
    run: async (_payload, { signal, logger }) => {
      await removeExpiredExports();
      for (const tenantId of await unitOfWork.system(repository.listTenantsWithRetention)) {
        const scope = actIn(tenantId);
        const rules = await unitOfWork.read(scope, repository.listRetentionRules);
        // Contacts last: those whose last conversation went today go as well.
        const inOrder = rules.toSorted((one, other) => Number(one.dataClass === 'contacts') - Number(other.dataClass === 'contacts'));
        for (const { dataClass, days } of inOrder) {
          const before = new Date(clock.now().getTime() - days * DAY_MS);
          const removed = await inBatches(signal, () => removers[dataClass](scope, before));
          if (removed > 0) logger.info('Data that a tenant does not keep any longer was removed', { tenantId, dataClass, removed });
        }
      }
    },
  }) as JobDefinition;

  async function removeExpiredExports(): Promise<void> {
    const expired = await unitOfWork.system((tx) => listExpiredExports(tx, clock.now(), BATCH));
    for (const { id, tenantId } of expired) {
      await storage.delete(exportKeyOf(tenantId, id));
      await unitOfWork.write(actIn(tenantId), (tx) => updatePrivacyRequest(tx, id, { hasFile: false }));
    }
  }
}
