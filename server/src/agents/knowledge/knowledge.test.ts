import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, startTestApp, type TestApp } from '#test/test-app.ts';

let product: TestApp;
beforeAll(async () => {
  product = await startTestApp();
});
afterAll(() => product.close());

type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** A tenant of its own, and what its admin asks for. */
async function clinic(name: string) {
  const { tenantId, app } = await product.tenant(name);
  const call: Call = (method, path, body, headers = {}) =>
    product.call(method, path, {
      as: product.admin,
      headers: { 'x-tenant-id': tenantId, ...headers },
      ...(body !== undefined && { body }),
    });
  const add = async (document: object) => (await call('POST', '/knowledge/documents', document)).body;
  const search = async (query: string, more: object = {}) => (await call('POST', '/knowledge/search', { query, ...more })).body.items;
  const titles = async (query: string, more: object = {}) =>
    (await search(query, more)).map(({ documentTitle }: { documentTitle: string }) => documentTitle);
  return { call, add, search, titles, app, tenantId };
}

const PARKING = `# Parking

## The garage

Drive in from Cedar Street. The first half hour is free, each hour after that costs $2.

## Motorcycles

They stand free of charge in the bay beside the exit ramp.
`;
const VISITING = '## Visiting hours\n\nFamily may visit from 10:00 am to 8:00 pm, two people at a time.';
const FASTING = 'No coma nada desde la medianoche antes de la operación. Puede beber agua hasta dos horas antes.';

describe('documents', () => {
  test('are kept as they were given, with their language found out, and listed without their content', async () => {
    const { call, add } = await clinic('kept');
    const parking = await add({ title: 'Parking', content: PARKING });
    expect(parking).toMatchObject({
      contentType: 'text/markdown',
      language: 'en',
      status: 'ready',
      appId: null,
      agentId: null,
      chunkCount: 2,
    });
    const spanish = await add({ title: 'Antes de la cirugía', content: FASTING, contentType: 'text/plain' });
    expect(spanish).toMatchObject({ language: 'es', chunkCount: 1 });
    const items = [{ question: 'Do you take Medicare?', answer: 'Yes, all plans.' }];
    const questions = await add({ title: 'Insurance', items });
    expect(questions).toMatchObject({ contentType: 'application/vnd.foyer.qa+json', content: JSON.stringify({ items }), chunkCount: 1 });

    const list = (await call('GET', '/knowledge/documents?language=en')).body.items;
    expect(list.map(({ id }: { id: string }) => id)).toEqual([questions.id, parking.id]);
    expect(list[1]).not.toHaveProperty('content');
    expect((await call('GET', '/knowledge/documents?q=park')).body.items).toHaveLength(1);
    const read = await call('GET', `/knowledge/documents/${parking.id}`);
    expect(read.body).toEqual(parking);
    expect(read.headers.get('etag')).toBeTruthy();
  });

  test('are replaced as a whole, unless somebody was quicker', async () => {
    const { call, add, search, titles } = await clinic('replaced');
    const { id } = await add({ title: 'Parking', content: PARKING });
    const before = await search('motorcycle');
    const tag = (await call('GET', `/knowledge/documents/${id}`)).headers.get('etag') ?? '';
    const changed = { title: 'Parking', content: PARKING.replace('Cedar Street', 'Birch Avenue') };
    expect((await call('PUT', `/knowledge/documents/${id}`, changed, { 'if-match': tag })).status).toBe(200);
    expect((await call('PUT', `/knowledge/documents/${id}`, changed, { 'if-match': tag })).body.code).toBe('PRECONDITION_FAILED');
    expect(await titles('Cedar')).toEqual([]);
    expect(await titles('Birch')).toEqual(['Parking']);
    // What was not changed is still the same passage to whoever cites it.
    expect((await search('motorcycle'))[0].chunkId).toBe(before[0].chunkId);
  });

  test('are found no more once they are deleted, and their words are no spellings any more', async () => {
    const { call, add, titles, tenantId } = await clinic('deleted');
    const { id } = await add({ title: 'Parking', content: PARKING });
    await add({ title: 'Visiting', content: VISITING });
    expect(await titles('motorcicle')).toEqual(['Parking']);
    expect((await call('DELETE', `/knowledge/documents/${id}`)).status).toBe(204);
    expect(await titles('motorcycle')).toEqual([]);
    expect((await call('GET', `/knowledge/documents/${id}`)).body.code).toBe('KNOWLEDGE_DOCUMENT_NOT_FOUND');
    const [left] = await product.database.asSuperuser<{ words: number; terms: number }>(
      `select (select count(*)::int from knowledge_words where word = 'motorcycles' and tenant_id = $2) as words,
              (select count(*)::int from knowledge_terms where document_id = $1) as terms`,
      [id, tenantId],
    );
    expect(left).toEqual({ words: 0, terms: 0 });
  });

  test('are refused when there is nothing to read or two contents, and it is said what is wrong', async () => {
    const { call, tenantId } = await clinic('refused');
    const problem = async (body: object) => (await call('POST', '/knowledge/documents', body)).body;
    expect(await problem({ title: 'Empty', content: '# A\n\n## B\n' })).toMatchObject({ status: 422, code: 'KNOWLEDGE_DOCUMENT_EMPTY' });
    expect(await problem({ title: 'Both', content: 'x', items: [{ question: 'a', answer: 'b' }] })).toMatchObject({
      errors: [{ path: 'content' }],
    });
    expect(await problem({ title: 'Neither' })).toMatchObject({ errors: [{ path: 'content' }] });
    const broken = { title: 'Questions', contentType: 'application/vnd.foyer.qa+json', content: '{"items":[{"question":"Why?"}]}' };
    expect(await problem(broken)).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'content.items.0.answer' }] });
    expect(await problem({ title: 'Of nobody', content: 'x y', appId: '0198c0de-0000-7000-8000-000000000000' })).toMatchObject({
      code: 'APP_NOT_FOUND',
    });
    const form = new FormData();
    form.set('file', new Blob(['text']), 'a.txt');
    const upload = await fetch(`${product.url}/api/v1/knowledge/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.admin}`, 'x-tenant-id': tenantId },
      body: form,
    });
    expect(upload.status).toBe(415);
  });

  test('that are long are indexed by a job; until then what they said before is found', async () => {
    const { call, add, titles } = await clinic('long');
    const { id } = await add({ title: 'Handbook', content: 'The archive is in the basement.' });
    const long = Array.from(
      { length: 400 },
      (_, index) => `## Rule ${index}\n\n${'The team keeps its promises to visitors. '.repeat(8)}\n`,
    );
    const content = [...long, '## Kiln\n\nThe kiln is fired on Tuesdays.'].join('\n');
    const put = await call('PUT', `/knowledge/documents/${id}`, { title: 'Handbook', content });
    expect(put.body.status).toBe('processing');
    await expect.poll(async () => (await call('GET', `/knowledge/documents/${id}`)).body.status).toBe('ready');
    expect(await titles('When do you fire the kiln?')).toEqual(['Handbook']);
    expect(await titles('archive')).toEqual([]);
  });
});

