import { runTurn, type TurnInput } from '#agents/run-turn/run-turn.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { type TurnAnswer, TurnLost } from '#messaging/turn-event.ts';
import { type ClaimedTurn, endAllLeases, LEASE_SECONDS, listClaimableTurns, renewLeases } from '#messaging/turns/turns.repository.ts';
import type { Cancel, Clock } from '#platform/clock.ts';
import { isDatabaseUnavailable } from '#platform/db/database-errors.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { claimWaitingTurn, scopeOfTurn } from './claim-turn.ts';
import { deliverReply } from './deliver-reply.ts';
import { createGiveUp, ShuttingDown } from './give-up-turn.ts';
import type { LiveAnswers } from './live-answers.ts';

export interface TurnRunnerDependencies {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  liveAnswers: LiveAnswers;
  clock: Clock;
  logger: Logger;
  processId: string;
  /** Reads all that a turn needs, in a transaction of its own. */
  prepare(claim: ClaimedTurn): Promise<TurnInput>;
  /** How many turns this process works on at once. */
  capacity: number;
}

/** Runs turns on this process: those that its own visitors cause, and those that nobody else works on. */
export interface TurnRunner {
  /** Goes on with a turn that this process has just claimed. */
  run(claim: ClaimedTurn): void;
  /** Looks once for turns that nobody works on and runs them. */
  sweep(): Promise<void>;
  /** Starts renewing leases and sweeping. Where no other process uses the database, turns that a dead one held go on at once. */
  start(options: { isOnlyProcess: boolean }): Promise<void>;
  /** Takes no more turns, lets those that run finish within the deadline, and gives the rest back. */
  stop(deadlineMs: number): Promise<void>;
  running(): number;
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
}

const RENEW_EVERY_MS = (LEASE_SECONDS * 1000) / 3;
const SWEEP_EVERY_MS = 1_000;
/** After a crash many turns wait; each is claimed in a transaction of its tenant. */
const CLAIMS_AT_A_TIME = 4;

interface RunningTurn {
  claim: ClaimedTurn;
  controller: AbortController;
  /** By the monotonic clock: how long the lease certainly lasts. */
  leasedUntilMs: number;
  finished: Promise<void>;
}

