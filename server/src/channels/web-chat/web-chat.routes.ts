import { RefreshedSession, SessionInit, StartedSession, WidgetConfig, WidgetConfigQuery } from '@foyer/contracts/widget.ts';
import { type CallRequest, publicAccess } from '#platform/http/access.ts';
import { answered, created } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import { tokenMissing } from './chat.errors.ts';
import type { Caller, SessionStarter } from './start-session.ts';
import { bearerToken } from './widget-access.ts';
import type { WidgetConfigs } from './widget-config.ts';

const CONFIG_CACHE_SECONDS = 60;

/**
 * What a widget looks like, and starting and refreshing its session. Public: the app's allowed origins and the session token decide, in
 * the use cases.
 */
export function webChatRoutes({ starter, configs }: { starter: SessionStarter; configs: WidgetConfigs }): RouteModule {
  return (routes) => {
    routes.get('/widget/config', {
      summary: 'How an app’s widget looks',
      description:
        'For a page that shows the widget, before its visitor has done anything: it begins no session. Browsers keep the answer for a minute.',
      tags: ['Widget'],
      access: publicAccess(),
      cors: 'widget',
      query: WidgetConfigQuery,
      answers: { 200: WidgetConfig },
      problems: ['PROJECT_NOT_FOUND', 'APP_INACTIVE', 'FORBIDDEN_ORIGIN', 'APP_NOT_CONFIGURED', 'TENANT_ONBOARDING'],
      rateLimit: { key: 'ip', limit: 600, windowSeconds: 60 },
      handle: async ({ query, request }) => {
        const config = await configs.read(query.projectId, query.locale, callerOf(request));
        return answered(200, config, {
          etag: etagOf(config),
          'cache-control': `public, max-age=${CONFIG_CACHE_SECONDS}`,
          // Which pages may ask, and in which language they are answered.
          vary: 'origin, accept-language',
        });
      },
    });

    for (const path of ['/widget/session/init', '/widget/init']) {
      routes.post(path, {
        summary: 'Start a widget session',
        description:
          'Answers with the session’s token and the address of its chat socket. Pages of other origins than the app allows are refused.',
        tags: ['Widget'],
        access: publicAccess(),
        cors: 'widget',
        body: SessionInit,
        answers: { 201: StartedSession },
        problems: [
          'PROJECT_NOT_FOUND',
          'APP_INACTIVE',
          'FORBIDDEN_ORIGIN',
          'APP_NOT_CONFIGURED',
          'TENANT_ONBOARDING',
          'INVALID_USER_TOKEN',
          'INVALID_FORM_SCHEMA',
        ],
        rateLimit: { key: 'ip', limit: 300, windowSeconds: 60 },
        handle: async ({ body, request }) => created(await starter.start(body, callerOf(request))),
      });
    }

    routes.post('/widget/session/refresh', {
      summary: 'Exchange a session token for a fresh one',
      description: 'With the session token as Bearer, up to 24 hours after it expired. The old one lives on until its own expiry.',
      tags: ['Widget'],
      // The token is the credential, and an expired one still opens this: the use case checks it.
      access: publicAccess(),
      cors: 'widget',
      answers: { 200: RefreshedSession },
      problems: ['MISSING_AUTH', 'INVALID_TOKEN', 'SESSION_ENDED', 'NO_SESSION'],
      rateLimit: { key: 'ip', limit: 300, windowSeconds: 60 },
      handle: ({ request }) => {
        const token = bearerToken(request);
        if (token === undefined) throw tokenMissing();
        return starter.refresh(token, callerOf(request));
      },
    });
  };
}

const callerOf = ({ origin, userAgent, protocol, host, header }: CallRequest): Caller => ({
  origin,
  userAgent,
  acceptLanguage: header('accept-language'),
  referer: header('referer'),
  wantsNoTracking: header('dnt') === '1' || header('sec-gpc') === '1',
  protocol,
  host,
});
