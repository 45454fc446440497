import type { Access, CallRequest, WidgetPrincipal } from '#platform/http/access.ts';
import { appInactive, originForbidden, tokenMissing, tokenRefused } from './chat.errors.ts';
import { mayOpen } from './origin.policy.ts';
import type { VisitorSession, VisitorSessions } from './visitor-session.ts';

export interface WidgetAccessParts {
  sessions: Pick<VisitorSessions, 'verify'>;
  publicUrl: string | undefined;
  /** The app's allowed origins as they are now. */
  allowedOrigins(session: VisitorSession): Promise<{ isActive: boolean; allowedOrigins: readonly string[] } | undefined>;
}

type WidgetAccess = Extract<Access, { kind: 'widget' }>;

/**
 * Lets visitors in by their session token, on the routes that are for them, from the pages that the app allows. A session that has
 * ended is let in too: what may still be read is up to the route.
 */
export function createWidgetAccess({ sessions, publicUrl, allowedOrigins }: WidgetAccessParts) {
  return async (request: CallRequest, access: WidgetAccess): Promise<{ session: WidgetPrincipal }> => {
    const token = bearerToken(request) ?? (access.tokenInQuery ? request.queryValue('token') : undefined);
    if (token === undefined) throw tokenMissing();
    const check = await sessions.verify(token);
    if (!check.ok) throw tokenRefused(check.reason);
    const app = await allowedOrigins(check.session);
    if (!app?.isActive) throw appInactive();
    if (!mayOpen(request.origin, app.allowedOrigins, { publicUrl, host: request.host })) throw originForbidden(request.origin ?? '');
    return { session: check.session };
  };
}

/** The token that a request carries as Bearer; undefined when it carries none, or other credentials. */
export function bearerToken(request: CallRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.header('authorization') ?? '')?.[1];
}
