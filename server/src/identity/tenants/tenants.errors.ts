import { conflict, forbidden, notFound, unprocessable } from '#platform/errors.ts';

export const tenantSlugTaken = (slug: string) => conflict('TENANT_SLUG_TAKEN', `Another tenant already uses the slug “${slug}”.`);
/** Also what somebody is told who is no member of it. */
export const tenantNotFound = () => notFound('TENANT_NOT_FOUND', 'There is no such tenant.');
/** Where nobody registers by themselves, tenants are made by the administrators of the installation. */
export const tenantCreationClosed = () => forbidden('PLATFORM_ADMIN_REQUIRED', 'Only an administrator of this installation may do this.');
export const tooManyTenants = () =>
  conflict('TOO_MANY_TENANTS', 'You have as many tenants as one person may make. Ask an administrator of this installation.');
export const ssoNotSetUp = () =>
  unprocessable('SSO_NOT_SET_UP', 'Add an active identity provider first: otherwise no member could sign in.');
export const onboardingIncomplete = (missing: readonly string[]) =>
  unprocessable('ONBOARDING_INCOMPLETE', `Before visitors are let in, the workspace needs: ${missing.join('; ')}.`);
