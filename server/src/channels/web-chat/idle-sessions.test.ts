import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { EventReader } from '#test/event-reader.ts';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';
import { endIdleSessions } from './end-idle-sessions.ts';

let desk: TestApp;
let clinic: Awaited<ReturnType<TestApp['tenant']>>;
beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(() => saying('Hello.')) });
  clinic = await desk.tenant('clinic');
});
afterAll(() => desk.close());

const bearer = ({ session }: Visitor) => ({ authorization: `Bearer ${session.token}` });
const say = (visitor: Visitor, content: string) => desk.call('POST', '/widget/message', { headers: bearer(visitor), body: { content } });

/** As if the session had begun, and its conversation last been written in, so many days ago. */
async function age({ session }: Visitor, days: { session: number; message: number }): Promise<void> {
  await desk.database.asSuperuser(`update widget_sessions set created_at = now() - make_interval(days => $2) where id = $1`, [
    session.sessionId,
    days.session,
  ]);
  await desk.database.asSuperuser(
    `update conversations set created_at = now() - interval '99 days', last_message_at = now() - make_interval(days => $2)
     where id = (select conversation_id from widget_sessions where id = $1)`,
    [session.sessionId, days.message],
  );
}

async function sweep(): Promise<void> {
  const { unitOfWork, live, clock } = desk.app.foundation;
  const context = { scope: undefined, jobId: 'j', attempt: 1, maxAttempts: 1, signal: new AbortController().signal, logger: silentLogger };
  await endIdleSessions({ unitOfWork, live, clock }).run({}, context);
}

const statusOf = async ({ session }: Visitor) =>
  (await desk.database.asSuperuser('select status from widget_sessions where id = $1', [session.sessionId]))[0]?.status;

describe('after thirty days without a message', () => {
  test('a session has ended, before anything has cleared it away', async () => {
    const visitor = await desk.visitor(clinic.app.projectId);
    await say(visitor, 'Hello');
    await age(visitor, { session: 31, message: 31 });
    expect(await say(visitor, 'Still there?')).toMatchObject({ status: 409, body: { code: 'SESSION_ENDED' } });
    expect(await desk.call('POST', '/widget/session/refresh', { headers: bearer(visitor) })).toMatchObject({
      status: 409,
      body: { code: 'SESSION_ENDED' },
    });
    expect(await visitor.connect()).toMatchObject({ type: 'session_ack', status: 'ended' });
    visitor.close();
  });

  test('whoever still listens is told, once', async () => {
    const visitor = await desk.visitor(clinic.app.projectId);
    await say(visitor, 'Hello');
    const events = await EventReader.open(`${desk.url}/api/v1/widget/events`, { headers: bearer(visitor) });
    await age(visitor, { session: 31, message: 31 });
    await Promise.all([sweep(), sweep()]);
    await events.ended;
    expect(events.events.at(-1)).toMatchObject({ id: '3', frame: { type: 'status', seq: 3, status: 'session_ended' } });
    expect(await statusOf(visitor)).toBe('ENDED');
  });

  test('a message keeps a session, and a session keeps those who began before it from ending the conversation', async () => {
    const writing = await desk.visitor(clinic.app.projectId);
    await say(writing, 'Hello');
    await age(writing, { session: 60, message: 29 });
    const token = () =>
      new SignJWT({ sub: 'ana' })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('5m')
        .sign(new TextEncoder().encode(clinic.app.identitySecret as string));
    const [first, second] = [
      await desk.visitor(clinic.app.projectId, { userToken: await token() }),
      await desk.visitor(clinic.app.projectId, { userToken: await token() }),
    ];
    await age(first, { session: 31, message: 31 });
    await sweep();
    expect([await statusOf(writing), await statusOf(first), await statusOf(second)]).toEqual(['ACTIVE', 'ENDED', 'ACTIVE']);
    expect(await second.connect()).toMatchObject({ status: 'ok', lastSeq: 0 });
    second.close();
  });

  test('somebody known begins anew', async () => {
    const userToken = await new SignJWT({ sub: 'ben' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(clinic.app.identitySecret as string));
    const before = await desk.visitor(clinic.app.projectId, { userToken });
    await say(before, 'Hello');
    await age(before, { session: 31, message: 31 });
    const after = await desk.visitor(clinic.app.projectId, { userToken });
    expect(await after.connect()).toMatchObject({ status: 'ok', lastSeq: 0 });
    after.close();
  });
});
