import type { Readable } from 'node:stream';
import type { Page } from '@foyer/contracts/lists.ts';
import {
  DataClass,
  type LegalHold,
  type LegalHoldListQuery,
  type NewLegalHold,
  type PersonalDataErasure,
  type PrivacyRequest,
  type PrivacyRequestListQuery,
  type Retention,
  type RetentionPatch,
} from '@foyer/contracts/privacy.ts';
import { Id } from '@foyer/contracts/text.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { MemberPrincipal } from '#platform/http/access.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import type { FileStorage } from '#platform/storage/file-storage.ts';
import { findContact } from '../contacts.repository.ts';
import { exportKeyOf } from './export-contact.ts';
import { contactNotFound, exportGone, legalHoldNotFound, onLegalHold, privacyRequestNotFound } from './privacy.errors.ts';
import { erasureJob, exportJob } from './privacy.jobs.ts';
import * as repository from './privacy-requests.repository.ts';
import { listRetentionRules, lockContactForErasure, saveRetentionRule } from './retention.repository.ts';

export interface Privacy {
  /** @throws {AppError} CONTACT_NOT_FOUND */
  requestExport(scope: TenantScope, actor: MemberPrincipal, contactId: string): Promise<PrivacyRequest>;
  /** @throws {AppError} CONTACT_NOT_FOUND, LEGAL_HOLD */
  requestErasure(scope: TenantScope, actor: MemberPrincipal, erasure: PersonalDataErasure): Promise<PrivacyRequest>;
  list(scope: TenantScope, query: PrivacyRequestListQuery): Promise<Page<PrivacyRequest>>;
  /** @throws {AppError} PRIVACY_REQUEST_NOT_FOUND */
  get(scope: TenantScope, id: string): Promise<PrivacyRequest>;
  /** The ZIP file of an export. @throws {AppError} PRIVACY_REQUEST_NOT_FOUND, EXPORT_GONE */
  openExport(scope: TenantScope, id: string): Promise<Readable>;
  /** @throws {AppError} CONTACT_NOT_FOUND */
  hold(scope: TenantScope, actor: MemberPrincipal, draft: NewLegalHold): Promise<LegalHold>;
  listHolds(scope: TenantScope, query: LegalHoldListQuery): Promise<Page<LegalHold>>;
  /** @throws {AppError} LEGAL_HOLD_NOT_FOUND */
  release(scope: TenantScope, actor: MemberPrincipal, id: string): Promise<void>;
  retention(scope: TenantScope): Promise<Retention>;
  changeRetention(scope: TenantScope, patch: RetentionPatch): Promise<Retention>;
}

const DESCRIPTIONS: Record<DataClass, string> = {
  conversations: 'Conversations with their messages, files, forms, escalations and visits, since the last message.',
  contacts: 'Contacts who have no conversation any more, since they last changed.',
  tickets: 'Tickets that are done, since they last changed.',
};

const personOf = (actor: MemberPrincipal): string | null => (actor.kind === 'person' ? actor.personId : null);

