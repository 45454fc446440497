import type { ClosingErrorCode } from '@foyer/contracts/chat-socket.ts';
import type { ConnectionRegistry } from './connection-registry.ts';
import { mayOpen } from './origin.policy.ts';
import type { SocketCaller } from './socket-caller.ts';
import type { SessionCheck, VisitorSession, VisitorSessions } from './visitor-session.ts';

export interface AdmissionParts {
  sessions: VisitorSessions;
  registry: ConnectionRegistry;
  publicUrl: string | undefined;
  /** The app's allowed origins as they are now. */
  allowedOrigins(session: VisitorSession): Promise<{ isActive: boolean; allowedOrigins: readonly string[] } | undefined>;
}

interface Welcome {
  allowedOrigins: readonly string[];
  installation: { publicUrl: string | undefined; host: string };
}

/** Either the session, until `leave` is called, or what the client is told. */
export type Admission =
  | ({ ok: true; session: VisitorSession; leave: () => void } & Welcome)
  | { ok: false; code: ClosingErrorCode; message: string };

/** Checks token, app, origin and the limits of open connections, in this order. */
export type Admit = (caller: SocketCaller) => Promise<Admission>;

export function createAdmission({ sessions, registry, publicUrl, allowedOrigins }: AdmissionParts): Admit {
  return async ({ sessionId, token, origin, host, address }) => {
    if (!sessionId || !token) return refused('MISSING_AUTH', 'Give sessionId and token in the address.');
    const check = await sessions.verify(token);
    if (!check.ok || check.session.id !== sessionId) return refused('INVALID_TOKEN', refusalOf(check));

    const { session } = check;
    const app = await allowedOrigins(session);
    if (!app?.isActive) return refused('INVALID_TOKEN', 'The app of this session is switched off.');
    const welcome = { allowedOrigins: app.allowedOrigins, installation: { publicUrl, host } };
    if (!isWelcome(welcome, origin)) return refused('FORBIDDEN_ORIGIN', 'Pages of this origin may not open this app.');
    const leave = registry.admit({ sessionId, address, appId: session.appId });
    if (!leave) return refused('TOO_MANY_CONNECTIONS', 'Too many connections are open for this session, address or app.');
    return { ok: true, session, leave, ...welcome };
  };
}

export const isWelcome = ({ allowedOrigins, installation }: Welcome, origin: string | undefined): boolean =>
  mayOpen(origin, allowedOrigins, installation);

const refused = (code: ClosingErrorCode, message: string): Admission => ({ ok: false, code, message });

const refusalOf = (check: SessionCheck): string =>
  !check.ok && check.reason === 'expired' ? 'The token has expired. Refresh it.' : 'The token is not valid for this session.';
