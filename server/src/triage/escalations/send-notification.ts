import { findPeople } from '#identity/members/people.repository.ts';
import { findOwnTenant } from '#identity/tenants/tenants.repository.ts';
import { type Notice, NoticeRefused, type Notifier } from '#messaging/notifier.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import { PermanentJobFailure } from '#platform/jobs/job-failure.ts';
import { notifyJob } from './escalations.jobs.ts';
import { type EscalationRow, findEscalation, lockEscalation } from './escalations.repository.ts';
import { noticeText } from './notice.texts.ts';
import { findNotification, type NotificationRow, settleNotification } from './notifications.repository.ts';
import { readRecipient } from './recipient.ts';
import { isMember } from './recipients.repository.ts';

interface Dependencies {
  unitOfWork: UnitOfWork;
  notifier: Notifier;
  clock: Clock;
  /** The page on which the team reads a conversation, where there is one. */
  linkTo?: (conversationId: string) => string;
}

/**
 * Sends one notification. Every attempt asks again, under the escalation's lock and right before it sends, whether anybody has taken it
 * meanwhile; then nothing goes out any more. An attempt that dies after sending is made again with the same key.
 */
export function sendNotification(dependencies: Dependencies): JobDefinition<{ notificationId: string }> {
  const { unitOfWork, notifier } = dependencies;
  return defineJob({
    ...notifyJob,
    run: async ({ notificationId }, { scope, attempt, maxAttempts }) => {
      if (!scope) throw new Error('A notification belongs to a tenant.');
      const settle = (status: 'withdrawn' | 'failed') =>
        unitOfWork.write(scope, (tx) => settleNotification(tx, notificationId, { status }));
      const read = await unitOfWork.read(scope, async (tx) => {
        const notification = await findNotification(tx, notificationId);
        const escalation = notification && (await findEscalation(tx, notification.escalationId));
        const recipient = readRecipient(notification?.recipient ?? '');
        const hasLeft = recipient.kind === 'person' && !(await isMember(tx, recipient.personId));
        return { notification, escalation, recipient, hasLeft, tenant: await findOwnTenant(tx) };
      });
      const { notification, escalation, recipient, tenant } = read;
      if (!notification || !escalation || !tenant || notification.status !== 'pending') return;
      const to = read.hasLeft ? undefined : await addressOf(unitOfWork, recipient);
      if (!to) return void (await settle('withdrawn'));
      const text = noticeText({
        ...escalation,
        escalationId: escalation.id,
        tenant,
        repeat: notification.repeat,
        link: dependencies.linkTo?.(escalation.conversationId),
      });
      if (!(await isStillOpen(unitOfWork, scope, notification))) return void (await settle('withdrawn'));
      try {
        await notifier.send(notification.channel, { key: `escalation-${notificationId}`, to, ...text });
      } catch (error) {
        const isRefused = error instanceof NoticeRefused;
        if (isRefused || attempt >= maxAttempts) await settle('failed');
        if (isRefused) throw new PermanentJobFailure('The recipient of a notification cannot be reached in this way.');
        throw error;
      }
      await noteSent(dependencies, scope, notification, escalation);
    },
  });
}

async function addressOf(unitOfWork: UnitOfWork, recipient: ReturnType<typeof readRecipient>): Promise<Notice['to'] | undefined> {
  if (recipient.kind === 'email') return { address: recipient.address };
  // People belong to the installation, so no tenant's transaction sees them.
  const [person] = await unitOfWork.system((tx) => findPeople(tx, [recipient.personId]));
  return person && { address: person.email, name: person.name };
}

const isStillOpen = (unitOfWork: UnitOfWork, scope: TenantScope, { escalationId, run }: NotificationRow): Promise<boolean> =>
  unitOfWork.write(scope, async (tx) => {
    const escalation = await lockEscalation(tx, escalationId);
    return escalation?.status === 'open' && escalation.run === run;
  });

const noteSent = (
  { unitOfWork, clock }: Dependencies,
  scope: TenantScope,
  { id: notificationId, step, repeat, channel }: NotificationRow,
  { id: escalationId, conversationId, contactId }: EscalationRow,
): Promise<void> =>
  unitOfWork.write(scope, async (tx) => {
    if (!(await settleNotification(tx, notificationId, { status: 'sent', sentAt: clock.now() }))) return;
    tx.emit({
      type: 'escalation.notified',
      subject: { escalationId, conversationId, contactId, notificationId },
      data: { step, repeat, channel },
    });
  });
