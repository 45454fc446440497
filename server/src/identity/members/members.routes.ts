import { pageOf } from '@foyer/contracts/lists.ts';
import { Member, MemberListQuery } from '@foyer/contracts/tenants.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Members } from './members.service.ts';

export function memberRoutes(members: Members): RouteModule {
  return (routes) => {
    routes.get('/tenants/:tenantId/members', {
      summary: 'List the people of a tenant and their roles',
      tags: ['Tenants'],
      access: member('viewer'),
      params: z.strictObject({ tenantId: Id }),
      query: MemberListQuery,
      answers: { 200: pageOf(Member) },
      problems: ['TENANT_NOT_FOUND', 'INVALID_CURSOR'],
      handle: ({ scope, query }) => members.list(scope, query),
    });
  };
}
