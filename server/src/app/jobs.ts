import { indexKnowledge } from '#agents/knowledge/knowledge.jobs.ts';
import { endConversation } from '#channels/web-chat/end-conversation.ts';
import { endIdleSessions, endIdleSessionsHourly } from '#channels/web-chat/end-idle-sessions.ts';
import { eraseContact } from '#contacts/privacy/erase-contact.ts';
import { exportContact } from '#contacts/privacy/export-contact.ts';
import { retain, retainNightly } from '#contacts/privacy/retain.ts';
import { readConversation } from '#conversations/extracting/read-conversation.ts';
import { sendHandOverNotice } from '#conversations/hand-over-notice.ts';
import { sendAccountMail } from '#identity/account-mail/account-mail.jobs.ts';
import { expireAuditEntries, expireAuditEntriesNightly } from '#identity/audit/expire-entries.ts';
import { sweepFiles, sweepFilesHourly } from '#messaging/files/sweep-files.ts';
import { settleAbandonedCalls } from '#messaging/turns/abandoned-calls.ts';
import { eraseOldTickets } from '#outcomes/tickets/personal-data.repository.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { sweepIdempotentRequests, sweepIdempotentRequestsHourly } from '#platform/http/idempotency/sweep-idempotent-requests.ts';
import type { CronEntry } from '#platform/jobs/cron.ts';
import type { JobDefinition } from '#platform/jobs/define-job.ts';
import { sendNotification } from '#triage/escalations/send-notification.ts';
import { takeStep } from '#triage/escalations/take-step.ts';
import { giveSecondOpinion } from '#triage/safety/second-opinion/give-opinion.ts';
import { personalDataStores } from './erasers.ts';
import type { Foundation } from './foundation.ts';
import { environmentModelSettings } from './models.ts';
import { notifierBy } from './notifier.ts';
import type { Services } from './services.ts';

/** So many conversations one process reads for their forms at once; what is more urgent has slots of its own beside these. */
export const READING_CONCURRENCY = 5;

/** Everything that runs outside a request. */
export const createJobs = (foundation: Foundation, services: Services): JobDefinition[] => {
  const { config, unitOfWork, secretBox, email, clock, live, storage, models, setUps, metrics } = foundation;
  const { members, messageEscalation, secondOpinions, extractionEngines } = services;
  return [
    exportContact({ unitOfWork, clock, storage, stores: personalDataStores, openFile: services.files.open }) as JobDefinition,
    eraseContact({
      unitOfWork,
      clock,
      stores: personalDataStores,
      endConversation: (tx, conversationId) => endConversation(tx, { live, clock }, conversationId),
    }) as JobDefinition,
    retain({
      unitOfWork,
      clock,
      storage,
      stores: personalDataStores,
      actIn: (tenantId) => grantTenantScope(tenantId, { kind: 'system' }),
      eraseOldTickets,
    }),
    sendAccountMail({ secretBox, email }) as JobDefinition,
    sendHandOverNotice({ unitOfWork, members, email }) as JobDefinition,
    takeStep({ unitOfWork, clock }) as JobDefinition,
    sendNotification({ unitOfWork, clock, notifier: notifierBy(email) }) as JobDefinition,
    settleAbandonedCalls({ unitOfWork }) as JobDefinition,
    indexKnowledge({ unitOfWork }) as JobDefinition,
    sweepIdempotentRequests({ unitOfWork, clock }) as JobDefinition,
    expireAuditEntries({ unitOfWork, keys: foundation.auditKeys, clock }) as JobDefinition,
    sweepFiles({ unitOfWork, storage, clock }),
    endIdleSessions({ unitOfWork, live, clock }),
    readConversation({
      unitOfWork,
      live,
      clock,
      setUps,
      engines: extractionEngines,
      environmentSettings: environmentModelSettings(config.models),
      prices: config.models.prices,
      concurrency: READING_CONCURRENCY,
    }) as JobDefinition,
    giveSecondOpinion({
      unitOfWork,
      clock,
      live,
      models,
      setUps,
      metrics,
      prices: config.models.prices,
      opinions: secondOpinions,
      callForPerson: messageEscalation.callFor,
    }) as JobDefinition,
  ];
};

/** What runs at set times, once per time over all nodes. */
export const cronEntries: readonly CronEntry[] = [
  sweepIdempotentRequestsHourly,
  expireAuditEntriesNightly,
  sweepFilesHourly,
  endIdleSessionsHourly,
  retainNightly,
];
