import { indexKnowledge } from '#agents/knowledge/knowledge.jobs.ts';
import { endIdleSessions, endIdleSessionsHourly } from '#channels/web-chat/end-idle-sessions.ts';
import { sendHandOverNotice } from '#conversations/hand-over-notice.ts';
import { sweepFiles, sweepFilesHourly } from '#messaging/files/sweep-files.ts';
import { settleAbandonedCalls } from '#messaging/turns/abandoned-calls.ts';
import { sweepIdempotentRequests, sweepIdempotentRequestsHourly } from '#platform/http/idempotency/sweep-idempotent-requests.ts';
import type { CronEntry } from '#platform/jobs/cron.ts';
import type { JobDefinition } from '#platform/jobs/define-job.ts';
import { sendNotification } from '#triage/escalations/send-notification.ts';
import { takeStep } from '#triage/escalations/take-step.ts';
import type { Foundation } from './foundation.ts';
import { notifierBy } from './notifier.ts';
import type { Services } from './services.ts';

/** Everything that runs outside a request. */
export const createJobs = ({ unitOfWork, email, clock, live, storage }: Foundation, { members }: Services): JobDefinition[] => [
  sendHandOverNotice({ unitOfWork, members, email }) as JobDefinition,
  takeStep({ unitOfWork, clock }) as JobDefinition,
  sendNotification({ unitOfWork, clock, notifier: notifierBy(email) }) as JobDefinition,
  settleAbandonedCalls({ unitOfWork }) as JobDefinition,
  indexKnowledge({ unitOfWork }) as JobDefinition,
  sweepIdempotentRequests({ unitOfWork, clock }) as JobDefinition,
  sweepFiles({ unitOfWork, storage, clock }),
  endIdleSessions({ unitOfWork, live, clock }),
];

/** What runs at set times, once per time over all nodes. */
export const cronEntries: readonly CronEntry[] = [sweepIdempotentRequestsHourly, sweepFilesHourly, endIdleSessionsHourly];
