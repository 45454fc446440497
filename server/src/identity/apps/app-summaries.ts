import type { TenantApp } from '@foyer/contracts/tenants.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { listApps } from './apps.repository.ts';
import { hasConfiguredApp } from './configs.repository.ts';

/** How many sessions each app has had; an app that is missing has had none. Sessions lie above this layer. */
export type SessionCounts = (tx: TenantTransaction, appIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** A tenant's apps as the tenant itself shows them. */
export const appSummaries =
  (sessionCounts: SessionCounts) =>
  async (tx: TenantTransaction): Promise<TenantApp[]> => {
    const rows = await listApps(tx);
    const counts = await sessionCounts(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, name, slug, projectId, isActive }) => ({
      id,
      name,
      slug,
      projectId,
      isActive,
      sessionCount: counts.get(id) ?? 0,
    }));
  };

/** What a workspace needs before visitors can be let in, and does not have yet. */
export const missingSetUp = async (tx: TenantTransaction): Promise<string[]> =>
  (await hasConfiguredApp(tx)) ? [] : ['an app with an active configuration'];