describe('search', () => {
  test('finds forms of a word, words that mean the same, slips of typing, and Spanish without accents', async () => {
    const { add, titles } = await clinic('finds');
    await add({ title: 'Parking', content: PARKING });
    await add({ title: 'Visiting', content: VISITING });
    await add({ title: 'Antes de la cirugía', content: FASTING });
    expect((await titles('is the garage expensive?'))[0]).toBe('Parking');
    expect((await titles('Where can I leave my car?'))[0]).toBe('Parking');
    expect((await titles('how meny visiters can come'))[0]).toBe('Visiting');
    expect((await titles('puedo tomar agua antes de la operacion'))[0]).toBe('Antes de la cirugía');
    expect((await titles('¿Me puedo operar sin ayunar?'))[0]).toBe('Antes de la cirugía');
    expect(await titles('zebra')).toEqual([]);
    expect(await titles('the of and')).toEqual([]);
    expect(await titles("'; drop table knowledge_terms; --")).toEqual([]);
  });

  test('shows headings and a score, at most two passages of a document, and only the language that was asked for', async () => {
    const { add, search, titles } = await clinic('shows');
    const sections = ['Cost', 'Price', 'Fee', 'Charge'].map((name) => `## ${name} of parking\n\nParking has a price of $2.`);
    await add({ title: 'Parking', content: sections.join('\n\n') });
    await add({ title: 'Estacionamiento', content: 'El estacionamiento (parking) cuesta dos dólares por cada hora que usted se queda.' });
    const found = await search('parking price', { limit: 20 });
    expect(found.filter(({ documentTitle }: { documentTitle: string }) => documentTitle === 'Parking')).toHaveLength(2);
    expect(found[0]).toMatchObject({ heading: 'Price of parking', text: 'Parking has a price of $2.' });
    expect(found[0].score).toBeGreaterThan(0.7);
    expect(found[0].score).toBeLessThanOrEqual(1);
    expect(await titles('parking price', { language: 'es' })).toEqual(['Estacionamiento']);
  });

  test('knows what a tenant calls by several names', async () => {
    const { call, add, titles, tenantId } = await clinic('names');
    await add({ title: 'Lockers', content: 'The Birdhouse on level 2 has boxes for coats.' });
    expect(await titles('wardrobe')).toEqual([]);
    const profile = { knowledge: { synonyms: [['birdhouse', 'wardrobe', 'guardarropa']] } };
    expect((await call('PATCH', `/tenants/${tenantId}`, { profile })).status).toBe(200);
    expect(await titles('wardrobe')).toEqual(['Lockers']);
    expect(await titles('¿Dónde está el guardarropa?')).toEqual(['Lockers']);
  });

  test("finds an app's documents for that app alone, and an agent's for none", async () => {
    const { call, add, titles, app } = await clinic('apart');
    const other = (await call('POST', '/apps', { tenantId: app.tenantId, name: 'other', slug: 'other' })).body;
    const agent = (await call('POST', '/agents', { name: 'Night' })).body;
    await add({ title: 'All', content: 'The lantern is lit for all.' });
    await add({ title: 'Own', content: 'The lantern of this app is green.', appId: app.id });
    const made = await call('POST', `/ai-agent/${agent.id}/documents`, { title: 'Night', content: 'The lantern at night is blue.' });
    expect(made.body).toMatchObject({ agentId: agent.id, appId: null });
    expect((await call('GET', `/agents/${agent.id}/documents`)).body.items).toHaveLength(1);
    expect((await titles('lantern')).sort()).toEqual(['All']);
    expect((await titles('lantern', { appId: app.id })).sort()).toEqual(['All', 'Own']);
    expect((await titles('lantern', { appId: other.id })).sort()).toEqual(['All']);
  });

  test('never finds what belongs to another tenant', async () => {
    const ours = await clinic('ours');
    const theirs = await clinic('theirs');
    await ours.add({ title: 'Ours', content: 'The obelisk stands in the courtyard.' });
    expect(await theirs.titles('obelisk')).toEqual([]);
    expect(await theirs.titles('obelisc')).toEqual([]);
    expect(await ours.titles('obelisc')).toEqual(['Ours']);
  });
});
