import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestRedis, type TestRedis } from '#platform/realtime/redis-server.testing.ts';
import { saying, scriptedModels } from '../scripted-models.ts';
import { startTestApp, type TestApp } from '../test-app.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

const hasRedis = existsSync('/usr/bin/redis-server');
/** Far less than what is kept lives without a signal. */
const SOON = { timeout: 5_000, interval: 20 };

describe('what is set up at one node holds at the other at once, over PostgreSQL', () => {
  reachesTheOtherNode(async () => ({ env: {}, stop: async () => {} }));
});

describe.skipIf(!hasRedis)('what is set up at one node holds at the other at once, over Redis', () => {
  reachesTheOtherNode(async () => {
    const redis: TestRedis = await startTestRedis();
    return { env: { REDIS_URL: redis.url }, stop: () => redis.stop() };
  });
});

function reachesTheOtherNode(prepare: () => Promise<{ env: Record<string, string>; stop(): Promise<void> }>): void {
  /** What models were told, the latest last. */
  const told: string[] = [];
  const models = scriptedModels((request) => {
    told.push(JSON.stringify(request));
    return saying('Yes.');
  });
  let stop = async (): Promise<void> => {};
  let database: TestDatabase;
  let one: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    const prepared = await prepare();
    stop = prepared.stop;
    database = await createTestDatabase();
    const options = { sharedDatabase: database, models, env: prepared.env };
    one = await startTestApp(options);
    two = await startTestApp(options);
  });
  afterAll(async () => {
    await two?.close();
    await one?.close();
    await database?.close();
    await stop();
  });

  let counter = 0;
  /** An app that both nodes have in memory, and how to change it at the first one. */
  async function arrange() {
    counter += 1;
    const { tenantId, app } = await one.tenant(`settled-${counter}`, { allowedOrigins: ['https://old.example.com'] });
    const change = async (method: string, path: string, body: unknown) => {
      const answer = await one.call(method, path, { as: one.admin, headers: { 'x-tenant-id': tenantId }, body });
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    const init = (node: TestApp, headers: Record<string, string> = {}, projectId = app.projectId) =>
      node.call('POST', '/widget/session/init', { body: { projectId, widgetInstanceId: 'w' }, headers });
    for (const node of [one, two]) expect((await init(node)).status).toBe(201);
    return { tenantId, app, change, init };
  }

  test('who may open the widget, and where', async () => {
    const { app, change, init } = await arrange();
    const fromNew = { origin: 'https://new.example.com' };
    expect((await init(two, fromNew)).status).toBe(403);
    await change('PATCH', `/apps/${app.id}`, { allowedOrigins: ['https://new.example.com'] });
    expect((await init(one, fromNew)).status).toBe(201);
    await expect.poll(async () => (await init(two, fromNew)).status, SOON).toBe(201);

    const { body: session } = await init(two);
    const visitor = await two.visitor(app.projectId);
    await change('PATCH', `/apps/${app.id}`, { isActive: false });
    expect((await init(one)).body.code).toBe('APP_INACTIVE');
    await expect.poll(async () => (await init(two)).body.code, SOON).toBe('APP_INACTIVE');
    expect(await visitor.connect({ url: session.chat.wsUrl })).toMatchObject({ type: 'error', code: 'INVALID_TOKEN' });
  });

  test('the configuration, the title and the welcome', async () => {
    const { app, change, init } = await arrange();
    await change('POST', `/apps/${app.id}/configs`, { features: { chat: true }, uiTheme: { colour: 'green' } });
    await change('PATCH', `/apps/${app.id}`, { name: 'New title' });
    await change('POST', `/apps/${app.id}/prompts`, { name: 'W', kind: 'PRE_MESSAGE', content: 'New welcome', isDefault: true });
    const expected = { configVersion: 2, theme: { colour: 'green' }, uiHints: { welcomeMessage: 'New welcome', widgetTitle: 'New title' } };
    expect((await init(one)).body).toMatchObject(expected);
    await expect.poll(async () => (await init(two)).body, SOON).toMatchObject(expected);
  });

  test('what the agent is told', async () => {
    const { tenantId, app, change } = await arrange();
    const visitor = await two.visitor(app.projectId);
    await visitor.connect();
    await visitor.answer((await visitor.say('Hello?', 'first')).seq);
    await change('POST', `/apps/${app.id}/prompts`, {
      name: 'S',
      kind: 'SYSTEM',
      content: 'Speak of {{organisation.name}}.',
      isDefault: true,
    });
    await change('PATCH', `/tenants/${tenantId}`, { name: 'The New Clinic' });
    await change('POST', `/apps/${app.id}/configs`, { llmConfig: { temperature: 0.123 } });
    const tool = { name: 'look_around', description: 'Looks around.', parameters: { type: 'object' }, url: 'https://tools.example.com/a' };
    await change('POST', `/agents/${app.defaultAgentId}/tools`, tool);
    let message = 0;
    const latest = async () => {
      message += 1;
      await visitor.answer((await visitor.say('And now?', `m${message}`)).seq);
      const words = ['The New Clinic', '0.123', 'look_around'];
      return words.filter((word) => told.at(-1)?.includes(word));
    };
    await expect.poll(latest, SOON).toEqual(['The New Clinic', '0.123', 'look_around']);
  });

  test('whose a project is, when its name goes from one tenant to another', async () => {
    const from = await arrange();
    const to = await arrange();
    const { projectId } = from.app;
    await from.change('PATCH', `/apps/${from.app.id}`, { projectId: `${projectId}-old` });
    await to.change('PATCH', `/apps/${to.app.id}`, { projectId, name: 'The other one' });
    await expect.poll(async () => (await from.init(two)).body.uiHints?.widgetTitle, SOON).toBe('The other one');
    expect((await from.init(one)).body.uiHints.widgetTitle).toBe('The other one');
  });
}
