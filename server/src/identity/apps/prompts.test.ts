import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentityWorld, type IdentityWorld } from '../identity.testing.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld();
});
afterAll(() => world.close());

async function arrange() {
  const { tenantId, owner } = await world.tenant();
  const { id } = await world.app(owner, tenantId);
  const path = `/apps/${id}/prompts`;
  const list = async (query = '') => (await world.call('GET', `${path}${query}`, { as: owner })).body;
  return {
    path,
    owner,
    list,
    add: (body: object) => world.call('POST', path, { as: owner, body: { name: 'x', kind: 'SYSTEM', content: 'Be kind.', ...body } }),
    patch: (promptId: string, body: object, headers = {}) => world.call('PATCH', `${path}/${promptId}`, { as: owner, body, headers }),
    remove: (promptId: string) => world.call('DELETE', `${path}/${promptId}`, { as: owner }),
    defaults: async () =>
      (await list('?limit=100')).items
        .filter(({ isDefault }: { isDefault: boolean }) => isDefault)
        .map(({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`)
        .sort(),
  };
}

describe('prompt profiles', () => {
  test('are added, listed by kind, changed and deleted', async () => {
    const { add, list, patch, remove } = await arrange();
    const { status, body } = await add({ name: 'Welcome', kind: 'PRE_MESSAGE', content: 'Hola 👋' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Welcome', kind: 'PRE_MESSAGE', content: 'Hola 👋', variables: {}, isDefault: false });
    await add({});
    expect((await list('?kind=PRE_MESSAGE')).items).toEqual([body]);
    expect((await list()).items).toHaveLength(2);

    expect((await patch(body.id, { content: 'Buenas' })).body).toMatchObject({ name: 'Welcome', content: 'Buenas' });
    expect((await remove(body.id)).status).toBe(204);
    expect(await remove(body.id)).toMatchObject({ status: 404, body: { code: 'PROMPT_NOT_FOUND' } });
    expect(await patch(body.id, {})).toMatchObject({ status: 404, body: { code: 'PROMPT_NOT_FOUND' } });
  });

  test('a new default takes the place of the one of its kind, of tool descriptions that of the same tool', async () => {
    const { add, defaults } = await arrange();
    for (const [kind, name] of [
      ['SYSTEM', 'old'],
      ['SYSTEM', 'new'],
      ['POST_MESSAGE', 'closing'],
      ['TOOL_DESCRIPTION', 'open_ticket'],
      ['TOOL_DESCRIPTION', 'open_ticket'],
      ['TOOL_DESCRIPTION', 'transfer_to_person'],
    ]) {
      expect((await add({ kind, name, isDefault: true })).status).toBe(201);
    }
    expect(await defaults()).toEqual([
      'POST_MESSAGE closing',
      'SYSTEM new',
      'TOOL_DESCRIPTION open_ticket',
      'TOOL_DESCRIPTION transfer_to_person',
    ]);
  });

  test('a profile that becomes the default, or a default that changes its kind, takes that place too', async () => {
    const { add, patch, defaults } = await arrange();
    const first = (await add({ name: 'first', isDefault: true })).body;
    const second = (await add({ name: 'second' })).body;
    await patch(second.id, { isDefault: true });
    expect(await defaults()).toEqual(['SYSTEM second']);
    await patch(first.id, { kind: 'PRE_MESSAGE', isDefault: true });
    await patch(first.id, { kind: 'SYSTEM' });
    expect(await defaults()).toEqual(['SYSTEM first']);
  });

  test('of many defaults at once, one remains', async () => {
    const { add, defaults } = await arrange();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => add({ name: `n${index}`, isDefault: true })));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(await defaults()).toHaveLength(1);
  });

  test('naming a variable that nobody fills in is refused, on adding and on changing', async () => {
    const { add, patch } = await arrange();
    const refused = {
      status: 400,
      body: {
        code: 'UNKNOWN_VARIABLES',
        errors: [{ path: 'content', message: 'Names unknown variables: {{clinic}}. Known are {{visitor.name}}' }],
      },
    };
    expect(await add({ content: 'Hi {{visitor.name}} from {{clinic}}' })).toMatchObject(refused);
    const { status, body } = await add({ content: 'Hi {{visitor.name}} from {{clinic}}', variables: { clinic: 'Sol' } });
    expect(status).toBe(201);
    expect(await patch(body.id, { variables: {} })).toMatchObject(refused);
    expect((await add({ name: 'open_ticket', kind: 'TOOL_DESCRIPTION', content: 'Braces {{stay}}.' })).status).toBe(201);
  });

  test('cannot give a value to a variable that every profile has', async () => {
    const { add } = await arrange();
    const answer = await add({ variables: { 'visitor.name': 'Ana', clinic: 'Sol' } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', errors: [{ path: 'variables.visitor.name' }] } });
  });

  test('that is the default and is deleted, switched off or made another kind leaves none: no other steps in unasked', async () => {
    const { add, patch, remove, defaults } = await arrange();
    await add({ name: 'spare' });
    for (const end of [
      (id: string) => remove(id),
      (id: string) => patch(id, { isDefault: false }),
      (id: string) => patch(id, { kind: 'POST_MESSAGE', isDefault: false }),
    ]) {
      const { body } = await add({ name: 'chosen', isDefault: true });
      expect(await defaults()).toEqual(['SYSTEM chosen']);
      expect((await end(body.id)).status).toBeLessThan(300);
      expect(await defaults()).toEqual([]);
    }
  });

  test('a default that becomes another kind takes the place of the default there, and leaves its own empty', async () => {
    const { add, patch, defaults } = await arrange();
    await add({ name: 'closing', kind: 'POST_MESSAGE', isDefault: true });
    const { body } = await add({ name: 'moving', isDefault: true });
    await patch(body.id, { kind: 'POST_MESSAGE' });
    expect(await defaults()).toEqual(['POST_MESSAGE moving']);
  });

  test("that describe a tool name one of the agent's", async () => {
    const { add, patch } = await arrange();
    const unknown = {
      status: 400,
      body: { code: 'UNKNOWN_TOOL', errors: [{ path: 'name', message: expect.stringContaining('open_ticket, ') }] },
    };
    expect(await add({ name: 'open_tickets', kind: 'TOOL_DESCRIPTION' })).toMatchObject(unknown);
    const { body } = await add({ name: 'open_ticket', kind: 'TOOL_DESCRIPTION', isDefault: true });
    expect(await patch(body.id, { name: 'book' })).toMatchObject(unknown);
    const system = (await add({ name: 'Who we are' })).body;
    expect(await patch(system.id, { kind: 'TOOL_DESCRIPTION' })).toMatchObject(unknown);
    expect((await patch(system.id, { kind: 'TOOL_DESCRIPTION', name: 'transfer_to_person' })).status).toBe(200);

    const long = await add({ name: 'open_ticket', kind: 'TOOL_DESCRIPTION', content: 'x'.repeat(2_001) });
    expect(long).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', errors: [{ path: 'content' }] } });
  });

  test('whose tool is gone can be taken back and deleted, and not be the default again', async () => {
    const { add, patch, remove, defaults } = await arrange();
    world.toolNames.push('book_table');
    const { body } = await add({ name: 'book_table', kind: 'TOOL_DESCRIPTION', isDefault: true });
    world.toolNames.pop();
    expect(await patch(body.id, { content: 'Books.' })).toMatchObject({ status: 400, body: { code: 'UNKNOWN_TOOL' } });
    expect((await patch(body.id, { isDefault: false })).status).toBe(200);
    expect(await defaults()).toEqual([]);
    expect((await remove(body.id)).status).toBe(204);
  });

  test('of another app is not there, though it is of the same tenant', async () => {
    const { owner, add } = await arrange();
    const { body } = await add({});
    const tenantId = (await world.call('GET', `/apps/${body.appId}`, { as: owner })).body.tenantId;
    const { id } = await world.app(owner, tenantId);
    for (const method of ['PATCH', 'DELETE'] as const) {
      const answer = await world.call(method, `/apps/${id}/prompts/${body.id}`, { as: owner, body: method === 'PATCH' ? {} : undefined });
      expect(answer).toMatchObject({ status: 404, body: { code: 'PROMPT_NOT_FOUND' } });
    }
  });

  test('are not overwritten with an old If-Match', async () => {
    const { add, patch } = await arrange();
    const { body, headers } = await add({});
    const match = { 'if-match': String(headers.etag) };
    expect((await patch(body.id, { content: 'One' }, match)).status).toBe(200);
    expect((await patch(body.id, { content: 'Two' }, match)).status).toBe(412);
  });

  test.each([
    [{ kind: 'system' }, 'kind'],
    [{ content: '' }, 'content'],
    [{ content: 'x'.repeat(50_001) }, 'content'],
    [{ name: 'a\nb' }, 'name'],
    [{ variables: ['clinic'] }, 'variables'],
    [{ variables: { clinic: 7 } }, 'variables.clinic'],
    [{ isDefault: 'true' }, 'isDefault'],
    [{ appId: 'x' }, 'appId'],
  ])('name what is wrong in %j', async (part, path) => {
    const { add } = await arrange();
    const answer = await add(part);
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.errors).toMatchObject([{ path }]);
  });
});
