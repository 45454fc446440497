import type { Access, CallRequest, WidgetPrincipal } from '#platform/http/access.ts';
import { appInactive, fileLinkRefused, originForbidden, tokenMissing, tokenRefused } from './chat.errors.ts';
import type { FileLinks } from './file-links.ts';
import { mayOpen } from './origin.policy.ts';
import type { SessionCheck, VisitorSession, VisitorSessions } from './visitor-session.ts';

export interface WidgetAccessParts {
  sessions: Pick<VisitorSessions, 'verify' | 'find'>;
  fileLinks: Pick<FileLinks, 'verify'>;
  publicUrl: string | undefined;
  /** The app's allowed origins as they are now. */
  allowedOrigins(session: VisitorSession): Promise<{ isActive: boolean; allowedOrigins: readonly string[] } | undefined>;
}

type WidgetAccess = Extract<Access, { kind: 'widget' }>;

/**
 * Lets visitors in by their session token, on the routes that are for them, from the pages that the app allows. A session that has
 * ended is let in too: what may still be read is up to the route.
 */
export function createWidgetAccess({ sessions, fileLinks, publicUrl, allowedOrigins }: WidgetAccessParts) {
  return async (request: CallRequest, access: WidgetAccess): Promise<{ session: WidgetPrincipal }> => {
    const check = await checkCredentials(request, access);
    if (!check.ok) throw tokenRefused(check.reason);
    const app = await allowedOrigins(check.session);
    if (!app?.isActive) throw appInactive();
    if (!mayOpen(request.origin, app.allowedOrigins, { publicUrl, host: request.host })) throw originForbidden(request.origin ?? '');
    return { session: check.session };
  };

  async function checkCredentials(request: CallRequest, access: WidgetAccess): Promise<SessionCheck> {
    const link = access.fileLink ? request.queryValue('link') : undefined;
    if (link !== undefined) return checkLink(request.pathParams.fileId ?? '', link);
    const token = bearerToken(request) ?? (access.tokenInQuery ? request.queryValue('token') : undefined);
    if (token === undefined) throw tokenMissing();
    return sessions.verify(token);
  }

  async function checkLink(fileId: string, link: string): Promise<SessionCheck> {
    const verified = fileLinks.verify(fileId, link);
    if (!verified.ok) throw fileLinkRefused(verified.reason);
    const session = await sessions.find(verified.sessionId);
    return session ? { ok: true, session } : { ok: false, reason: 'invalid' };
  }
}

/** The token that a request carries as Bearer; undefined when it carries none, or other credentials. */
export function bearerToken(request: CallRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.header('authorization') ?? '')?.[1];
}
