import { pageOf } from '@foyer/contracts/lists.ts';
import {
  IdentityProvider,
  IdentityProviderListQuery,
  IdentityProviderPatch,
  NewIdentityProvider,
} from '@foyer/contracts/single-sign-on.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { type CallRequest, member } from '#platform/http/access.ts';
import { answered, created, noContent } from '#platform/http/answers.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import { type IdentityProviders, type KeptProvider, providerEtag } from './identity-providers.service.ts';
import type { SignOnAddress } from './sign-on-address.ts';

const tags = ['Tenants'];
const ofTenant = z.strictObject({ tenantId: Id });
const one = z.strictObject({ tenantId: Id, providerId: Id });

/** Whoever may name a provider decides who its members are, owners among them: so only owners may. */
export function identityProviderRoutes(providers: IdentityProviders, { redirectUri }: SignOnAddress): RouteModule {
  const shown = (provider: KeptProvider, request: CallRequest): IdentityProvider => ({ ...provider, redirectUri: redirectUri(request) });

  return (routes) => {
    routes.post('/tenants/:tenantId/identity-providers', {
      summary: 'Let people sign in through an OpenID Connect provider',
      description: 'Register its `redirectUri` at the provider. The client secret is kept sealed and never shown.',
      tags,
      audits: 'identity-provider.created',
      access: member('owner', undefined, { personalData: true }),
      params: ofTenant,
      body: NewIdentityProvider,
      answers: { 201: IdentityProvider },
      problems: ['TENANT_NOT_FOUND'],
      handle: async ({ scope, body, request }) => {
        const provider = shown(await providers.add(scope, body), request);
        return created(provider, { etag: providerEtag(provider) });
      },
    });

    routes.get('/tenants/:tenantId/identity-providers', {
      summary: 'List the identity providers of a tenant',
      tags,
      audits: 'identity-provider.read',
      access: member('admin'),
      params: ofTenant,
      query: IdentityProviderListQuery,
      answers: { 200: pageOf(IdentityProvider) },
      problems: ['TENANT_NOT_FOUND', 'INVALID_CURSOR'],
      handle: async ({ scope, query, request }) => {
        const { items, nextCursor } = await providers.list(scope, query);
        return { items: items.map((provider) => shown(provider, request)), nextCursor };
      },
    });

    routes.patch('/tenants/:tenantId/identity-providers/:providerId', {
      summary: 'Change an identity provider; where it is trusted less than before, those who came through it are signed out',
      tags,
      audits: 'identity-provider.updated',
      access: member('owner', undefined, { personalData: true }),
      params: one,
      body: IdentityProviderPatch,
      answers: { 200: IdentityProvider },
      problems: ['TENANT_NOT_FOUND', 'IDENTITY_PROVIDER_NOT_FOUND', 'SSO_IN_USE', 'PRECONDITION_FAILED'],
      handle: async ({ scope, params, body, request }) => {
        const provider = shown(await providers.update(scope, params.providerId, body, request.header('if-match')), request);
        return answered(200, provider, { etag: providerEtag(provider) });
      },
    });

    routes.delete('/tenants/:tenantId/identity-providers/:providerId', {
      summary: 'Remove an identity provider; those who came through one of this tenant are signed out',
      tags,
      audits: 'identity-provider.deleted',
      access: member('owner'),
      params: one,
      answers: { 204: null },
      problems: ['TENANT_NOT_FOUND', 'IDENTITY_PROVIDER_NOT_FOUND', 'SSO_IN_USE'],
      handle: async ({ scope, params }) => {
        await providers.remove(scope, params.providerId);
        return noContent();
      },
    });
  };
}
