import { isDeepStrictEqual } from 'node:util';
import { type AppConfig, NewAppConfig } from '@foyer/contracts/configs.ts';
import { NewEscalationPolicy } from '@foyer/contracts/escalation-policies.ts';
import type { KnowledgeDocumentUpdate } from '@foyer/contracts/knowledge.ts';
import { NewTenant } from '@foyer/contracts/tenants.ts';
import { insertMembership } from '#identity/members/memberships.repository.ts';
import { findTenantIdBySlug, insertTenant } from '#identity/tenants/tenants.repository.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { Foundation } from '../foundation.ts';
import type { Services } from '../services.ts';
import { readDemoDocuments } from './demo-documents.ts';
import { demoProfile } from './demo-profile.ts';
import { DEMO_THEME } from './demo-theme.ts';

export const DEMO_PROJECT_ID = 'demo';
const DEMO_SLUG = 'demo';

const TENANT = NewTenant.parse({
  name: 'Harbour Heart Clinic',
  slug: DEMO_SLUG,
  timezone: 'America/New_York',
  locale: 'en',
  country: 'US',
});
const CONFIG = NewAppConfig.parse({ features: { chat: true, extraction: true, attachments: true }, uiTheme: DEMO_THEME });
/** What earlier versions of this product began with. */
const EARLIER = { features: { chat: true }, uiTheme: { title: 'Harbour Heart Clinic', primaryColor: '#0f5c63' } };
const isOfAnEarlierVersion = ({ features, uiTheme }: AppConfig) => isDeepStrictEqual({ features, uiTheme }, EARLIER);
/** Mails the owner, at once and then twice more; visitors who go on writing are told that somebody knows. */
const POLICY = NewEscalationPolicy.parse({
  name: 'Front desk',
  isDefault: true,
  steps: [{ notify: [{ kind: 'role', role: 'owner' }], repeat: { everyMinutes: 15, times: 2 } }],
});

export interface DemoOptions {
  /** The installation's first person when this start has made them: somebody who gets the tenant's mail. */
  owner: string | undefined;
  /** What the clinic knows, instead of its own documents. */
  documents?: readonly KnowledgeDocumentUpdate[] | undefined;
}

/**
 * A tenant to try things with. Each part of it that is missing is made; what is there stays as somebody may have changed it. Nodes may
 * start at the same moment. Whoever removes it and wants it to stay away sets FOYER_DEMO=off.
 */
export async function ensureDemo(
  foundation: Foundation,
  services: Services,
  { owner, documents }: DemoOptions,
): Promise<{ projectId: string }> {
  const { apps, appConfigs, escalationPolicies, knowledgeDocuments } = services;
  const app = (await apps.findByProjectId(DEMO_PROJECT_ID)) ?? (await makeApp(foundation, services));
  const scope = grantTenantScope(app.tenantId, { kind: 'system' });
  // An earlier start may have ended before it came to this.
  const { items } = await appConfigs.list(scope, app.id, { limit: 2 });
  if (items.length === 0) {
    const { items: policies } = await escalationPolicies.list(scope, { limit: 1 });
    if (policies.every(({ id }) => id === null)) await escalationPolicies.add(scope, POLICY);
  }
  if (items.length === 0 || (items.length === 1 && items.every(isOfAnEarlierVersion))) await appConfigs.create(scope, app.id, CONFIG);
  await knowledgeDocuments.addMissing(scope, documents ?? (await readDemoDocuments()));
  if (owner !== undefined) {
    await foundation.unitOfWork.system((tx) => insertMembership(tx, { tenantId: app.tenantId, personId: owner, role: 'owner' }));
  }
  return { projectId: DEMO_PROJECT_ID };
}

async function makeApp({ unitOfWork, clock }: Foundation, { apps }: Services): Promise<{ tenantId: string; id: string }> {
  const tenantId = await unitOfWork.system(
    async (tx) =>
      (await findTenantIdBySlug(tx, DEMO_SLUG)) ??
      (await insertTenant(tx, { ...TENANT, profile: demoProfile(clock.now()) }))?.id ??
      (await findTenantIdBySlug(tx, DEMO_SLUG)),
  );
  if (tenantId === undefined) throw new Error('The demo tenant could not be made.');
  const scope = grantTenantScope(tenantId, { kind: 'system' });
  const draft = { name: TENANT.name, slug: DEMO_SLUG, projectId: DEMO_PROJECT_ID, isActive: true, allowedOrigins: [] };
  try {
    return await apps.createIn(scope, draft);
  } catch (error) {
    // Another node was faster.
    const made = await apps.findByProjectId(DEMO_PROJECT_ID);
    if (!made) throw error;
    return made;
  }
}
