import type { ModelChooser } from '#agents/models/choose-model.ts';
import { ModelError } from '#agents/models/model-error.ts';
import type { ModelPrices } from '#agents/models/model-prices.ts';
import { insertModelUsage } from '#agents/models/model-usage.repository.ts';
import { createUsageLedger } from '#agents/models/usage-ledger.ts';
import { findConversation } from '#messaging/conversations/conversations.repository.ts';
import { findMessage, listLatestMessages } from '#messaging/messages/messages.repository.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { defineJob, type JobContext, type JobDefinition } from '#platform/jobs/define-job.ts';
import type { SetUp, SetUpCache } from '#platform/realtime/set-up-cache.ts';
import type { CounterOf, Metrics } from '#platform/telemetry/metrics.ts';
import { type ApplyDependencies, applyOpinion, isJudged } from './apply-opinion.ts';
import { askModel } from './ask-model.ts';
import type { SecondOpinions } from './request-opinion.ts';
import { type SecondOpinionPayload, secondOpinionJob } from './second-opinion.jobs.ts';

interface Dependencies extends ApplyDependencies {
  unitOfWork: UnitOfWork;
  clock: Clock;
  models: ModelChooser;
  opinions: Pick<SecondOpinions, 'settingsFor'>;
  setUps: Pick<SetUpCache, 'of'>;
  /** What the installation pays, where it knows better than the lists. */
  prices: ModelPrices;
  metrics: Metrics;
}

/** With the queue's waits and the time that each answer may take, two minutes. */
const ATTEMPTS = 4;
/** What has waited longer, because servers were away or too few, is of no use as an alarm. */
const STALE_AFTER_MS = 3_600_000;
const MESSAGES_BEFORE = 6;

/**
 * Has one message judged by the model of its conversation. The model is asked outside any transaction, and what it finds is applied in
 * one. A model that does not answer is given up quietly: a dead letter per message would bury all others while a provider is away.
 */
export function giveSecondOpinion(dependencies: Dependencies): JobDefinition<SecondOpinionPayload> {
  const { unitOfWork, clock, models, setUps } = dependencies;
  const opinions = countOpinions(dependencies.metrics);

  return defineJob({
    ...secondOpinionJob,
    run: async ({ messageId }, context) => {
      const { scope, signal } = context;
      if (!scope) throw new Error('A second opinion belongs to a tenant.');
      const setUp = setUps.of(scope.tenantId);
      const question = await unitOfWork.read(scope, (tx) => readQuestion(tx, setUp, messageId));
      if (!question) return;
      const { message, settings } = question;
      if (clock.now().getTime() - message.createdAt.getTime() > STALE_AFTER_MS) return opinions.increase({ outcome: 'too-late' });

      const usage = createUsageLedger([settings.tenant.llmConfig.prices ?? {}, dependencies.prices]);
      const noteUsage = (tx: TenantTransaction) =>
        insertModelUsage(tx, { conversationId: message.conversationId, turnId: null }, usage.pending());
      try {
        const { model } = models.choose(settings.model);
        const asked = { content: message.content, before: question.before };
        const opinion = await askModel({ model, clock, onSpent: usage.add }, asked, signal);
        await unitOfWork.write(scope, async (tx) => {
          await noteUsage(tx);
          if (opinion) await applyOpinion(tx, dependencies, { conversationId: message.conversationId, messageId }, opinion);
        });
        opinions.increase({ outcome: opinion?.urgency ?? 'unreadable' });
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        if (usage.pending().length > 0) await unitOfWork.write(scope, noteUsage);
        // The process stops, say: the next attempt is for another one.
        signal.throwIfAborted();
        giveUpOrThrow(error, messageId, context, opinions);
      }
    },
  });

  /** Undefined where there is nothing to ask, or not any more. */
  async function readQuestion(tx: TenantTransaction, setUp: SetUp, messageId: string) {
    const message = await findMessage(tx, messageId);
    const conversation = message && !isJudged(message) ? await findConversation(tx, message.conversationId) : undefined;
    const settings = message && conversation && (await dependencies.opinions.settingsFor(tx, setUp, conversation, message));
    if (!settings) return undefined;
    const latest = await listLatestMessages(tx, message.conversationId, message.seq, {
      atLeast: MESSAGES_BEFORE + 1,
      bytes: 0,
      bytesPerMessage: 0,
    });
    return { message, settings, before: latest.filter(({ id, role }) => id !== messageId && role !== 'system') };
  }
}

type OpinionCounter = CounterOf<'outcome'>;

const countOpinions = (metrics: Metrics): OpinionCounter =>
  metrics.counter('foyer_second_opinions_total', 'Messages that a model was asked to judge for red flags, by what came of it.', [
    'outcome',
  ]);

/** @throws {ModelError} for the queue, where the same model may answer later */
function giveUpOrThrow(error: ModelError, messageId: string, { attempt, logger }: JobContext, opinions: OpinionCounter): void {
  if (error.retryable && attempt < ATTEMPTS) throw error;
  opinions.increase({ outcome: 'no-answer' });
  logger.warn('No model gave a second opinion on a message', { messageId, attempt, kind: error.kind });
}
