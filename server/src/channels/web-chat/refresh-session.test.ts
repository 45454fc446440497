import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '#platform/clock.ts';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';
import { unsignedToken } from './widget-tokens.testing.ts';

const HOUR_MS = 3_600_000;
let desk: TestApp;
/** How far the day has gone on since the test began. */
let laterByMs = 0;
const clock: Clock = { ...systemClock, now: () => new Date(Date.now() + laterByMs) };

beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(() => saying('Hello.')), clock });
});
afterAll(() => desk.close());

const refresh = (token: string | undefined) => desk.call('POST', '/widget/session/refresh', token === undefined ? {} : { as: token });

async function newVisitor(): Promise<Visitor> {
  laterByMs = 0;
  return desk.visitor();
}

describe('refreshing a session', () => {
  test('gives a fresh token for the same session; the old one and open sockets live on', async () => {
    const visitor = await newVisitor();
    await visitor.connect();
    laterByMs = HOUR_MS / 2;
    const { status, body } = await refresh(visitor.session.token);

    expect(status).toBe(200);
    expect(new Date(body.expiresAt).getTime() - clock.now().getTime()).toBeGreaterThan(HOUR_MS - 60_000);
    expect(new URL(body.chat.wsUrl).searchParams.get('token')).toBe(body.token);
    expect(await new Visitor(visitor.session).connect({ url: body.chat.wsUrl })).toMatchObject({ sessionId: visitor.session.sessionId });
    expect(await new Visitor(visitor.session).connect()).toMatchObject({ type: 'session_ack' });
    expect(visitor.isOpen).toBe(true);
    expect(await visitor.say('Still here?', 'm')).toMatchObject({ seq: 1 });
  });

  test('works for 24 hours after the token expired, and the token itself no longer does', async () => {
    const visitor = await newVisitor();
    laterByMs = HOUR_MS + 1_000;
    expect(await visitor.connect()).toMatchObject({ type: 'error', code: 'INVALID_TOKEN', message: expect.stringContaining('expired') });
    laterByMs = 25 * HOUR_MS - 60_000;
    const { status, body } = await refresh(visitor.session.token);
    expect(status).toBe(200);
    expect(await visitor.connect({ url: body.chat.wsUrl })).toMatchObject({ type: 'session_ack' });
  });

  test('is refused with 401 after that', async () => {
    const visitor = await newVisitor();
    laterByMs = 25 * HOUR_MS + 2_000;
    expect(await refresh(visitor.session.token)).toMatchObject({ status: 401, body: { code: 'INVALID_TOKEN' } });
  });

  test('is refused with 409 once the session has ended', async () => {
    const visitor = await newVisitor();
    await visitor.connect();
    visitor.send({ type: 'end_session' });
    await visitor.frame((frame) => frame.type === 'status' && frame.status === 'session_ended');
    expect(await refresh(visitor.session.token)).toMatchObject({ status: 409, body: { code: 'SESSION_ENDED' } });
  });

  test('is refused with 401 without a token, and with one that is not good', async () => {
    expect(await refresh(undefined)).toMatchObject({ status: 401, body: { code: 'MISSING_AUTH' } });
    const { session } = await newVisitor();
    const forged = unsignedToken({ sessionId: session.sessionId, projectId: 'demo' });
    for (const token of ['abc', forged, desk.admin, `${session.token}x`]) {
      expect(await refresh(token)).toMatchObject({ status: 401, body: { code: 'INVALID_TOKEN' } });
    }
    const basic = await desk.call('POST', '/widget/session/refresh', { headers: { authorization: 'Basic abc' } });
    expect(basic).toMatchObject({ status: 401, body: { code: 'MISSING_AUTH' } });
  });
});
