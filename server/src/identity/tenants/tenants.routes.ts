import { pageOf } from '@foyer/contracts/lists.ts';
import { NewTenant, Tenant, TenantListQuery, TenantPatch, TenantWithApps } from '@foyer/contracts/tenants.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member, person } from '#platform/http/access.ts';
import { answered, created } from '#platform/http/answers.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import { type Tenants, tenantEtag } from './tenants.service.ts';

const tags = ['Tenants'];
/** The path names the tenant, so the caller's right is checked against that one. */
const params = z.strictObject({ tenantId: Id });

export function tenantRoutes(tenants: Tenants): RouteModule {
  return (routes) => {
    routes.post('/tenants', {
      summary: 'Create a tenant, as platform admin, or your own where people may register',
      description: 'A tenant of your own is set up first: no visitor is let in before `POST /tenants/:tenantId/complete-onboarding`.',
      tags,
      access: person(),
      body: NewTenant,
      answers: { 201: Tenant },
      problems: ['PLATFORM_ADMIN_REQUIRED', 'TOO_MANY_TENANTS', 'TENANT_SLUG_TAKEN'],
      handle: async ({ person, body }) => {
        const tenant = await tenants.create(person, body);
        return created(tenant, { etag: tenantEtag(tenant) });
      },
    });

    routes.get('/tenants', {
      summary: 'List your tenants; as platform admin, all of them',
      tags,
      access: person(),
      query: TenantListQuery,
      answers: { 200: pageOf(Tenant) },
      problems: ['INVALID_CURSOR'],
      handle: ({ person, query }) => tenants.list(person, query),
    });

    routes.get('/tenants/:tenantId', {
      summary: 'Read a tenant and its apps, with how many sessions each has had',
      tags,
      access: member('viewer', 'tenants:read'),
      audits: 'tenant.read',
      params,
      answers: { 200: TenantWithApps },
      problems: ['TENANT_NOT_FOUND'],
      handle: async ({ scope }) => {
        const tenant = await tenants.get(scope);
        return answered(200, tenant, { etag: tenantEtag(tenant) });
      },
    });

    routes.patch('/tenants/:tenantId', {
      summary: 'Change a tenant',
      tags,
      access: member('admin'),
      audits: 'tenant.updated',
      params,
      body: TenantPatch,
      answers: { 200: Tenant },
      problems: ['TENANT_NOT_FOUND', 'TENANT_SLUG_TAKEN', 'SSO_NOT_SET_UP', 'PRECONDITION_FAILED'],
      handle: async ({ scope, body, request }) => {
        const tenant = await tenants.update(scope, body, request.header('if-match'));
        return answered(200, tenant, { etag: tenantEtag(tenant) });
      },
    });

    routes.post('/tenants/:tenantId/complete-onboarding', {
      summary: 'Finish setting up a workspace; from now on visitors are let in',
      tags,
      access: member('admin'),
      audits: 'tenant.onboarded',
      params,
      answers: { 200: Tenant },
      problems: ['TENANT_NOT_FOUND', 'ONBOARDING_INCOMPLETE'],
      handle: async ({ scope }) => {
        const tenant = await tenants.completeOnboarding(scope);
        return answered(200, tenant, { etag: tenantEtag(tenant) });
      },
    });
  };
}
