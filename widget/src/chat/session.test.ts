import { describe, expect, test } from 'vitest';
import { testEnvironment } from './environment.testing.ts';
import { claimsOf, createSessions, readJson } from './session.ts';

const part = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const tokenOf = (claims: Record<string, unknown>) => `${part({ alg: 'HS256' })}.${part(claims)}.signature`;
const token = tokenOf({ iat: 500, exp: 4_100 });
const started = { sessionId: 's1', token, chat: { wsUrl: 'ws://desk/ws/chat?sessionId=s1' } };

function arrange(...answers: (Response | Error)[]) {
  const asked: string[] = [];
  const environment = {
    ...testEnvironment(),
    fetch: async (url: string) => {
      asked.push(url);
      const answer = answers.shift();
      if (answer instanceof Response) return answer;
      throw answer ?? new Error('Nobody expected this.');
    },
  };
  return { environment, asked, sessions: createSessions('https://desk.example', environment) };
}
const ok = (body: unknown) => new Response(JSON.stringify(body));
const problem = (status: number, code: string, errors?: unknown) =>
  new Response(JSON.stringify({ code, detail: 'No.', errors }), { status });

describe('a session', () => {
  test('is begun once and kept; its token holds as long as the server says, whatever the device’s clock', async () => {
    const { environment, asked, sessions } = arrange(ok(started));
    const outcome = await sessions.start({}, 'ana');
    expect(outcome).toMatchObject({ kind: 'ok', session: { sessionId: 's1', user: 'ana', expiresAt: environment.now() + 3_600_000 } });
    expect(await sessions.start({}, undefined)).toEqual(outcome);
    expect(await sessions.fresh()).toEqual(outcome);
    expect(asked).toHaveLength(1);
  });

  test('gets another token before the old one ends, and when the server does not take it', async () => {
    const renewed = { token: tokenOf({ iat: 1, exp: 3_601, n: 2 }), chat: { wsUrl: 'ws://desk/2' }, expiresAt: '' };
    const { environment, asked, sessions } = arrange(ok(started), ok(renewed), ok(renewed));
    await sessions.start({}, undefined);
    environment.pass(3_500_000);
    expect(await sessions.fresh()).toMatchObject({ kind: 'ok', session: { sessionId: 's1', wsUrl: 'ws://desk/2' } });
    expect(await sessions.fresh(true)).toMatchObject({ kind: 'ok' });
    expect(asked.at(-1)).toBe('https://desk.example/api/v1/widget/session/refresh');
  });

  test.each([
    [new Error('no network'), { kind: 'away' }],
    [problem(503, 'NOT_STORED'), { kind: 'away' }],
    [problem(429, 'RATE_LIMITED'), { kind: 'away' }],
    [problem(403, 'FORBIDDEN_ORIGIN'), { kind: 'refused', status: 403, code: 'FORBIDDEN_ORIGIN' }],
    [
      problem(400, 'VALIDATION_FAILED', [{ path: 'metadata.preChat.email', message: 'Bad' }]),
      { detail: 'No. metadata.preChat.email: Bad' },
    ],
  ])('that cannot be begun says why', async (answer, outcome) => {
    expect(await arrange(answer).sessions.start({}, undefined)).toMatchObject(outcome);
  });

  test.each([
    [problem(409, 'SESSION_ENDED'), 'gone'],
    [problem(401, 'INVALID_TOKEN'), 'gone'],
    [problem(403, 'APP_INACTIVE'), 'refused'],
    [problem(502, 'X'), 'away'],
  ])('whose token is not exchanged is gone, refused or out of reach', async (answer, kind) => {
    const { sessions } = arrange(ok(started), answer);
    await sessions.start({}, undefined);
    expect(await sessions.fresh(true)).toMatchObject({ kind });
  });

  test('that was stored wrongly counts for nothing', () => {
    for (const odd of [undefined, '', 'null', '5', '{', '"text"']) expect(readJson(odd)).toBeUndefined();
    for (const odd of ['', 'a.b.c', '..', 'x']) expect(claimsOf(odd)).toEqual({});
    expect(claimsOf(tokenOf({ sub: 'ana?>' }))).toEqual({ sub: 'ana?>' });
  });
});
