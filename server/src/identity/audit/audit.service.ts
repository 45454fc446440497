import { Readable } from 'node:stream';
import type { AuditEntry, AuditExportQuery, AuditFilter, AuditListQuery } from '@foyer/contracts/audit.ts';
import type { Page } from '@foyer/contracts/lists.ts';
import { Id, Moment } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { exportTooLarge } from './audit.errors.ts';
import { type AuditCriteria, type AuditEntryRow, hasMoreThan, listAuditEntries } from './audit.repository.ts';
import { exportLines } from './audit-export.ts';

/** The audit log for those who may read it. */
export interface AuditLog {
  /** The newest first. */
  list(scope: TenantScope, query: AuditListQuery): Promise<Page<AuditEntry>>;
  /** The newest first, as text that is made while it is read. @throws {AppError} AUDIT_EXPORT_TOO_LARGE */
  export(scope: TenantScope, query: AuditExportQuery): Promise<Readable>;
}

const Cursor = z.tuple([Moment, Id]);
/** Of one export; more is asked for in pieces by time. */
const MOST_EXPORTED = 100_000;
const EXPORT_PAGE = 1_000;

export function createAuditLog({ unitOfWork, mostExported = MOST_EXPORTED }: { unitOfWork: UnitOfWork; mostExported?: number }): AuditLog {
  return {
    list: (scope, { limit, cursor, ...filter }) =>
      unitOfWork.read(scope, async (tx) => {
        const [createdAt, id] = decodeCursor(cursor, Cursor) ?? [];
        const before = createdAt === undefined || id === undefined ? undefined : { createdAt: new Date(createdAt), id };
        const rows = await listAuditEntries(tx, criteriaOf(filter), { limit: limit + 1, before });
        return page(rows.map(toAuditEntry), limit, (entry) => [entry.createdAt, entry.id]);
      }),

    export: async (scope, { format, ...filter }) => {
      const criteria = criteriaOf(filter);
      // In this transaction it is written down that the log leaves the house, before the first line does.
      await unitOfWork.read(scope, async (tx) => {
        if (await hasMoreThan(tx, criteria, mostExported)) throw exportTooLarge(mostExported);
      });
      return Readable.from(exportLines(format, entriesOf(scope, criteria)));
    },
  };

  async function* entriesOf(scope: TenantScope, criteria: AuditCriteria): AsyncGenerator<AuditEntry[]> {
    let before: AuditEntryRow | undefined;
    for (;;) {
      const rows = await unitOfWork.read(scope, (tx) => listAuditEntries(tx, criteria, { limit: EXPORT_PAGE, before }));
      if (rows.length > 0) yield rows.map(toAuditEntry);
      if (rows.length < EXPORT_PAGE) return;
      before = rows.at(-1);
    }
  }
}

const criteriaOf = ({ from, to, ...filter }: AuditFilter): AuditCriteria => ({
  ...filter,
  from: from === undefined ? undefined : new Date(from),
  to: to === undefined ? undefined : new Date(to),
});

export const toAuditEntry = (row: AuditEntryRow): AuditEntry => ({
  id: row.id,
  createdAt: row.createdAt.toISOString(),
  actor: { kind: row.actorKind, id: row.actorId },
  action: row.action,
  subject: { kind: row.subjectKind, id: row.subjectId },
  subjectIds: row.subjectIds,
  outcome: row.outcome,
  source: { channel: row.channel, ip: row.ip, userAgent: row.userAgent, requestId: row.requestId },
  facts: row.facts,
  chainSeq: row.chainSeq,
  hash: row.hash,
});
