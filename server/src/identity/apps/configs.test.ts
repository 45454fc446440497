import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentityWorld, type IdentityWorld } from '../identity.testing.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld();
});
afterAll(() => world.close());

async function arrange() {
  const { tenantId, owner } = await world.tenant();
  const { id, apiKey } = await world.app(owner, tenantId);
  const path = `/apps/${id}/configs`;
  return {
    apiKey,
    path,
    add: (body: object) => world.call('POST', path, { as: owner, body }),
    list: async (query = '') => (await world.call('GET', `${path}${query}`, { as: owner })).body,
    active: () => world.call('GET', `${path}/active`, { as: owner }),
  };
}

const config = {
  features: { chat: true, voice: false, extraction: true },
  uiTheme: { colors: { primary: '#0a5' } },
  llmConfig: {
    provider: 'openai',
    model: 'gpt-4.1-mini',
    temperature: 0.2,
    maxTokens: 800,
    fallback: ['anthropic/claude-haiku-5-5', 'builtin'],
  },
  voiceConfig: { voice: 'alloy' },
};

describe('configurations', () => {
  test('are numbered from 1, and the newest active one holds', async () => {
    const { add, list, active } = await arrange();
    expect(await active()).toMatchObject({ status: 404, body: { code: 'NO_ACTIVE_CONFIG' } });
    expect(await add({ ...config, isActive: true })).toMatchObject({ status: 201, body: { ...config, version: 1, isActive: true } });
    await add({ features: { chat: false }, isActive: false });
    expect((await active()).body.version).toBe(1);
    await add({ features: { chat: true }, isActive: true });

    expect((await active()).body).toMatchObject({ version: 3, features: { chat: true }, uiTheme: {}, llmConfig: {}, voiceConfig: {} });
    const { items } = await list();
    expect(items.map((item: { version: number; isActive: boolean }) => [item.version, item.isActive])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  test('take effect unless they say otherwise', async () => {
    const { add } = await arrange();
    expect((await add({})).body).toMatchObject({ version: 1, isActive: true, features: {} });
  });

  test('made at the same moment get one number each, without gaps, and one of them is active', async () => {
    const { add, list, active } = await arrange();
    const answers = await Promise.all(Array.from({ length: 12 }, () => add(config)));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const { items } = await list('?limit=100');
    expect(items.map(({ version }: { version: number }) => version)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(items.filter(({ isActive }: { isActive: boolean }) => isActive)).toHaveLength(1);
    expect((await active()).body.version).toBe(12);
  });

  test('are listed page by page', async () => {
    const { add, list } = await arrange();
    for (let count = 0; count < 5; count += 1) await add({});
    const first = await list('?limit=3');
    const second = await list(`?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
    expect(second.nextCursor).toBeNull();
  });

  test('can be read with the app’s key, and not written', async () => {
    const { apiKey, path, add } = await arrange();
    await add(config);
    const headers = { 'x-api-key': apiKey };
    expect((await world.call('GET', `${path}/active`, { headers })).body.version).toBe(1);
    expect((await world.call('POST', path, { headers, body: config })).status).toBe(403);
  });

  test.each([
    [{ llmConfig: { temperature: 2.1 } }, 'llmConfig.temperature'],
    [{ llmConfig: { temperature: '1' } }, 'llmConfig.temperature'],
    [{ llmConfig: { maxTokens: 0 } }, 'llmConfig.maxTokens'],
    [{ llmConfig: { maxTokens: 100_001 } }, 'llmConfig.maxTokens'],
    [{ llmConfig: { maxTokens: 1.5 } }, 'llmConfig.maxTokens'],
    [{ llmConfig: { provider: 'nobody' } }, 'llmConfig.provider'],
    [{ llmConfig: { fallback: ['nobody'] } }, 'llmConfig.fallback.0'],
    [{ llmConfig: { fallback: ['openai/'] } }, 'llmConfig.fallback.0'],
    [{ llmConfig: { fallback: ['builtin/m'] } }, 'llmConfig.fallback.0'],
    [{ llmConfig: { prices: {} } }, 'llmConfig.prices'],
    [{ llmConfig: { apiKey: 'sk' } }, 'llmConfig.apiKey'],
    [{ features: { chat: 'yes' } }, 'features.chat'],
    [{ features: { 'not a name': true } }, 'features.not a name'],
    [{ features: [] }, 'features'],
    [{ uiTheme: 'dark' }, 'uiTheme'],
    [{ isActive: 1 }, 'isActive'],
    [{ version: 7 }, 'version'],
  ])('name what is wrong in %j', async (body, path) => {
    const { add } = await arrange();
    const answer = await add(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.errors).toMatchObject([{ path }]);
  });

  test('refuse a theme that is too deep or too large', async () => {
    const { add } = await arrange();
    let deep: object = {};
    for (let depth = 0; depth < 12; depth += 1) deep = { deep };
    expect((await add({ uiTheme: deep })).body.errors[0].message).toBe('Is nested too deeply');
    expect((await add({ uiTheme: { css: 'x'.repeat(70_000) } })).body.errors).toMatchObject([{ path: 'uiTheme' }]);
  });
});
