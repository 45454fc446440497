import { tenantOfPath } from '#identity/apps/tenant-of-path.ts';
import { createAccessAudit } from '#identity/audit/access-audit.ts';
import { type AuditSealer, startAuditSealer } from '#identity/audit/audit-sealer.ts';
import { createAuthenticators } from '#identity/sessions/authentication.ts';
import { createEventNumbering, type EventNumbering } from '#platform/events/numbering.ts';
import { createSubscriberRunner } from '#platform/events/subscriber-runner.ts';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { createIdempotentRequests } from '#platform/http/idempotency/idempotent-requests.ts';
import { createJobWorker } from '#platform/jobs/worker.ts';
import { API_REFERENCE } from './api-reference.ts';
import type { Config } from './config.ts';
import { ensureDemo } from './demo/ensure-demo.ts';
import { type Foundation, layFoundation, type Overrides } from './foundation.ts';
import { databaseState, healthRoutes } from './health.routes.ts';
import { createJobs, cronEntries, READING_CONCURRENCY } from './jobs.ts';
import { modelServices } from './models.ts';
import { createOperatorAccess } from './operator-access.ts';
import { serverPages } from './pages/server-pages.ts';
import { routeModules } from './routes.ts';
import { createServices, type Services } from './services.ts';
import { createSubscribers } from './subscribers.ts';
import { readVersion } from './version.ts';
import { createWebChat } from './web-chat.ts';

/** A front desk, put together and ready to start. */
export interface App {
  readonly foundation: Foundation;
  readonly services: Services;
  readonly http: HttpServer;
  /** How many visitors' connections stand open on this process. */
  connections(): { sockets: number; streams: number };
  /** Begins to take requests, turns and jobs. @returns where it listens, and what only a first start has to say */
  start(): Promise<Started>;
  /** Stops accepting, tells sockets to come back, lets turns and jobs finish within the deadline, and lets go of everything. */
  close(deadlineMs?: number): Promise<void>;
}

export interface Started {
  host: string;
  port: number;
  /** The installation's first person, when this start made them; a password only when it was made up. */
  admin: { email: string; password?: string } | undefined;
  demo: { projectId: string } | undefined;
}

const JOB_CONCURRENCY = 5;
/** Of those that wait for language models, beside those that read conversations for their forms. */
const SLOW_JOB_CONCURRENCY = 5;
/** How long turns and jobs may take to finish when the process is asked to stop. */
export const DRAIN_DEADLINE_MS = 10_000;

export async function buildApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const foundation = await layFoundation(config, overrides);
  const { clock, logger, metrics, unitOfWork, opened, realtime } = foundation;
  const services = createServices(foundation);
  const webChat = createWebChat(foundation, services);
  const accessAudit = createAccessAudit({ unitOfWork, logger });
  const takesRequests = config.role !== 'worker';
  const runsJobs = config.role !== 'web';

  const runner = createSubscriberRunner({ unitOfWork, subscribers: createSubscribers(foundation), clock, logger });
  const worker = createJobWorker({
    database: opened.database,
    jobs: createJobs(foundation, services),
    cron: cronEntries,
    clock,
    logger,
    concurrency: JOB_CONCURRENCY,
    slowConcurrency: SLOW_JOB_CONCURRENCY + READING_CONCURRENCY,
  });

  let draining = false;
  const health = healthRoutes({
    clock,
    metrics,
    version: readVersion(),
    databaseState: () => databaseState(opened.database),
    otherServices: () => ({ ...(config.redis && { redis: realtime.hub.status() }), ...modelServices(foundation.models) }),
    isDraining: () => draining,
  });
  const http = await createHttpServer({
    config: config.http,
    version: readVersion(),
    reference: API_REFERENCE,
    logger,
    metrics,
    clock,
    rateLimiter: realtime.rateLimiter,
    idempotentRequests: createIdempotentRequests({ unitOfWork, clock, logger }),
    accessAudit: overrides.accessAudit?.(accessAudit) ?? accessAudit,
    authenticators: {
      ...createAuthenticators({
        unitOfWork,
        tokens: services.sessionTokens,
        clock,
        authenticateApiKey: services.apiKeys.authenticate,
        tenantOfPath,
      }),
      widget: webChat.access,
      operator: createOperatorAccess(config.telemetry.metricsToken),
    },
    routeModules: takesRequests ? [health, ...routeModules(services, webChat)] : [health],
    upgrades: takesRequests ? [webChat.socket.upgrade] : [],
    rawEndpoints: takesRequests ? [webChat.socket.polling] : [],
    staticRoutes: takesRequests ? await serverPages(config, logger) : [],
  });
  // What other nodes said while they were not heard is read again.
  const stopListening = realtime.hub.onStatus((status) => {
    if (status !== 'connected') return;
    webChat.socket.catchUp();
    webChat.streams.catchUp();
  });
  let numbering: EventNumbering | undefined;
  let sealer: AuditSealer | undefined;

  return {
    foundation,
    services,
    http,
    connections: () => ({ sockets: webChat.socket.count(), streams: webChat.streams.count() }),

    start: async () => {
      const admin = await services.people.ensureFirstAdmin(config.admin);
      const owner = admin.outcome === 'created' ? admin.personId : undefined;
      const demo = config.demo.isOn ? await ensureDemo(foundation, services, { owner, documents: overrides.demoDocuments }) : undefined;
      numbering = createEventNumbering({ database: opened.database, clock, logger, onNumbered: () => runner.wake() });
      foundation.onEvents(() => numbering?.wake());
      sealer = startAuditSealer({ unitOfWork, keys: foundation.auditKeys, clock, logger });
      if (runsJobs) {
        await worker.start({ isOnlyProcess: opened.embedded !== undefined });
        await runner.start();
      }
      await services.turns.start({ isOnlyProcess: opened.embedded !== undefined });
      const address = await http.listen();
      return { ...address, admin: admin.outcome === 'created' ? admin : undefined, demo };
    },

    close: async (deadlineMs = DRAIN_DEADLINE_MS) => {
      draining = true;
      webChat.socket.drain();
      webChat.streams.drain();
      await Promise.all([http.close(deadlineMs), services.turns.stop(deadlineMs), runsJobs ? worker.stop(deadlineMs) : undefined]);
      stopListening();
      await webChat.socket.stop();
      await runner.stop();
      await numbering?.stop();
      await sealer?.stop();
      foundation.setUps.close();
      await realtime.close();
      await opened.close();
    },
  };
}
