import type { AppListQuery } from '@foyer/contracts/apps.ts';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { contains, createdBetween } from '#platform/db/filters.ts';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { apps } from './apps.tables.ts';

export type AppRow = typeof apps.$inferSelect;
export type NewAppRow = Omit<AppRow, 'createdAt' | 'updatedAt' | 'tenantId' | 'defaultAgentId'>;
export type AppChanges = { [Key in 'name' | 'slug' | 'projectId' | 'isActive' | 'allowedOrigins']?: AppRow[Key] | undefined } & {
  sealedIdentitySecret?: string;
  defaultAgentId?: string;
};

const ofTenant = (tx: TenantTransaction) => eq(apps.tenantId, tx.scope.tenantId);

/** Breaks `APP_SLUG_UNIQUE` or `PROJECT_ID_UNIQUE` when one is taken. */
export async function insertApp(tx: TenantTransaction, draft: NewAppRow): Promise<void> {
  await tx.insert(apps).values({ ...draft, tenantId: tx.scope.tenantId });
}

/** A patch without a change touches the row all the same. Breaks the same constraints. */
export async function updateApp(tx: TenantTransaction, appId: string, changes: AppChanges): Promise<AppRow | undefined> {
  const [row] = await tx
    .update(apps)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(and(ofTenant(tx), eq(apps.id, appId)))
    .returning();
  return row;
}

export async function findApp(tx: TenantTransaction, appId: string): Promise<AppRow | undefined> {
  const [row] = await tx
    .select()
    .from(apps)
    .where(and(ofTenant(tx), eq(apps.id, appId)));
  return row;
}

/** The same, and others who change the app or what belongs to it wait until the transaction ends. */
export async function lockApp(tx: TenantTransaction, appId: string): Promise<AppRow | undefined> {
  const [row] = await tx
    .select()
    .from(apps)
    .where(and(ofTenant(tx), eq(apps.id, appId)))
    .for('no key update');
  return row;
}

type Wanted = Partial<Omit<AppListQuery, 'cursor'>> & { after?: string | undefined };

export function listApps(tx: TenantTransaction, { after, limit, q, isActive, ...created }: Wanted = {}): Promise<AppRow[]> {
  const query = tx
    .select()
    .from(apps)
    .where(
      and(
        ofTenant(tx),
        after === undefined ? undefined : gt(apps.id, after),
        contains(q, apps.name, apps.slug, apps.projectId),
        isActive === undefined ? undefined : eq(apps.isActive, isActive),
        createdBetween(apps.createdAt, created),
      ),
    )
    .orderBy(asc(apps.id));
  return limit === undefined ? query : query.limit(limit);
}

/** Before the tenant is known: whose app it is. */
export async function findTenantOfApp(tx: SystemTransaction, appId: string): Promise<string | undefined> {
  const [row] = await tx.select({ tenantId: apps.tenantId }).from(apps).where(eq(apps.id, appId));
  return row?.tenantId;
}

export type PublicAppRow = Pick<AppRow, 'id' | 'tenantId' | 'projectId' | 'isActive' | 'allowedOrigins'>;

/** Before the tenant is known: what decides whether a widget may open here. */
export async function findAppByProjectId(tx: SystemTransaction, projectId: string): Promise<PublicAppRow | undefined> {
  const { id, tenantId, isActive, allowedOrigins } = apps;
  const [row] = await tx
    .select({ id, tenantId, projectId: apps.projectId, isActive, allowedOrigins })
    .from(apps)
    .where(eq(apps.projectId, projectId));
  return row;
}
