import type { EngineChooser } from '#agents/extraction/choose-engine.ts';
import { readJob, wantReading } from '#agents/extraction/extraction.jobs.ts';
import { ExtractionFailed, type ProposedExtraction } from '#agents/extraction/extraction-engine.ts';
import { endReading, takeReading } from '#agents/extraction/extractions.repository.ts';
import { storedForm } from '#agents/forms/form-schema.ts';
import { ModelError } from '#agents/models/model-error.ts';
import type { ModelPrices } from '#agents/models/model-prices.ts';
import type { ModelSettings } from '#agents/models/model-settings.ts';
import { insertModelUsage } from '#agents/models/model-usage.repository.ts';
import { createUsageLedger } from '#agents/models/usage-ledger.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { newId } from '#platform/ids.ts';
import { defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import { PermanentJobFailure } from '#platform/jobs/job-failure.ts';
import type { SetUpCache } from '#platform/realtime/set-up-cache.ts';
import { applyReading } from './apply-reading.ts';
import { type ReadContext, readContext } from './read-context.ts';

export interface ReadingDependencies {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  clock: Clock;
  engines: EngineChooser;
  setUps: SetUpCache;
  environmentSettings: ModelSettings;
  prices: ModelPrices;
  /** How many conversations this process reads at once, so that other jobs always have room. */
  concurrency: number;
}

/** Who reads says so for this long, and says it again in time; a process that died is not waited for longer. */
const LEASE_MS = 20_000;
const RENEW_EVERY_MS = 6_000;
/** When somebody else reads, or this process reads enough already. */
const LOOK_AGAIN_MS = 1_000;

/**
 * Reads a conversation for its form and writes down what was found. One process reads a conversation at a time, and whoever comes
 * meanwhile looks again later, so that ten quick messages are read once or twice. The engine is asked outside of any transaction; a
 * repetition after a kill reads again and changes nothing that is already written.
 */
export function readConversation(dependencies: ReadingDependencies): JobDefinition<{ extractionId: string }> {
  const { unitOfWork, clock, concurrency } = dependencies;
  let readingNow = 0;

  return defineJob({
    ...readJob,
    run: async ({ extractionId }, { scope, signal, attempt, maxAttempts }) => {
      if (!scope) throw new Error('An extraction belongs to a tenant.');
      if (readingNow >= concurrency) return lookAgain(scope, extractionId);
      readingNow += 1;
      try {
        const readerId = newId();
        const take = () => unitOfWork.write(scope, (tx) => takeReading(tx, extractionId, { readerId, forMs: LEASE_MS }));
        const first = await read(dependencies, scope, extractionId);
        if (!first || !hasNews(first)) return;
        if (!(await take())) return await lookAgain(scope, extractionId);
        const stopRenewing = clock.every(RENEW_EVERY_MS, () => {
          unitOfWork.write(scope, (tx) => takeReading(tx, extractionId, { readerId, forMs: LEASE_MS })).catch(() => {});
        });
        try {
          await readAll(dependencies, scope, extractionId, { signal, isLast: attempt >= maxAttempts, failures: attempt - 1 });
        } finally {
          stopRenewing();
          await unitOfWork.write(scope, (tx) => endReading(tx, extractionId, readerId)).catch(() => {});
        }
      } finally {
        readingNow -= 1;
      }
    },
  });

  async function lookAgain(scope: TenantScope, extractionId: string): Promise<void> {
    const runAt = new Date(clock.now().getTime() + LOOK_AGAIN_MS);
    await unitOfWork.write(scope, (tx) => wantReading(tx, { extractionId }, { runAt }));
  }
}

const hasNews = ({ extraction, lastSaidSeq }: ReadContext): boolean => lastSaidSeq > extraction.readSeq;

const read = ({ unitOfWork, setUps, environmentSettings }: ReadingDependencies, scope: TenantScope, extractionId: string) => {
  const setUp = setUps.of(scope.tenantId);
  return unitOfWork.read(scope, (tx) => readContext(tx, setUp, environmentSettings, extractionId));
};

interface Attempt {
  signal: AbortSignal;
  /** Nobody tries again by themselves. */
  isLast: boolean;
  failures: number;
}

/** Reads until there is nothing new; what is said while the engine works is read in the next round. */
async function readAll(dependencies: ReadingDependencies, scope: TenantScope, extractionId: string, attempt: Attempt): Promise<void> {
  for (let context = await read(dependencies, scope, extractionId); context && hasNews(context); ) {
    await readOnce(dependencies, scope, context, attempt);
    const next = await read(dependencies, scope, extractionId);
    // A form that was changed meanwhile is read anew, by the job that came with it.
    context = next && next.extraction.readSeq > context.extraction.readSeq ? next : undefined;
  }
}

async function readOnce(
  dependencies: ReadingDependencies,
  scope: TenantScope,
  context: ReadContext,
  { signal, isLast, failures }: Attempt,
): Promise<void> {
  const { unitOfWork, engines, clock, prices } = dependencies;
  const { tenant, conversation, extraction } = context;
  const usage = createUsageLedger([tenant.llmConfig.prices ?? {}, prices]);
  const engine = engines.choose(context.settings, usage.add, failures);
  const apply = (found: ProposedExtraction | undefined) =>
    unitOfWork.write(scope, (tx) => applyReading(tx, dependencies, { context, engineId: engine.id, found, spent: usage.pending() }));
  let found: ProposedExtraction | undefined;
  try {
    found = await engine.extract(
      {
        formType: extraction.formType,
        form: storedForm(extraction.formSchema),
        messages: context.messages,
        language: conversation.language,
        now: clock.now(),
        timeZone: tenant.timezone,
      },
      signal,
    );
  } catch (error) {
    if (!(error instanceof ExtractionFailed)) {
      if (signal.aborted) throw error;
      const isPointless = error instanceof ModelError && !error.retryable && error.kind !== 'cancelled';
      // Nobody will try again by themselves: clients are told, and what is known stays.
      if (isPointless || isLast) await apply(undefined);
      // What was paid for is written down also where nothing came of it.
      else await unitOfWork.write(scope, (tx) => insertModelUsage(tx, { conversationId: conversation.id, turnId: null }, usage.pending()));
      if (isPointless) throw new PermanentJobFailure(`An extraction engine failed: ${error.kind}.`);
      throw error;
    }
  }
  await apply(found);
}
