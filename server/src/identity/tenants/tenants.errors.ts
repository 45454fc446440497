import { conflict, notFound } from '#platform/errors.ts';

export const tenantSlugTaken = (slug: string) => conflict('TENANT_SLUG_TAKEN', `Another tenant already uses the slug “${slug}”.`);
/** Also what somebody is told who is no member of it. */
export const tenantNotFound = () => notFound('TENANT_NOT_FOUND', 'There is no such tenant.');