export function createTurnRunner(dependencies: TurnRunnerDependencies): TurnRunner {
  const { unitOfWork, live, liveAnswers, clock, logger, processId } = dependencies;
  const running = new Map<string, RunningTurn>();
  const timers: Cancel[] = [];
  let stopping = false;
  let sweeping: Promise<void> | undefined;
  const giveUp = createGiveUp({ ...dependencies, isStopping: () => stopping });

  const runner: TurnRunner = {
    run: (claim) => {
      if (stopping) {
        void giveUp({ claim, leasedUntilMs: leaseEndMs() }, new ShuttingDown());
        return;
      }
      const controller = new AbortController();
      const turn: RunningTurn = { claim, controller, leasedUntilMs: leaseEndMs(), finished: Promise.resolve() };
      // This process may have lost the turn without noticing and taken it again: its earlier attempt stops, and leaves the later one alone.
      running.get(claim.turnId)?.controller.abort(new TurnLost());
      running.set(claim.turnId, turn);
      turn.finished = answer(turn).finally(() => {
        if (running.get(claim.turnId) === turn) running.delete(claim.turnId);
      });
    },
    sweep: async () => {
      // One that is under way may have looked before what the caller has in mind.
      while (sweeping) await sweeping;
      await sweepUnlessBusy();
    },
    start: async ({ isOnlyProcess }) => {
      if (isOnlyProcess) await unitOfWork.system(endAllLeases);
      timers.push(clock.every(RENEW_EVERY_MS, () => void renew()));
      timers.push(clock.every(SWEEP_EVERY_MS, () => void sweepUnlessBusy()));
      // At once, so that a process that dies again soon has gone on with what it found.
      void sweepUnlessBusy();
    },
    stop: async (deadlineMs) => {
      stopping = true;
      await sweeping;
      const waited = new AbortController();
      await Promise.race([runner.idle(), clock.sleep(deadlineMs, waited.signal).catch(() => {})]);
      waited.abort();
      for (const turn of running.values()) turn.controller.abort(new ShuttingDown());
      await runner.idle();
      for (const cancel of timers) cancel();
    },
    running: () => running.size,
    idle: async () => {
      while (running.size > 0) await Promise.all([...running.values()].map((turn) => turn.finished));
    },
  };
  return runner;

  function leaseEndMs(): number {
    return clock.monotonicMs() + LEASE_SECONDS * 1000;
  }

  async function answer(turn: RunningTurn): Promise<void> {
    const { claim, controller } = turn;
    const { conversationId, messageId } = claim;
    const stopWatching = live.subscribe(conversationId, (signal) => {
      if (signal.kind === 'turn-ended' && signal.turnId === claim.turnId) controller.abort(new TurnLost());
    });
    liveAnswers.begin(conversationId, claim.turnId, messageId);
    showTyping(conversationId, true);
    let input: TurnInput | undefined;
    try {
      input = await dependencies.prepare(claim);
      const written = await write(input, claim, controller.signal);
      const spent = input.usage.pending();
      await deliverReply(dependencies, scopeOfTurn(claim.tenantId), claim, written, spent);
      input.usage.written(spent);
    } catch (error) {
      const { leasedUntilMs } = turn;
      await giveUp({ claim, leasedUntilMs, usage: input?.usage }, controller.signal.aborted ? controller.signal.reason : error);
    } finally {
      liveAnswers.end(conversationId, messageId);
      stopWatching();
      showTyping(conversationId, false);
    }
  }

  async function write(input: TurnInput, claim: ClaimedTurn, signal: AbortSignal): Promise<TurnAnswer> {
    for await (const event of runTurn(input, signal)) {
      signal.throwIfAborted();
      if (event.type === 'text-delta') liveAnswers.append(claim.conversationId, event.delta);
      if (event.type === 'answer') return event.answer;
    }
    throw new Error('A turn ended without an answer.');
  }

  /** Keeps the turns of this process its own, and stops working on those that no longer are. */
  async function renew(): Promise<void> {
    const turns = [...running.values()];
    if (turns.length === 0) return;
    try {
      const until = leaseEndMs();
      const ours = await unitOfWork.system((tx) => renewLeases(tx, processId, [...running.keys()]));
      for (const turn of turns) {
        if (ours.has(turn.claim.turnId)) turn.leasedUntilMs = until;
        else turn.controller.abort(new TurnLost());
      }
    } catch (error) {
      logger.warn('Leases could not be renewed', { turns: turns.length, error });
      for (const turn of turns) if (turn.leasedUntilMs < clock.monotonicMs()) turn.controller.abort(new TurnLost());
    }
  }

  function sweepUnlessBusy(): Promise<void> {
    sweeping ??= sweepOnce()
      .catch((error: unknown) => logger.warn('Looking for waiting turns failed', { error }))
      .finally(() => {
        sweeping = undefined;
      });
    return sweeping;
  }

  async function sweepOnce(): Promise<void> {
    const free = dependencies.capacity - running.size;
    if (stopping || free <= 0) return;
    const waiting = await unitOfWork.system((tx) => listClaimableTurns(tx, Math.min(free, 50)));
    const claimRest = async (): Promise<void> => {
      for (let next = waiting.shift(); next && !stopping; next = waiting.shift()) await claimOne(next.tenantId, next.turnId);
    };
    const claims = await Promise.allSettled(Array.from({ length: CLAIMS_AT_A_TIME }, claimRest));
    for (const claim of claims) if (claim.status === 'rejected') throw claim.reason;
  }

  async function claimOne(tenantId: string, turnId: string): Promise<void> {
    try {
      const claim = await claimWaitingTurn(dependencies, tenantId, turnId);
      if (claim) runner.run(claim);
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      // The others do not wait behind one that cannot be claimed.
      logger.warn('A waiting turn could not be claimed', { turnId, error });
    }
  }

  function showTyping(conversationId: string, state: boolean): void {
    live.publish(conversationId, { kind: 'ephemeral', frame: { type: 'typing', state, role: 'assistant' } });
  }
}
