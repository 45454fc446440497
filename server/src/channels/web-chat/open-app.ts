import type { Apps } from '#identity/apps/apps.service.ts';
import type { SetUpCache } from '#platform/realtime/set-up-cache.ts';
import { appInactive, originForbidden, projectNotFound } from './chat.errors.ts';
import { mayOpen } from './origin.policy.ts';

export interface AppDoorParts {
  apps: Pick<Apps, 'findByProjectId'>;
  setUps: SetUpCache;
  publicUrl: string | undefined;
}

type OpenApp = NonNullable<Awaited<ReturnType<Apps['findByProjectId']>>>;

/** Lets pages in that name an app, before anything about their visitor is known. */
export type AppDoor = (projectId: string, page: { origin: string | undefined; host: string }) => Promise<OpenApp>;

/** The app throws PROJECT_NOT_FOUND, APP_INACTIVE or FORBIDDEN_ORIGIN to whoever may not open it. */
export const createAppDoor =
  ({ apps, setUps, publicUrl }: AppDoorParts): AppDoor =>
  async (projectId, { origin, host }) => {
    const app = await setUps.lookUp(`project/${projectId}`, () => apps.findByProjectId(projectId));
    if (!app) throw projectNotFound(projectId);
    if (!app.isActive) throw appInactive();
    if (!mayOpen(origin, app.allowedOrigins, { publicUrl, host })) throw originForbidden(origin ?? '');
    return app;
  };
