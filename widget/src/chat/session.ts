import type { RefreshedSession, StartedSession } from '@foyer/contracts/widget.ts';
import type { Environment } from './environment.ts';

/** A visitor's session as this device keeps it. */
export interface Session {
  readonly sessionId: string;
  readonly token: string;
  readonly wsUrl: string;
  /** By this device's clock, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** `sub` of the token by which the page said who the visitor is; undefined for somebody unknown. */
  readonly user?: string | undefined;
}

export type SessionOutcome =
  | { readonly kind: 'ok'; readonly session: Session }
  /** Nobody answers at the moment. */
  | { readonly kind: 'away' }
  /** There is no such session any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly detail: string };

export interface Sessions {
  current(): Session | undefined;
  /** Begins one, unless another tab has done so meanwhile. @param init the body of `POST /widget/session/init` */
  start(init: Readonly<Record<string, unknown>>, user: string | undefined): Promise<SessionOutcome>;
  /** The session with a token that holds for a while. @param isRefused the server does not take the token that it has */
  fresh(isRefused?: boolean): Promise<SessionOutcome>;
  forget(): void;
}

const NAME = '';
/** A token that ends sooner than this is exchanged before it is used. */
const SHORTEST_LIFE_MS = 120_000;

export function createSessions(server: string, environment: Environment): Sessions {
  const { store } = environment;
  /** While the device keeps nothing, or something that nobody understands. */
  const current = (): Session | undefined => readJson<Session>(store.get(NAME));
  const keep = (session: Session): SessionOutcome => {
    store.set(NAME, JSON.stringify(session));
    return { kind: 'ok', session };
  };

  const ask = async (path: string, init: RequestInit): Promise<{ kind: 'answer'; body: unknown } | SessionOutcome> => {
    try {
      const response = await environment.fetch(`${server}/api/v1/widget/session/${path}`, { method: 'POST', ...init });
      const body = await response.json();
      if (response.ok) return { kind: 'answer', body };
      if (response.status >= 500 || response.status === 429) return { kind: 'away' };
      return { kind: 'refused', status: response.status, code: String(body.code), detail: tellOf(body) };
    } catch {
      return { kind: 'away' };
    }
  };

  return {
    current,
    start: (init, user) =>
      environment.alone('session', async () => {
        const begun = current();
        if (begun) return { kind: 'ok', session: begun };
        const body = JSON.stringify(init);
        const asked = await ask('init', { body, headers: { 'content-type': 'application/json' } });
        if (asked.kind !== 'answer') return asked;
        const { sessionId, token, chat } = asked.body as StartedSession;
        return keep({ sessionId, token, wsUrl: chat.wsUrl, expiresAt: environment.now() + lifeOf(token), user });
      }),
    fresh: async (isRefused = false) => {
      const session = current();
      if (!session) return { kind: 'gone' };
      if (!isRefused && session.expiresAt - environment.now() > SHORTEST_LIFE_MS) return { kind: 'ok', session };
      const asked = await ask('refresh', { headers: { authorization: `Bearer ${session.token}` } });
      if (asked.kind === 'refused' && asked.status !== 403) return { kind: 'gone' };
      if (asked.kind !== 'answer') return asked;
      const { token, chat } = asked.body as RefreshedSession;
      // Another tab may have begun anew meanwhile.
      if (current()?.sessionId !== session.sessionId) return { kind: 'gone' };
      return keep({ ...session, token, wsUrl: chat.wsUrl, expiresAt: environment.now() + lifeOf(token) });
    },
    forget: () => store.remove(NAME),
  };
}

/** What is wrong with a request, and where. */
function tellOf({ detail, errors }: { detail?: unknown; errors?: { path: string; message: string }[] }): string {
  return [detail, ...(errors ?? []).map(({ path, message }) => `${path}: ${message}`)].join(' ');
}

/** How long a token holds, whatever the device's clock says. */
function lifeOf(token: string): number {
  const { iat, exp } = claimsOf(token);
  return typeof exp === 'number' && typeof iat === 'number' ? (exp - iat) * 1_000 : 0;
}

/** What a signed token says, byte by byte; nobody has checked it. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    return readJson(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) ?? {};
  } catch {
    return {};
  }
}

/** An object that was written as JSON; undefined for anything else. */
export function readJson<T extends object>(text: string | undefined): T | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
