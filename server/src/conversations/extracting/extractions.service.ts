import type { Extraction, ExtractionDetail, ExtractionListQuery } from '@foyer/contracts/extractions.ts';
import type { Page } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import * as repository from '#agents/extraction/extractions.repository.ts';
import { findConversation } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { extractionNotFound, fieldNotFound } from './extractions.errors.ts';
import { holdExtraction } from './hold-extraction.ts';
import { judgeField, type Verdict } from './judge-field.ts';
import { toDetail, toExtraction } from './to-extraction.ts';

export interface Extractions {
  list(scope: TenantScope, query: ExtractionListQuery): Promise<Page<Extraction>>;
  /** @throws {AppError} EXTRACTION_NOT_FOUND */
  get(scope: TenantScope, extractionId: string): Promise<ExtractionDetail>;
  /**
   * Somebody of the team, or one of its servers, says what is so.
   * @throws {AppError} EXTRACTION_NOT_FOUND, EXTRACTION_FIELD_NOT_FOUND, EXTRACTION_FIELD_EMPTY, VALIDATION_FAILED, PRECONDITION_FAILED
   */
  judge(scope: TenantScope, extractionId: string, judgement: TeamJudgement): Promise<ExtractionDetail>;
  /**
   * The visitor of a conversation says what is so, for the form that it fills in.
   * @throws {AppError} EXTRACTION_FIELD_NOT_FOUND, VALIDATION_FAILED
   */
  judgeAsVisitor(scope: TenantScope, conversationId: string, judgement: VisitorJudgement): Promise<void>;
}

export interface TeamJudgement {
  fieldName: string;
  verdict: Verdict;
  /** Undefined for a server. */
  personId: string | undefined;
  ifMatch: string | undefined;
}

export interface VisitorJudgement {
  fieldName: string;
  verdict: Verdict;
  /** Runs first in the transaction; throws to refuse it (an ended session, say). */
  guard(tx: TenantTransaction): Promise<void>;
}

interface Dependencies {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  clock: Clock;
}

export function createExtractions({ unitOfWork, live, clock }: Dependencies): Extractions {
  return {
    list: (scope, { cursor, limit, conversationId, status }) =>
      unitOfWork.read(scope, async (tx) => {
        const [after] = decodeCursor(cursor, z.tuple([Id])) ?? [];
        const rows = await repository.listExtractions(tx, { conversationId, status, after, limit: limit + 1 });
        return page(rows.map(toExtraction), limit, ({ id }) => [id]);
      }),

    get: (scope, extractionId) => unitOfWork.read(scope, (tx) => detailOf(tx, extractionId)),

    judge: (scope, extractionId, { fieldName, verdict, personId, ifMatch }) =>
      unitOfWork.write(scope, async (tx) => {
        const held = await holdExtraction(tx, extractionId);
        if (!held) throw extractionNotFound();
        requireMatch(ifMatch, etagOf(await detailOf(tx, extractionId)));
        await judgeField(tx, live, held, fieldName, verdict, {
          changedBy: 'team',
          changedByPersonId: personId ?? null,
          changedAt: clock.now(),
        });
        return detailOf(tx, extractionId);
      }),

    judgeAsVisitor: (scope, conversationId, { fieldName, verdict, guard }) =>
      unitOfWork.write(scope, async (tx) => {
        await guard(tx);
        const conversation = await findConversation(tx, conversationId);
        const held = conversation?.extractionId ? await holdExtraction(tx, conversation.extractionId) : undefined;
        if (!held) throw fieldNotFound(fieldName);
        await judgeField(tx, live, held, fieldName, verdict, { changedBy: 'visitor', changedByPersonId: null, changedAt: clock.now() });
      }),
  };
}

async function detailOf(tx: TenantTransaction, extractionId: string): Promise<ExtractionDetail> {
  const found = await repository.findExtraction(tx, extractionId);
  if (!found) throw extractionNotFound();
  return toDetail(found, await repository.listFields(tx, extractionId), await repository.listHistory(tx, extractionId));
}
