import { AuditEntry, AuditExportQuery, AuditListQuery } from '@foyer/contracts/audit.ts';
import { pageOf } from '@foyer/contracts/lists.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import { member, platformAdmin } from '#platform/http/access.ts';
import { answered, raw } from '#platform/http/answers.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { AuditLog } from './audit.service.ts';

const tags = ['Audit log'];
const EXPORT = { 200: raw('text/csv', 'The entries, a line each; `application/x-ndjson` for `format=jsonl`') };
const problems = ['AUDIT_EXPORT_TOO_LARGE'];

/** The audit log. Reading it is an entry of it. @param installationLog the right to read what belongs to no tenant */
export function auditRoutes(auditLog: AuditLog, installationLog: (personId: string) => TenantScope): RouteModule {
  const exported = async (scope: TenantScope, query: AuditExportQuery) =>
    answered(200, await auditLog.export(scope, query), {
      'content-type': query.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="audit.${query.format}"`,
    });

  return (routes) => {
    routes.get('/audit', {
      summary: 'List what was done, the latest first',
      description: 'Filtering by `subjectId` finds everything that was about it, touched it or showed it.',
      tags,
      access: member('admin'),
      audits: 'audit.read',
      query: AuditListQuery,
      answers: { 200: pageOf(AuditEntry) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => auditLog.list(scope, query),
    });

    routes.get('/audit/export', {
      summary: 'Export what was done',
      tags,
      access: member('admin'),
      audits: 'audit.exported',
      query: AuditExportQuery,
      answers: EXPORT,
      problems,
      handle: ({ scope, query }) => exported(scope, query),
    });

    routes.get('/audit/installation', {
      summary: 'List what belongs to no tenant: sign-ins, and what is done with the installation',
      tags,
      access: platformAdmin(),
      audits: 'audit.read',
      query: AuditListQuery,
      answers: { 200: pageOf(AuditEntry) },
      problems: ['INVALID_CURSOR'],
      handle: ({ person, query }) => auditLog.list(installationLog(person.personId), query),
    });

    routes.get('/audit/installation/export', {
      summary: 'Export what belongs to no tenant',
      tags,
      access: platformAdmin(),
      audits: 'audit.exported',
      query: AuditExportQuery,
      answers: EXPORT,
      problems,
      handle: ({ person, query }) => exported(installationLog(person.personId), query),
    });
  };
}
