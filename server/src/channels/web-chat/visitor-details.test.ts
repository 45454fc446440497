import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChatRequest } from '#agents/models/chat-model.ts';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';

let desk: TestApp;
let clinic: Awaited<ReturnType<TestApp['tenant']>>;
const asked: ChatRequest[] = [];

beforeAll(async () => {
  desk = await startTestApp({
    models: scriptedModels((request) => {
      asked.push(request);
      return saying('Hello.');
    }),
  });
  clinic = await desk.tenant('clinic');
  await desk.call('PATCH', `/tenants/${clinic.tenantId}`, { as: desk.admin, body: { country: 'ES' } });
});
afterAll(() => desk.close());
beforeEach(() => {
  asked.length = 0;
});

const init = (metadata: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  desk.call('POST', '/widget/session/init', {
    body: { projectId: clinic.app.projectId, widgetInstanceId: 'w', locale: 'en', metadata, ...more },
  });

/** What the team sees of the conversation of a session. */
async function detailOf(sessionId: string) {
  const [row] = await desk.database.asSuperuser('select conversation_id as id from widget_sessions where id = $1', [sessionId]);
  return (await desk.call('GET', `/conversations/${row?.id}`, { as: desk.admin, headers: { 'x-tenant-id': clinic.tenantId } })).body;
}

const tokenOf = (claims: Record<string, unknown>) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(clinic.app.identitySecret as string));

describe('what visitors answer before the chat', () => {
  test('is shown to the team as said and not as proven, and blanks are no answers', async () => {
    const preChat = { name: ' Ana Ruiz ', email: 'Ana@Example.COM', phone: '600 000 001', topic: 'Holter', note: '  ' };
    const { status, body } = await init({ preChat });
    expect(status).toBe(201);
    expect((await detailOf(body.sessionId)).contact).toEqual({
      name: null,
      identifiers: [],
      stated: { name: 'Ana Ruiz', email: 'Ana@example.com', phone: '+34600000001', answers: { topic: 'Holter' } },
    });
  });

  test('opens nobody’s history and takes nothing from them, and what a token says goes first', async () => {
    const vouched = await init({}, { userToken: await tokenOf({ sub: 'ana', name: 'Ana Ruiz', email: 'ana@example.com' }) });
    const claimed = await init({ preChat: { name: 'Ana Ruiz', email: 'ana@example.com' } });
    const [real, other] = [await detailOf(vouched.body.sessionId), await detailOf(claimed.body.sessionId)];
    expect(other.contactId).not.toBe(real.contactId);
    expect(other.contact.identifiers).toEqual([]);

    const again = await init(
      { preChat: { name: 'Somebody else', email: 'else@example.com' } },
      { userToken: await tokenOf({ sub: 'ana', name: 'Ana Ruiz', email: 'ana@example.com' }) },
    );
    expect(await detailOf(again.body.sessionId)).toMatchObject({
      id: real.id,
      contact: {
        name: 'Ana Ruiz',
        identifiers: [
          { kind: 'email', value: 'ana@example.com' },
          { kind: 'external', value: 'ana' },
        ],
        stated: { name: 'Somebody else', email: 'else@example.com' },
      },
    });
    const later = await init(
      { preChat: { email: 'else@example.com' } },
      { userToken: await tokenOf({ sub: 'else', email: 'else@example.com' }) },
    );
    expect((await detailOf(later.body.sessionId)).contact.identifiers).toContainEqual({ kind: 'email', value: 'else@example.com' });
  });

  test('is told to the agent: the name, what was answered, and what need not be asked for', async () => {
    const metadata = {
      preChat: { name: 'Ana', phone: '600000001', topic: 'Holter' },
      attributes: { plan: 'gold' },
    };
    const { body } = await init(metadata);
    const visitor = new Visitor(body);
    await visitor.connect();
    await visitor.answer((await visitor.say('Hello', 'a')).seq);
    visitor.close();
    const [system] = asked[0]?.messages ?? [];
    expect(system?.content).toContain('The visitor gave this name: "Ana".');
    expect(system?.content).toContain('they gave a telephone number for the team');
    expect(system?.content).toContain('{"topic":"Holter"}');
    expect(system?.content).toContain('{"plan":"gold"}');
    expect(system?.content).not.toContain('600000001');
  });

  test.each([
    [{ preChat: { email: 'nobody' } }, 'metadata.preChat.email'],
    [{ preChat: { phone: 'call me' } }, 'metadata.preChat.phone'],
    [{ preChat: { name: 'x'.repeat(201) } }, 'metadata.preChat.name'],
    [{ preChat: { name: 'two\nlines' } }, 'metadata.preChat.name'],
    [{ preChat: { topic: 7 } }, 'metadata.preChat.topic'],
    [{ preChat: { topic: 'x'.repeat(2_001) } }, 'metadata.preChat.topic'],
    [{ preChat: { 'a b': 'x' } }, 'metadata.preChat.a b'],
    [{ preChat: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`q${index}`, 'x'])) }, 'metadata.preChat'],
    [{ preChat: 'Ana' }, 'metadata.preChat'],
    [{ attributes: { plan: { name: 'gold' } } }, 'metadata.attributes.plan'],
    [{ attributes: { plan: 'x'.repeat(501) } }, 'metadata.attributes.plan'],
    [{ attributes: ['gold'] }, 'metadata.attributes'],
    [{ attributes: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, index])) }, 'metadata.attributes'],
  ])('is refused by name where it cannot be used: %#', async (metadata, path) => {
    expect(await init(metadata)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', errors: [{ path }] } });
  });
});

describe('what a page says of its visitor', () => {
  test('is shown to the team, and a known visitor’s later page goes over it', async () => {
    const userToken = await tokenOf({ sub: 'ben' });
    await init({ attributes: { plan: 'gold', visits: 3 }, preChat: { name: 'Ben' } }, { userToken });
    const { body } = await init({ attributes: { plan: 'silver' } }, { userToken });
    expect((await detailOf(body.sessionId)).contact.stated).toEqual({ name: 'Ben', attributes: { plan: 'silver' } });
  });
});

test('the team sees how the visitor found it, the latest of several devices', async () => {
  const userToken = await tokenOf({ sub: 'eva' });
  const visitors = [await init({}, { userToken }), await init({}, { userToken })].map(({ body }) => new Visitor(body));
  const [phone, laptop] = visitors;
  expect((await detailOf(phone?.session.sessionId ?? '')).visitor.satisfaction).toBeNull();
  for (const [visitor, rating] of [
    [laptop, 2],
    [phone, 5],
  ] as const) {
    await visitor?.connect();
    visitor?.send({ type: 'satisfaction', rating, comment: 'Quick' });
    visitor?.send({ type: 'ping' });
    await visitor?.frame(({ type }) => type === 'pong');
    visitor?.close();
  }
  await expect
    .poll(async () => (await detailOf(laptop?.session.sessionId ?? '')).visitor.satisfaction)
    .toEqual({ rating: 5, comment: 'Quick' });
});
