import { BreakGlass, BreakGlassGrant } from '@foyer/contracts/break-glass.ts';
import { ListQuery, pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member, platformAdmin } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import { created, noContent } from '#platform/http/answers.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { BreakGlassAccess } from './break-glass.service.ts';

const tags = ['Tenants'];
const ofTenant = z.strictObject({ tenantId: Id });

export function breakGlassRoutes(breakGlass: BreakGlassAccess): RouteModule {
  return (routes) => {
    routes.post('/tenants/:tenantId/break-glass', {
      summary: 'As platform admin, open the personal data of a tenant that is not yours, with a reason; its owners are told',
      tags,
      audits: nothing('The access writes itself down, in the log of the tenant.'),
      access: platformAdmin(),
      params: ofTenant,
      body: BreakGlass,
      answers: { 201: BreakGlassGrant },
      problems: ['TENANT_NOT_FOUND'],
      handle: async ({ person, params, body }) => created(await breakGlass.open(person, params.tenantId, body)),
    });

    routes.get('/tenants/:tenantId/break-glass', {
      summary: 'List when platform admins have opened the personal data of a tenant, and why, the newest first',
      tags,
      audits: 'break-glass.read',
      access: member('admin'),
      params: ofTenant,
      query: ListQuery,
      answers: { 200: pageOf(BreakGlassGrant) },
      problems: ['TENANT_NOT_FOUND', 'INVALID_CURSOR'],
      handle: ({ scope, query }) => breakGlass.list(scope, query),
    });

    routes.delete('/tenants/:tenantId/break-glass/:breakGlassId', {
      summary: 'End such an access before its time, as owner or as platform admin',
      tags,
      audits: 'break-glass.ended',
      access: member('owner'),
      params: z.strictObject({ tenantId: Id, breakGlassId: Id }),
      answers: { 204: null },
      problems: ['TENANT_NOT_FOUND', 'BREAK_GLASS_GRANT_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        await breakGlass.end(scope, params.breakGlassId);
        return noContent();
      },
    });
  };
}
