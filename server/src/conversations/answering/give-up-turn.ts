import { ModelError } from '#agents/models/model-error.ts';
import { insertModelUsage } from '#agents/models/model-usage.repository.ts';
import type { UsageLedger } from '#agents/models/usage-ledger.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { TurnLost } from '#messaging/turn-event.ts';
import type { ClaimedTurn } from '#messaging/turns/turns.repository.ts';
import type { Clock } from '#platform/clock.ts';
import { isDatabaseUnavailable } from '#platform/db/database-errors.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { scopeOfTurn } from './claim-turn.ts';
import { type Failure, recordFailure, releaseClaim } from './give-back-turn.ts';

export interface GiveUpDependencies {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  clock: Clock;
  logger: Logger;
  isStopping(): boolean;
}

/** One process's work on a turn, as far as it has come. */
export interface Attempt {
  claim: ClaimedTurn;
  /** By the monotonic clock: how long the lease certainly lasts. */
  leasedUntilMs: number;
  /** Undefined when it ended before anybody was asked. */
  usage?: UsageLedger | undefined;
}

/** The reason with which turns are stopped when the process goes away. */
export class ShuttingDown extends Error {
  override name = 'ShuttingDown';
  constructor() {
    super('This process is shutting down.');
  }
}

/** How often a turn is offered back to a database that is away. */
const GIVE_BACK_AGAIN_MS = 500;

/** Ends an attempt that came to no answer: says what becomes of the turn, tells the visitor what they should know, and settles the bill. */
export function createGiveUp(dependencies: GiveUpDependencies): (attempt: Attempt, error: unknown) => Promise<void> {
  const { unitOfWork, live, clock, logger, isStopping } = dependencies;

  return async (attempt, error) => {
    // Whoever has the turn now, or whoever superseded it, has said what had to be said.
    if (!(error instanceof TurnLost)) await giveBack(attempt, error);
    await settle(attempt);
  };

  async function giveBack(attempt: Attempt, error: unknown): Promise<void> {
    const { claim } = attempt;
    const scope = scopeOfTurn(claim.tenantId);
    if (error instanceof ShuttingDown || isDatabaseUnavailable(error)) {
      await untilDatabaseIsBack(attempt, () => releaseClaim(dependencies, scope, claim));
      return;
    }
    const failure = failureOf(error);
    const { turnId, conversationId, failures } = claim;
    logger[failure.code === 'INTERNAL' ? 'error' : 'warn']('A turn failed', { turnId, conversationId, failures: failures + 1, error });
    const spent = attempt.usage?.pending() ?? [];
    const told = await untilDatabaseIsBack(attempt, () => recordFailure(dependencies, scope, claim, { ...failure, spent }));
    if (told === undefined || told === 'not ours') return;
    attempt.usage?.written(spent);
    if (told === 'nothing new') return;
    live.publish(conversationId, {
      kind: 'ephemeral',
      frame: {
        type: 'error',
        code: failure.code,
        message: 'The assistant could not answer yet. Your message is kept, and it is tried again.',
      },
    });
  }

  /** Undefined when it could not be said: then the lease runs out, and whoever claims the turn goes on. */
  async function untilDatabaseIsBack<T>({ claim, leasedUntilMs }: Attempt, end: () => Promise<T>): Promise<T | undefined> {
    for (;;) {
      try {
        return await end();
      } catch (error) {
        if (!isDatabaseUnavailable(error) || isStopping() || clock.monotonicMs() + GIVE_BACK_AGAIN_MS > leasedUntilMs) {
          logger.warn('A turn could not be given back', { turnId: claim.turnId, error });
          return undefined;
        }
        await clock.sleep(GIVE_BACK_AGAIN_MS);
      }
    }
  }

  /** What was paid for is written down also where nothing came of it. */
  async function settle({ claim, usage }: Attempt): Promise<void> {
    const spent = usage?.pending() ?? [];
    if (spent.length === 0) return;
    try {
      await unitOfWork.write(scopeOfTurn(claim.tenantId), (tx) => insertModelUsage(tx, claim, spent));
    } catch (error) {
      logger.warn('What a lost attempt took could not be written down', { turnId: claim.turnId, answers: spent.length, error });
    }
  }
}

function failureOf(error: unknown): Omit<Failure, 'spent'> {
  if (!(error instanceof ModelError)) return { code: 'INTERNAL', waitAtLeastMs: 0, othersLeft: false };
  return { code: 'PROVIDER_ERROR', waitAtLeastMs: error.retryAfterMs ?? 0, othersLeft: error.othersLeft };
}
