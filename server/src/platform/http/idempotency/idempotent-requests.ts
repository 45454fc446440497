import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { type SystemTransaction, type UnitOfWork, withCommitStep } from '../../db/unit-of-work.ts';
import { newId } from '../../ids.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { RenderedAnswer } from '../render-answer.ts';
import { idempotencyKeyInUse, invalidIdempotencyKey } from './idempotency.errors.ts';
import { LEASE_MS, whatToDo } from './idempotency.policy.ts';
import * as repository from './idempotent-requests.repository.ts';

/** A request that came with a key, and everything that decides what it does. */
export interface KeyedRequest {
  key: string;
  /** Who asks, such as `person:<id>`. */
  principal: string;
  /** Method and pattern of the route. */
  route: string;
  /** Tenant, path, query and body; the same in any order of properties. */
  content: unknown;
  /** Its answer is shown once and not kept. */
  showsSecret: boolean;
  /** An error as the caller will see it. */
  renderProblem(error: unknown): RenderedAnswer;
}

export interface IdempotentRequests {
  /**
   * Does `work` at most once per key, or repeats its answer. What changed nothing (a refusal, a failure) leaves the key free; once
   * something was committed, the answer stands, whatever it is. Every transaction of `work` notes that in itself, so a process that
   * dies leaves either no effect and a key that is free when its lease is over, or an effect that nobody repeats.
   * @throws {AppError} INVALID_IDEMPOTENCY_KEY, and what `whatToDo` throws
   */
  run(request: KeyedRequest, work: () => Promise<RenderedAnswer>): Promise<RenderedAnswer>;
}

interface Parts {
  unitOfWork: UnitOfWork;
  clock: Clock;
  logger: Logger;
}

export function createIdempotentRequests({ unitOfWork, clock, logger }: Parts): IdempotentRequests {
  return {
    run: async (request, work) => {
      if (!KEY.test(request.key)) throw invalidIdempotencyKey();
      const claimed = await unitOfWork.system((tx) => claim(tx, request, clock.now()));
      if ('answer' in claimed) return claimed.answer;
      const { attempt } = claimed;
      const note = async (db: Parameters<typeof repository.noteEffect>[0]) => {
        if (!(await repository.noteEffect(db, attempt))) throw idempotencyKeyInUse();
      };
      try {
        const answer = await withCommitStep(note, work);
        await keep(attempt, request.showsSecret ? { ...answer, body: undefined } : answer, request.showsSecret);
        return answer;
      } catch (error) {
        await settleFailure(attempt, () => request.renderProblem(error));
        throw error;
      }
    },
  };

  /** A failure of this alone does not take the answer from the caller; a later attempt is then told that the outcome is unknown. */
  async function keep(attempt: repository.Attempt, { status, headers, body }: RenderedAnswer, hidesBody: boolean): Promise<void> {
    const answer = { status: hidesBody ? null : status, headers, body: body ?? null, finishedAt: clock.now() };
    await unitOfWork
      .system((tx) => repository.keepAnswer(tx, attempt, answer))
      .catch((error) => logger.warn('The answer to an idempotent request could not be kept', { requestId: attempt.id, error }));
  }

  async function settleFailure(attempt: repository.Attempt, problem: () => RenderedAnswer): Promise<void> {
    try {
      const hadNoEffect = await unitOfWork.system((tx) => repository.releaseRequest(tx, attempt));
      if (!hadNoEffect) await keep(attempt, problem(), false);
    } catch (error) {
      logger.warn('The key of an idempotent request could not be freed', { requestId: attempt.id, error });
    }
  }
}

type Claimed = { attempt: repository.Attempt } | { answer: RenderedAnswer };

async function claim(tx: SystemTransaction, request: KeyedRequest, now: Date): Promise<Claimed> {
  const key = { principal: request.principal, route: request.route, keyHash: sha256(request.key) };
  const fingerprint = sha256(JSON.stringify(inOrder(request.content)) ?? '');
  const mine = { owner: newId(), leaseUntil: new Date(now.getTime() + LEASE_MS) };
  const draft = { ...key, ...mine, fingerprint, createdAt: now };

  const inserted = await repository.insertRequest(tx, draft);
  if (inserted) return { attempt: inserted };
  const known = await repository.lockRequest(tx, key);
  // Freed between the two statements: whoever asks again gets it.
  if (!known) throw idempotencyKeyInUse();
  switch (whatToDo({ ...known, isAnswerKept: known.status !== null }, fingerprint, now)) {
    case 'repeat':
      return { answer: repeated(known) };
    case 'try-again':
      await repository.takeOverRequest(tx, known.id, mine);
      return { attempt: { id: known.id, owner: mine.owner } };
    case 'begin-afresh': {
      await repository.deleteRequest(tx, known.id);
      const renewed = await repository.insertRequest(tx, draft);
      if (!renewed) throw idempotencyKeyInUse();
      return { attempt: renewed };
    }
  }
}

const repeated = ({ status, headers, body }: repository.IdempotentRequest): RenderedAnswer => ({
  status: status ?? 200,
  headers: { ...headers, 'idempotency-replayed': 'true' },
  body: body ?? undefined,
});

const KEY = /^[\x20-\x7e]{1,255}$/;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same value with the properties of every object in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, inOrder(inner)]),
  );
}
