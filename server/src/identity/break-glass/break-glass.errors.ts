import { forbidden, notFound } from '#platform/errors.ts';

export const breakGlassRequired = () =>
  forbidden(
    'BREAK_GLASS_REQUIRED',
    'This is personal data of a tenant that you are no member of. Say why you need it: POST /tenants/:tenantId/break-glass.',
  );
export const breakGlassGrantNotFound = () => notFound('BREAK_GLASS_GRANT_NOT_FOUND', 'There is no such access, or it is over.');
