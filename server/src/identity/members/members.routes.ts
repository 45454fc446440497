import { pageOf } from '@foyer/contracts/lists.ts';
import { Member, MemberListQuery, MemberPatch } from '@foyer/contracts/tenants.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { answered, noContent } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Members } from './members.service.ts';

const oneParams = z.strictObject({ tenantId: Id, memberId: Id });

export function memberRoutes(members: Members): RouteModule {
  return (routes) => {
    routes.get('/tenants/:tenantId/members', {
      summary: 'List the people of a tenant and their roles',
      tags: ['Tenants'],
      access: member('viewer'),
      audits: 'member.read',
      params: z.strictObject({ tenantId: Id }),
      query: MemberListQuery,
      answers: { 200: pageOf(Member) },
      problems: ['TENANT_NOT_FOUND', 'INVALID_CURSOR'],
      handle: ({ scope, query }) => members.list(scope, query),
    });

    routes.patch('/tenants/:tenantId/members/:memberId', {
      summary: 'Give a member another role',
      tags: ['Tenants'],
      access: member('admin'),
      audits: 'member.role-changed',
      params: oneParams,
      body: MemberPatch,
      answers: { 200: Member },
      problems: ['TENANT_NOT_FOUND', 'MEMBER_NOT_FOUND', 'OWNER_REQUIRED', 'LAST_OWNER'],
      handle: async ({ scope, actor, params, body }) => {
        const changed = await members.changeRole(scope, actor, params.memberId, body.role);
        return answered(200, changed, { etag: etagOf(changed) });
      },
    });

    routes.delete('/tenants/:tenantId/members/:memberId', {
      summary: 'Remove a member; their access ends at once',
      tags: ['Tenants'],
      access: member('admin'),
      audits: 'member.removed',
      params: oneParams,
      answers: { 204: null },
      problems: ['TENANT_NOT_FOUND', 'MEMBER_NOT_FOUND', 'OWNER_REQUIRED', 'LAST_OWNER'],
      handle: async ({ scope, actor, params }) => {
        await members.remove(scope, actor, params.memberId);
        return noContent();
      },
    });
  };
}
