import { badRequest, forbidden } from '#platform/errors.ts';
import type { Role } from '#platform/http/access.ts';

export const tenantRequired = () =>
  badRequest('TENANT_REQUIRED', 'You may act in several tenants: name one by the header X-Tenant-Id.', [
    { path: 'X-Tenant-Id', message: 'Must be the id of a tenant' },
  ]);
export const invalidTenantId = (path: string) =>
  badRequest('VALIDATION_FAILED', 'The tenant is not valid.', [{ path, message: 'Must be an id (a UUID)' }]);
export const ambiguousCredentials = () =>
  badRequest('AMBIGUOUS_CREDENTIALS', 'Send either an access token (Authorization) or an API key (X-API-Key), not both.');

export const noTenant = () => forbidden('NO_TENANT', 'You are not a member of any tenant.');
export const roleRequired = (role: Role) => forbidden('ROLE_REQUIRED', `This needs the role “${role}” or more.`);
export const platformAdminRequired = () => forbidden('PLATFORM_ADMIN_REQUIRED', 'Only an administrator of this installation may do this.');
export const scopeRequired = (scope: string) => forbidden('SCOPE_REQUIRED', `This API key does not have the scope “${scope}”.`);
export const apiKeyNotAllowed = () => forbidden('API_KEY_NOT_ALLOWED', 'This is for people only: sign in, and send an access token.');
