import { NewAppConfig } from '@foyer/contracts/configs.ts';
import { NewTenant } from '@foyer/contracts/tenants.ts';
import { findTenantIdBySlug, insertTenant } from '#identity/tenants/tenants.repository.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { Foundation } from '../foundation.ts';
import type { Services } from '../services.ts';

export const DEMO_PROJECT_ID = 'demo';
const DEMO_SLUG = 'demo';

const TENANT = NewTenant.parse({
  name: 'Harbour Heart Clinic',
  slug: DEMO_SLUG,
  timezone: 'America/New_York',
  locale: 'en',
  country: 'US',
});
const CONFIG = NewAppConfig.parse({
  features: { chat: true },
  uiTheme: { title: 'Harbour Heart Clinic', primaryColor: '#0f5c63' },
});

/** A tenant to try things with, made when it is missing. Whoever removes it and wants it to stay away sets FOYER_DEMO=off. */
export async function ensureDemo({ unitOfWork }: Foundation, { apps, appConfigs }: Services): Promise<{ projectId: string }> {
  const known = await apps.findByProjectId(DEMO_PROJECT_ID);
  if (known) return { projectId: DEMO_PROJECT_ID };
  const tenantId = await unitOfWork.system(
    async (tx) =>
      (await findTenantIdBySlug(tx, DEMO_SLUG)) ?? (await insertTenant(tx, TENANT))?.id ?? (await findTenantIdBySlug(tx, DEMO_SLUG)),
  );
  if (tenantId === undefined) throw new Error('The demo tenant could not be made.');
  const scope = grantTenantScope(tenantId, { kind: 'system' });
  const app = await apps.createIn(scope, {
    name: TENANT.name,
    slug: DEMO_SLUG,
    projectId: DEMO_PROJECT_ID,
    isActive: true,
    allowedOrigins: [],
  });
  await appConfigs.create(scope, app.id, CONFIG);
  return { projectId: DEMO_PROJECT_ID };
}
