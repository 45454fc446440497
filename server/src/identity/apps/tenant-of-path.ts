import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { isId } from '#platform/ids.ts';
import { invalidTenantId } from '../sessions/access.errors.ts';
import type { NamedTenant } from '../sessions/tenant-access.ts';
import { tenantNotFound } from '../tenants/tenants.errors.ts';
import { appNotFound } from './apps.errors.ts';
import { findTenantOfApp } from './apps.repository.ts';

/**
 * The tenant that a path names by `:tenantId` or, through an app, by `:appId`: whoever is a member of several need not name it again.
 * @throws {AppError} APP_NOT_FOUND; VALIDATION_FAILED for what is no id
 */
export async function tenantOfPath(tx: SystemTransaction, pathParams: Readonly<Record<string, string>>): Promise<NamedTenant | undefined> {
  const { tenantId, appId } = pathParams;
  for (const [name, value] of Object.entries({ tenantId, appId })) {
    if (value !== undefined && !isId(value)) throw invalidTenantId(`params.${name}`);
  }
  if (tenantId !== undefined) return { tenantId: tenantId.toLowerCase(), notFound: tenantNotFound };
  if (appId === undefined) return undefined;
  const found = await findTenantOfApp(tx, appId);
  if (found === undefined) throw appNotFound();
  return { tenantId: found, notFound: appNotFound };
}
