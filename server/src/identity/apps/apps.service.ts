import { randomBytes } from 'node:crypto';
import type { App, AppListQuery, AppPatch, CreatedApp, NewApp } from '@foyer/contracts/apps.ts';
import type { Page } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import { brokenUniqueConstraint } from '#platform/db/database-errors.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { PersonPrincipal } from '#platform/http/access.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { newId } from '#platform/ids.ts';
import { replaceAppKey } from '../api-keys/api-keys.service.ts';
import type { TenantAccess } from '../sessions/tenant-access.ts';
import { appNotFound, appSlugTaken, projectIdTaken } from './apps.errors.ts';
import * as repository from './apps.repository.ts';
import { APP_SLUG_UNIQUE, PROJECT_ID_UNIQUE } from './apps.tables.ts';
import { newIdentitySecret, openIdentitySecret } from './identity-secret.ts';

export interface Apps {
  /** @throws {AppError} TENANT_NOT_FOUND, ROLE_REQUIRED, APP_SLUG_TAKEN, PROJECT_ID_TAKEN */
  create(person: PersonPrincipal, draft: NewApp): Promise<CreatedApp>;
  /** The same, for whoever already has the right to act in the tenant. @throws {AppError} APP_SLUG_TAKEN, PROJECT_ID_TAKEN */
  createIn(scope: TenantScope, draft: Omit<NewApp, 'tenantId'>): Promise<CreatedApp>;
  list(scope: TenantScope, query: AppListQuery): Promise<Page<App>>;
  /** @throws {AppError} APP_NOT_FOUND */
  get(scope: TenantScope, appId: string): Promise<App>;
  /** @throws {AppError} APP_NOT_FOUND, APP_SLUG_TAKEN, PROJECT_ID_TAKEN, PRECONDITION_FAILED */
  update(scope: TenantScope, appId: string, patch: AppPatch, ifMatch: string | undefined): Promise<App>;
  /** The old key stops working at once. @throws {AppError} APP_NOT_FOUND */
  rotateKey(scope: TenantScope, appId: string): Promise<string>;
  /** @throws {AppError} APP_NOT_FOUND */
  rotateIdentitySecret(scope: TenantScope, appId: string): Promise<string>;
  /** The secret with which the tenant's site signs `userToken`. @throws {AppError} APP_NOT_FOUND */
  identitySecret(scope: TenantScope, appId: string): Promise<string>;
  /** For a widget that knows only its project id: whose app it is, and where it may open. */
  findByProjectId(projectId: string): Promise<repository.PublicAppRow | undefined>;
}

export interface AppDependencies {
  unitOfWork: UnitOfWork;
  secretBox: SecretBox;
  tenantAccess: TenantAccess;
  /** Given from above: every app has an agent from the day it is made. @returns the agent's id */
  createDefaultAgent(tx: TenantTransaction, app: { id: string; name: string }): Promise<string>;
}

export function createApps({ unitOfWork, secretBox, tenantAccess, createDefaultAgent }: AppDependencies): Apps {
  const locked = async (tx: TenantTransaction, appId: string) => {
    const found = await repository.lockApp(tx, appId);
    if (!found) throw appNotFound();
    return found;
  };

  const apps: Apps = {
    create: async (person, { tenantId, ...draft }) =>
      apps.createIn(await tenantAccess.enter(person, tenantId, 'admin', { personalData: true }), draft),

    createIn: async (scope, { projectId = `prj_${randomBytes(12).toString('hex')}`, ...draft }) => {
      const id = newId();
      const secret = newIdentitySecret(secretBox, { tenantId: scope.tenantId, appId: id });
      return refuseTaken({ slug: draft.slug, projectId }, () =>
        unitOfWork.write(scope, async (tx) => {
          await repository.insertApp(tx, { ...draft, id, projectId, sealedIdentitySecret: secret.sealed });
          const app = { id, name: draft.name };
          const created = await repository.updateApp(tx, id, { defaultAgentId: await createDefaultAgent(tx, app) });
          if (!created) throw appNotFound();
          const apiKey = await replaceAppKey(tx, app);
          tx.emit({ type: 'app.created', subject: { appId: id } });
          return { ...toApp(created), apiKey, identitySecret: secret.plain };
        }),
      );
    },

    list: (scope, { limit, cursor, ...filter }) =>
      unitOfWork.read(scope, async (tx) => {
        const rows = await repository.listApps(tx, { ...filter, after: decodeCursor(cursor, Id), limit: limit + 1 });
        return page(rows.map(toApp), limit, ({ id }) => id);
      }),

    get: (scope, appId) =>
      unitOfWork.read(scope, async (tx) => {
        const found = await repository.findApp(tx, appId);
        if (!found) throw appNotFound();
        return toApp(found);
      }),

    update: (scope, appId, patch, ifMatch) =>
      refuseTaken(patch, () =>
        unitOfWork.write(scope, async (tx) => {
          const found = await locked(tx, appId);
          requireMatch(ifMatch, etagOf(toApp(found)));
          const updated = (await repository.updateApp(tx, appId, patch)) ?? found;
          tx.emit({ type: 'app.updated', subject: { appId } });
          return toApp(updated);
        }),
      ),

    rotateKey: (scope, appId) =>
      unitOfWork.write(scope, async (tx) => {
        const key = await replaceAppKey(tx, await locked(tx, appId));
        tx.emit({ type: 'app.key-rotated', subject: { appId } });
        return key;
      }),

    rotateIdentitySecret: (scope, appId) =>
      unitOfWork.write(scope, async (tx) => {
        await locked(tx, appId);
        const { plain, sealed } = newIdentitySecret(secretBox, { tenantId: scope.tenantId, appId });
        await repository.updateApp(tx, appId, { sealedIdentitySecret: sealed });
        tx.emit({ type: 'app.identity-secret-rotated', subject: { appId } });
        return plain;
      }),

    identitySecret: (scope, appId) =>
      unitOfWork.read(scope, async (tx) => {
        const found = await repository.findApp(tx, appId);
        if (!found) throw appNotFound();
        return openIdentitySecret(secretBox, found.sealedIdentitySecret, { tenantId: scope.tenantId, appId });
      }),

    findByProjectId: (projectId) => unitOfWork.system((tx) => repository.findAppByProjectId(tx, projectId)),
  };
  return apps;
}

/** Unique names are left to the database to decide: of two requests at once, one gets them. */
async function refuseTaken<T>(
  { slug = '', projectId = '' }: { slug?: string | undefined; projectId?: string | undefined },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const broken = brokenUniqueConstraint(error);
    if (broken === APP_SLUG_UNIQUE) throw appSlugTaken(slug);
    if (broken === PROJECT_ID_UNIQUE) throw projectIdTaken(projectId);
    throw error;
  }
}

export function toApp({ sealedIdentitySecret: _, createdAt, updatedAt, ...app }: repository.AppRow): App {
  return { ...app, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
