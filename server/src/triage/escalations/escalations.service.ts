import type { Escalation, EscalationDetail, EscalationListQuery, NewEscalation } from '@foyer/contracts/escalations.ts';
import type { Page } from '@foyer/contracts/lists.ts';
import { Id, Moment } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { conversationEnded, conversationNotFound } from '#messaging/conversations/conversations.errors.ts';
import { type Conversation, lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import type { HandOverDependencies } from '../routing/hand-over.ts';
import { prepareRun } from './begin-run.ts';
import { anotherEscalationOpen, escalationNotFound, escalationResolved } from './escalations.errors.ts';
import { scheduleStep } from './escalations.jobs.ts';
import * as repository from './escalations.repository.ts';
import { listNotifications } from './notifications.repository.ts';
import { openEscalation } from './open-escalation.ts';
import { showEscalation } from './show-escalation.ts';
import { placeOf, toDetail, toEscalation } from './to-escalation.ts';

export interface Escalations {
  list(scope: TenantScope, query: EscalationListQuery): Promise<Page<Escalation>>;
  /** @throws {AppError} ESCALATION_NOT_FOUND */
  get(scope: TenantScope, escalationId: string): Promise<EscalationDetail>;
  /** Somebody of the team says that a conversation needs a person. @throws {AppError} CONVERSATION_NOT_FOUND, CONVERSATION_ENDED */
  override(scope: TenantScope, draft: NewEscalation, personId: string | undefined): Promise<{ escalationId: string; isNew: boolean }>;
  /** Somebody takes it: from the commit on nobody else is told. @throws {AppError} ESCALATION_NOT_FOUND, ESCALATION_RESOLVED */
  acknowledge(scope: TenantScope, escalationId: string, personId: string | undefined): Promise<void>;
  /** It is over. @throws {AppError} ESCALATION_NOT_FOUND */
  resolve(scope: TenantScope, escalationId: string, personId: string | undefined): Promise<void>;
  /** Somebody is needed after all: its policy begins anew. @throws {AppError} ESCALATION_NOT_FOUND, ANOTHER_ESCALATION_OPEN */
  reopen(scope: TenantScope, escalationId: string): Promise<void>;
}

const Cursor = z.tuple([z.int(), Moment, Id]);

export function createEscalations(dependencies: HandOverDependencies & { unitOfWork: UnitOfWork }): Escalations {
  const { unitOfWork, live, clock } = dependencies;

  /** Changes one under both locks. */
  const change = (
    scope: TenantScope,
    escalationId: string,
    work: (tx: TenantTransaction, escalation: repository.EscalationRow, conversation: Conversation) => Promise<void>,
  ) =>
    unitOfWork.write(scope, async (tx) => {
      const held = await repository.lockWithConversation(tx, escalationId);
      if (!held) throw escalationNotFound();
      await work(tx, held.escalation, held.conversation);
    });

  return {
    list: (scope, { cursor, limit, ...filter }) =>
      unitOfWork.read(scope, async (tx) => {
        const [rank, openedAt, id] = decodeCursor(cursor, Cursor) ?? [];
        const after =
          rank === undefined || openedAt === undefined || id === undefined ? undefined : { rank, openedAt: new Date(openedAt), id };
        const rows = await repository.listEscalations(tx, { ...filter, after, limit: limit + 1 });
        return page(rows.map(toEscalation), limit, placeOf);
      }),

    get: (scope, escalationId) =>
      unitOfWork.read(scope, async (tx) => {
        const found = await repository.findEscalation(tx, escalationId);
        if (!found) throw escalationNotFound();
        return toDetail(found, await repository.listEvidence(tx, escalationId), await listNotifications(tx, escalationId));
      }),

    override: (scope, { conversationId, urgency, note }, personId) =>
      unitOfWork.write(scope, async (tx) => {
        const conversation = await lockConversation(tx, conversationId);
        if (!conversation) throw conversationNotFound();
        if (conversation.endedAt) throw conversationEnded();
        const { escalation, isNew } = await openEscalation(tx, dependencies, conversation, {
          trigger: 'staff-override',
          urgency,
          ...(note !== undefined && { note }),
          ...(personId !== undefined && { personId }),
        });
        return { escalationId: escalation.id, isNew };
      }),

    acknowledge: (scope, escalationId, personId) =>
      change(scope, escalationId, (tx, escalation, conversation) =>
        acknowledgeHeld(tx, dependencies, { escalation, conversation, personId }),
      ),

    resolve: (scope, escalationId, personId) =>
      change(scope, escalationId, (tx, escalation, conversation) => resolveHeld(tx, dependencies, { escalation, conversation, personId })),

    reopen: (scope, escalationId) =>
      change(scope, escalationId, async (tx, escalation, conversation) => {
        if (escalation.status === 'open') return;
        const unresolved = await repository.lockUnresolved(tx, conversation.id);
        if (unresolved && unresolved.id !== escalationId) throw anotherEscalationOpen();
        const run = escalation.run + 1;
        const reopened = await repository.updateEscalation(tx, escalationId, {
          status: 'open',
          run,
          acknowledgedAt: null,
          acknowledgedBy: null,
          resolvedAt: null,
          resolvedBy: null,
          exhaustedAt: null,
          reopenedCount: escalation.reopenedCount + 1,
          ...(await prepareRun(tx, clock, escalation)),
        });
        tx.emit({ type: 'escalation.reopened', subject: subjectOf(escalation), data: { urgency: escalation.urgency } });
        await scheduleStep(tx, reopened.plan, { escalationId, run, place: 0 });
        await showEscalation(tx, live, conversation, reopened);
      }),
  };
}

interface HeldEscalation {
  escalation: repository.EscalationRow;
  conversation: Conversation;
  personId: string | undefined;
}

/** Again by anybody changes nothing. The caller holds both locks. @throws {AppError} ESCALATION_RESOLVED */
export async function acknowledgeHeld(
  tx: TenantTransaction,
  { live, clock }: HandOverDependencies,
  { escalation, conversation, personId }: HeldEscalation,
): Promise<void> {
  if (escalation.status === 'resolved') throw escalationResolved();
  if (escalation.status === 'acknowledged') return;
  const taken = { status: 'acknowledged', acknowledgedAt: clock.now(), acknowledgedBy: personId ?? null } as const;
  const acknowledged = await repository.updateEscalation(tx, escalation.id, taken);
  tx.emit({ type: 'escalation.acknowledged', subject: subjectOf(escalation, personId) });
  await showEscalation(tx, live, conversation, acknowledged);
}

/** Again changes nothing. The caller holds both locks. */
export async function resolveHeld(
  tx: TenantTransaction,
  { live, clock }: HandOverDependencies,
  { escalation, conversation, personId }: HeldEscalation,
): Promise<void> {
  if (escalation.status === 'resolved') return;
  const over = { status: 'resolved', resolvedAt: clock.now(), resolvedBy: personId ?? null } as const;
  const resolved = await repository.updateEscalation(tx, escalation.id, over);
  tx.emit({ type: 'escalation.resolved', subject: subjectOf(escalation, personId) });
  await showEscalation(tx, live, conversation, resolved);
}

const subjectOf = (
  { id: escalationId, conversationId, contactId }: repository.EscalationRow,
  personId?: string,
): Record<string, string> => ({ escalationId, conversationId, contactId, ...(personId !== undefined && { personId }) });
