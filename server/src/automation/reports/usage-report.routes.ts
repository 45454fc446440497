import { UsageReport, UsageReportQuery } from '@foyer/contracts/reports.ts';
import { member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { UsageReports } from './usage-report.ts';

export function usageReportRoutes(reports: UsageReports): RouteModule {
  return (routes) => {
    routes.get('/reports/usage', {
      summary: 'What answers of language models took, per day and model',
      tags: ['Reports'],
      access: member('admin', 'reports:read'),
      audits: nothing('Sums, which tell nothing of anybody.'),
      query: UsageReportQuery,
      answers: { 200: UsageReport },
      handle: ({ scope, query }) => reports.usage(scope, query),
    });
  };
}
