import { NewEscalationPolicy } from '@foyer/contracts/escalation-policies.ts';
import type { EscalationUrgency } from '@foyer/contracts/escalations.ts';
import { NewTenant } from '@foyer/contracts/tenants.ts';
import { insertMembership } from '#identity/members/memberships.repository.ts';
import { insertPerson } from '#identity/members/people.repository.ts';
import { insertTenant } from '#identity/tenants/tenants.repository.ts';
import { insertConversation } from '#messaging/conversations/conversations.repository.ts';
import { createLiveConversations } from '#messaging/live-conversation.ts';
import type { Notice, Notifier } from '#messaging/notifier.ts';
import { createFakeClock } from '#platform/clock.testing.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { EventDraft } from '#platform/db/unit-of-work.ts';
import { createEventRecorder } from '#platform/events/record-events.ts';
import type { Role } from '#platform/http/access.ts';
import { newId } from '#platform/ids.ts';
import type { JobDefinition } from '#platform/jobs/define-job.ts';
import { enqueueJob } from '#platform/jobs/enqueue.ts';
import { drainJobs } from '#platform/jobs/jobs.testing.ts';
import { createInProcessHub } from '#platform/realtime/in-process-hub.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import type { TestDatabase } from '#test/test-database.ts';
import { createEscalationPolicies } from './escalation-policies.service.ts';
import { createEscalations } from './escalations.service.ts';
import { sendNotification } from './send-notification.ts';
import { takeStep } from './take-step.ts';

export type EscalationWorld = Awaited<ReturnType<typeof createEscalationWorld>>;

interface Options {
  begins?: string;
  timezone?: string;
  locale?: string;
  /** Stands in for what sends; it may fail, or do something first. */
  onSend?: (notice: Notice) => Promise<void>;
}

/** A tenant with its policies and a team, on a clock that the test moves; jobs run when the test lets time pass. */
export async function createEscalationWorld(database: TestDatabase, options: Options = {}) {
  // What an earlier world has left would be run on this one's clock.
  await database.asSuperuser('delete from graphile_worker._private_jobs');
  const clock = createFakeClock(new Date(options.begins ?? '2026-03-02T09:00:00Z'));
  const events: EventDraft[] = [];
  const record = createEventRecorder(clock);
  const unitOfWork = database.unitOfWork({
    enqueue: enqueueJob,
    recordEvents: async (db, scope, drafts) => {
      events.push(...drafts);
      await record(db, scope, drafts);
    },
  });
  const live = createLiveConversations(createInProcessHub({ logger: silentLogger }));
  const sent: Notice[] = [];
  const notifier: Notifier = {
    send: async (_channel, notice) => {
      await options.onSend?.(notice);
      sent.push(notice);
    },
  };
  const { timezone = 'UTC', locale = 'en' } = options;
  const draft = NewTenant.parse({ name: 'Clinic', slug: `clinic-${newId().slice(-8)}`, timezone, locale });
  const tenant = await unitOfWork.system((tx) => insertTenant(tx, draft));
  const scope = grantTenantScope(tenant?.id ?? '', { kind: 'system' });
  const linkTo = (conversationId: string) => `https://desk.example/inbox/${conversationId}`;
  const jobs = [takeStep({ unitOfWork, clock }), sendNotification({ unitOfWork, clock, notifier, linkTo })];
  const escalations = createEscalations({ unitOfWork, live, clock });
  const policies = createEscalationPolicies({ unitOfWork });

  const conversation = () =>
    unitOfWork.write(scope, (tx) =>
      insertConversation(tx, { contactId: newId(), channel: 'web-chat', agentId: newId(), language: locale }),
    );
  const drain = (onFailure: 'throw' | 'retry' = 'throw') =>
    drainJobs({ database: database.database, jobs: jobs as unknown as JobDefinition[], clock, onFailure });

  return {
    clock,
    scope,
    unitOfWork,
    live,
    events,
    sent,
    escalations,
    policies,
    conversation,
    drain,
    /** Takes a step once more, as a worker does that could not say that it had. */
    takeAgain: (escalationId: string, place: number) =>
      takeStep({ unitOfWork, clock }).run(
        { escalationId, run: 1, place },
        { scope, jobId: newId(), attempt: 2, maxAttempts: 10, signal: new AbortController().signal, logger: silentLogger },
      ),
    person: async (role: Role) => {
      const email = `${role}-${newId().slice(-8)}@example.com`;
      const person = await unitOfWork.system((tx) => insertPerson(tx, { email, name: role, passwordHash: 'none', isPlatformAdmin: false }));
      const personId = person?.id ?? '';
      await unitOfWork.write(scope, (tx) => insertMembership(tx, { tenantId: scope.tenantId, personId, role }));
      return { personId, email };
    },
    policy: (settings: Record<string, unknown>) =>
      policies.add(scope, NewEscalationPolicy.parse({ name: 'Policy', isDefault: true, agentBehaviour: 'continue', ...settings })),
    open: async (urgency: EscalationUrgency = 'high', conversationId?: string) => {
      const id = conversationId ?? (await conversation()).id;
      return (await escalations.override(scope, { conversationId: id, urgency }, undefined)).escalationId;
    },
    /** Lets time pass, minute by minute as far as jobs can tell, and says who was mailed when. */
    pass: async (minutes: number, everyMinutes = Math.max(minutes, 1)): Promise<string[]> => {
      const told: string[] = [];
      for (let passed = 0; passed <= minutes; passed += everyMinutes) {
        const before = sent.length;
        await drain();
        const time = clock.now().toISOString().slice(11, 16);
        told.push(...sent.slice(before).map(({ to }) => `${time} ${to.address}`));
        if (passed + everyMinutes <= minutes) await clock.advance(everyMinutes * 60_000);
      }
      return told;
    },
    eventTypes: () => events.map(({ type }) => type).filter((type) => type.startsWith('escalation.')),
  };
}

export const email = (address: string) => ({ kind: 'email' as const, address });