export function createPrivacy({ unitOfWork, clock, storage }: { unitOfWork: UnitOfWork; clock: Clock; storage: FileStorage }): Privacy {
  const requireContact = async (tx: TenantTransaction, contactId: string): Promise<void> => {
    if (!(await findContact(tx, contactId))) throw contactNotFound();
  };
  const find = async (scope: TenantScope, id: string) => {
    const row = await unitOfWork.read(scope, (tx) => repository.findPrivacyRequest(tx, id));
    if (!row) throw privacyRequestNotFound();
    return row;
  };
  const retention = async (tx: TenantTransaction): Promise<Retention> => {
    const days = new Map((await listRetentionRules(tx)).map((rule) => [rule.dataClass, rule.days]));
    return {
      items: DataClass.options.map((dataClass) => ({
        dataClass,
        description: DESCRIPTIONS[dataClass],
        days: days.get(dataClass) ?? null,
      })),
    };
  };

  return {
    requestExport: (scope, actor, contactId) =>
      unitOfWork.write(scope, async (tx) => {
        await requireContact(tx, contactId);
        const draft = { kind: 'export' as const, contactId, requestedByPersonId: personOf(actor), reason: null };
        const row = await repository.insertPrivacyRequest(tx, draft);
        await tx.enqueue(exportJob, { requestId: row.id });
        tx.emit({ type: 'contact.export-requested', subject: { contactId, privacyRequestId: row.id } });
        return toRequest(row);
      }),

    requestErasure: (scope, actor, { contactId, reason = null }) =>
      unitOfWork.write(scope, async (tx) => {
        await requireContact(tx, contactId);
        if (await repository.isOnHold(tx, contactId)) throw onLegalHold();
        const draft = { kind: 'erasure' as const, contactId, requestedByPersonId: personOf(actor), reason };
        const row = await repository.insertPrivacyRequest(tx, draft);
        await tx.enqueue(erasureJob, { requestId: row.id });
        tx.emit({ type: 'contact.erasure-requested', subject: { contactId, privacyRequestId: row.id } });
        return toRequest(row);
      }),

    list: (scope, { limit, cursor, contactId }) =>
      unitOfWork.read(scope, async (tx) => {
        const rows = await repository.listPrivacyRequests(tx, { after: decodeCursor(cursor, Id), limit: limit + 1, contactId });
        return page(rows.map(toRequest), limit, ({ id }) => id);
      }),

    get: async (scope, id) => toRequest(await find(scope, id)),

    openExport: async (scope, id) => {
      const { hasFile, expiresAt } = await find(scope, id);
      if (!hasFile || (expiresAt && expiresAt <= clock.now())) throw exportGone();
      return (await storage.get(exportKeyOf(scope.tenantId, id))).stream;
    },

    hold: (scope, actor, { contactId, reason }) =>
      unitOfWork.write(scope, async (tx) => {
        // An erasure that has begun comes first; then there is nobody to hold.
        await lockContactForErasure(tx, contactId);
        await requireContact(tx, contactId);
        const row = await repository.insertLegalHold(tx, { contactId, reason, placedByPersonId: personOf(actor) });
        tx.emit({ type: 'legal-hold.placed', subject: { contactId, legalHoldId: row.id } });
        return toHold(row);
      }),

    listHolds: (scope, { limit, cursor, contactId }) =>
      unitOfWork.read(scope, async (tx) => {
        const rows = await repository.listLegalHolds(tx, { after: decodeCursor(cursor, Id), limit: limit + 1, contactId });
        return page(rows.map(toHold), limit, ({ id }) => id);
      }),

    release: (scope, actor, id) =>
      unitOfWork.write(scope, async (tx) => {
        const wasHeld = await repository.releaseLegalHold(tx, id, { releasedAt: clock.now(), releasedByPersonId: personOf(actor) });
        if (!wasHeld) throw legalHoldNotFound();
        tx.emit({ type: 'legal-hold.released', subject: { legalHoldId: id } });
      }),

    retention: (scope) => unitOfWork.read(scope, retention),

    changeRetention: (scope, patch) =>
      unitOfWork.write(scope, async (tx) => {
        for (const dataClass of DataClass.options) {
          const days = patch[dataClass];
          if (days !== undefined) await saveRetentionRule(tx, dataClass, days);
        }
        tx.emit({ type: 'retention.changed', subject: { tenantId: scope.tenantId } });
        return retention(tx);
      }),
  };
}

function toRequest(row: repository.PrivacyRequestRow): PrivacyRequest {
  const { id, kind, contactId, status, reason, requestedByPersonId, counts, hasFile, sizeBytes, expiresAt, createdAt, finishedAt } = row;
  return {
    id,
    kind,
    contactId,
    status,
    reason,
    requestedByPersonId,
    counts,
    fileUrl: hasFile ? `/api/v1/privacy/requests/${id}/file` : null,
    sizeBytes,
    expiresAt: expiresAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function toHold({ id, contactId, reason, placedByPersonId, createdAt, releasedAt }: repository.LegalHoldRow): LegalHold {
  return { id, contactId, reason, placedByPersonId, createdAt: createdAt.toISOString(), releasedAt: releasedAt?.toISOString() ?? null };
}
