import type { KnowledgeDocumentUpdate } from '@foyer/contracts/knowledge.ts';
import type { ModelChooser } from '#agents/models/choose-model.ts';
import { type ChainKeys, createChainKeys } from '#identity/audit/audit-chain.ts';
import { createAuditPort } from '#identity/audit/record-entries.ts';
import { createLiveConversations, type LiveConversations } from '#messaging/live-conversation.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import { type InstallationSecrets, loadInstallationSecrets } from '#platform/crypto/installation-secrets.ts';
import { parseMasterKeys } from '#platform/crypto/master-keys.ts';
import { createPasswordHasher, type PasswordHasher } from '#platform/crypto/password.ts';
import { createSecretBox, type SecretBox } from '#platform/crypto/secret-box.ts';
import { createUnitOfWork, type UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { EmailAddress, EmailSender } from '#platform/email/email-sender.ts';
import { createOutbox } from '#platform/email/outbox.ts';
import { createSmtpSender } from '#platform/email/smtp.ts';
import { createEventRecorder } from '#platform/events/record-events.ts';
import type { AccessAudit } from '#platform/http/access-audit.ts';
import { newId } from '#platform/ids.ts';
import { enqueueJob } from '#platform/jobs/enqueue.ts';
import { createGuardedClient, type GuardedClient } from '#platform/outbound/guarded-client.ts';
import { createSetUpCache, type SetUpCache } from '#platform/realtime/set-up-cache.ts';
import type { FileStorage } from '#platform/storage/file-storage.ts';
import { openLocalStorage } from '#platform/storage/local-storage.ts';
import { createLogger, type Logger } from '#platform/telemetry/logger.ts';
import { createMetrics, type Metrics } from '#platform/telemetry/metrics.ts';
import { createClamdScanner } from '#platform/virus-scan/clamd-scanner.ts';
import type { VirusScanner } from '#platform/virus-scan/virus-scanner.ts';
import type { Config } from './config.ts';
import { createRealtime, type Realtime } from './live-hub.ts';
import { createModels } from './models.ts';
import { type OpenedDatabase, openDatabase } from './open-database.ts';
import { changesSetUp } from './set-up-changes.ts';

/** What tests replace. */
export interface Overrides {
  clock?: Clock;
  logger?: Logger;
  models?: ModelChooser;
  outbound?: GuardedClient;
  email?: EmailSender;
  /** Around the one that the product makes. */
  accessAudit?: (ours: AccessAudit) => AccessAudit;
  /** What the demo clinic knows, instead of its own documents. */
  demoDocuments?: readonly KnowledgeDocumentUpdate[];
}

/** What every feature stands on. */
export interface Foundation {
  config: Config;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** This process, as it holds leases. */
  processId: string;
  opened: OpenedDatabase;
  unitOfWork: UnitOfWork;
  secrets: InstallationSecrets;
  secretBox: SecretBox;
  /** What seals the audit log. */
  auditKeys: ChainKeys;
  passwords: PasswordHasher;
  realtime: Realtime;
  /** What tenants have set up, in memory. */
  setUps: SetUpCache;
  live: LiveConversations;
  models: ModelChooser;
  outbound: GuardedClient;
  email: EmailSender;
  storage: FileStorage;
  /** Where none is configured, files are not scanned. */
  virusScanner: VirusScanner | undefined;
  /** Called after every commit that recorded events; the numbering is given once it runs. */
  onEvents(wake: () => void): void;
}

/** Opens what has to be opened first: secrets, the database, the way to other nodes. */
export async function layFoundation(config: Config, overrides: Overrides): Promise<Foundation> {
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger({ level: config.telemetry.logLevel, format: config.telemetry.logFormat });
  const opened = await openDatabase(config, clock, logger);
  try {
    const { database } = opened;
    const dataDirectory = config.storage.dataDirectory;
    const secrets = await loadInstallationSecrets({ given: config.secrets, dataDirectory, mayGenerate: !config.isProduction, logger });
    const realtime = createRealtime(config, { database, clock, logger });
    const setUps = createSetUpCache({ hub: realtime.hub, clock });
    let eventsCommitted = () => {};
    const metrics = createMetrics({ ofProcess: overrides.clock === undefined });
    return {
      config,
      clock,
      logger,
      metrics,
      processId: newId(),
      opened,
      unitOfWork: createUnitOfWork(database, {
        recordEvents: createEventRecorder(clock),
        enqueue: enqueueJob,
        audit: createAuditPort(clock),
        eventsCommitted: (scope, events) => {
          if (events.some(({ type }) => changesSetUp(type))) setUps.changed(scope.tenantId);
          eventsCommitted();
        },
      }),
      secrets,
      secretBox: createSecretBox(parseMasterKeys(secrets.masterKeys)),
      auditKeys: createChainKeys(parseMasterKeys(secrets.masterKeys)),
      passwords: createPasswordHasher(),
      realtime,
      setUps,
      live: createLiveConversations(realtime.hub),
      models: overrides.models ?? createModels(config, clock, metrics),
      outbound: overrides.outbound ?? createGuardedClient({ allow: config.outbound.allow, logger, clock }),
      email: overrides.email ?? emailSender(config, clock, logger),
      storage: await openLocalStorage({ dataDirectory, clock }),
      virusScanner: virusScanner(config, clock, logger),
      onEvents: (wake) => {
        eventsCommitted = wake;
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function virusScanner({ files: { clamd } }: Config, clock: Clock, logger: Logger): VirusScanner | undefined {
  if (!clamd) return undefined;
  const scanner = createClamdScanner({ address: clamd, clock });
  logger.info('Files are checked for viruses', { by: scanner.describe() });
  return scanner;
}

function emailSender({ email, storage }: Config, clock: Clock, logger: Logger): EmailSender {
  const { smtpUrl } = email;
  const from = senderOf(email.from);
  return smtpUrl === undefined
    ? createOutbox({ dataDirectory: storage.dataDirectory, from, clock, logger })
    : createSmtpSender({ smtpUrl, from, clock });
}

/** `Name <address>` or the address alone; the configuration has checked which. */
function senderOf(text: string): EmailAddress {
  const [, name = '', address = text] = /^(.*?)\s*<([^<>]+)>$/.exec(text) ?? [];
  return name === '' ? { address } : { name, address };
}
