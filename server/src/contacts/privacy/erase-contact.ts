import type { PersonalDataStore } from '#messaging/personal-data.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import { eraseSubject } from './erase-subject.ts';
import { erasureJob } from './privacy.jobs.ts';
import * as repository from './privacy-requests.repository.ts';

export interface EraseContactParts {
  unitOfWork: UnitOfWork;
  clock: Clock;
  stores: readonly PersonalDataStore[];
  /** Whoever is in it is told that it has ended, before it is gone. */
  endConversation(tx: TenantTransaction, conversationId: string): Promise<void>;
}

/** Erases a contact from every store in one transaction: all of it or nothing, however often it is tried. */
export function eraseContact({ unitOfWork, clock, stores, endConversation }: EraseContactParts): JobDefinition<{ requestId: string }> {
  return defineJob({
    ...erasureJob,
    run: async ({ requestId }, { scope, logger }) => {
      if (!scope) throw new Error('An erasure belongs to a tenant.');
      const request = await unitOfWork.read(scope, (tx) => repository.findPrivacyRequest(tx, requestId));
      if (request?.status !== 'pending') return;
      const { contactId } = request;
      const held = await unitOfWork.read(scope, (tx) => repository.isOnHold(tx, contactId));
      const open = held ? [] : await unitOfWork.read(scope, (tx) => repository.conversationIdsOf(tx, contactId));
      for (const conversationId of open) await unitOfWork.write(scope, (tx) => endConversation(tx, conversationId));

      await unitOfWork.write(scope, async (tx) => {
        const locked = await repository.lockPrivacyRequest(tx, requestId);
        if (locked?.status !== 'pending') return;
        const conversationIds = await repository.conversationIdsOf(tx, contactId);
        const counts = await eraseSubject(tx, stores, { contactId, conversationIds }, 'everything');
        const status = counts ? 'done' : 'refused';
        await repository.updatePrivacyRequest(tx, requestId, { status, counts: counts ?? null, finishedAt: clock.now() });
        tx.audit({ action: 'contact.erased', outcome: counts ? 'ok' : 'refused', subject: { id: contactId }, subjectIds: [requestId] });
        tx.emit({ type: `contact.erasure-${status}`, subject: { contactId, privacyRequestId: requestId } });
      });
      logger.info('A contact was erased, or is on hold', { requestId });
    },
  });
}
