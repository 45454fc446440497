import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatRequest } from '#agents/models/chat-model.ts';
import { calling, lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { SearchResult } from './knowledge.tools.ts';

/** What the model was last told and asked. */
let asked: ChatRequest | undefined;

/** Searches for what the visitor writes, twice where that says so, and answers with what it was told last. */
const models = scriptedModels(async function* (request) {
  asked = request;
  const question = lastUserText(request);
  const results = request.messages.filter(({ role }) => role === 'tool');
  const canSearch = request.tools.some(({ name }) => name === 'search_knowledge');
  if (canSearch && results.length < (question.includes('twice') ? 2 : 1)) yield* calling('search_knowledge', { query: question });
  else yield* saying(results.at(-1)?.content ?? 'I cannot search.');
});

let product: TestApp;
beforeAll(async () => {
  product = await startTestApp({ models });
});
afterAll(() => product.close());

async function clinic(name: string) {
  const { tenantId, app } = await product.tenant(name);
  const call = (method: string, path: string, body?: object) =>
    product.call(method, path, { as: product.admin, headers: { 'x-tenant-id': tenantId }, ...(body && { body }) });
  const add = async (document: object) => (await call('POST', '/knowledge/documents', document)).body;
  /** A visitor's question, and the answer as the visitor gets it. */
  const ask = async (question: string) => {
    const visitor = await product.visitor(app.projectId);
    await visitor.connect();
    const answer = await visitor.answer((await visitor.say(question, 'question')).seq);
    expect(visitor.problems).toEqual([]);
    return answer;
  };
  return { call, add, ask, app };
}

const resultIn = (content: string): SearchResult => JSON.parse(content);

describe('search_knowledge', () => {
  test('is offered to a model once there is something to search, and the answer cites what was found', async () => {
    const { add, ask } = await clinic('sources');
    expect((await ask('Where can I park?')).content).toBe('I cannot search.');
    const { id } = await add({ title: 'Parking', content: '## Garage\n\nDrive in from Cedar Street. An hour costs $2.' });
    await add({ title: 'Kitchen', content: 'Lunch is served at noon.' });

    const answer = await ask('Where can I park?');
    expect(resultIn(answer.content)).toMatchObject({
      passages: [{ n: 1, title: 'Parking', heading: 'Garage', text: 'Drive in from Cedar Street. An hour costs $2.', documentId: id }],
    });
    expect(answer.sources).toEqual([{ title: 'Parking', documentId: id }]);
    expect(asked?.messages[0]?.content).toContain('search_knowledge');
  });

  test('cites a document once, and nothing where nothing was found', async () => {
    const { add, ask } = await clinic('twice');
    const { id } = await add({ title: 'Parking', content: '## Garage\n\nThe garage costs $2.\n\n## Lot\n\nThe garage lot costs $1.' });
    expect((await ask('What does the garage cost? Look twice.')).sources).toEqual([{ title: 'Parking', documentId: id }]);
    const nothing = await ask('zebra');
    expect(nothing).not.toHaveProperty('sources');
    expect(resultIn(nothing.content)).toMatchObject({ passages: [], note: expect.stringContaining('you do not know') });
  });

  test('tells a model no more than it can read', async () => {
    const { add, ask } = await clinic('bounded');
    for (let count = 0; count < 6; count += 1) {
      const sentences = Array.from({ length: 40 }, (_, index) => `The lantern number ${index} of house ${count} is lit.`);
      await add({ title: `Lanterns ${count}`, content: sentences.join(' ') });
    }
    const { passages } = resultIn((await ask('Where is the lantern?')).content);
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(5_000);
  });

  test('answers in the language of the question what is there in two, and in the other one what is only there', async () => {
    const { add, ask } = await clinic('bilingual');
    const english = await add({ title: 'TAVI', content: 'A TAVI is a new valve for the heart. It is brought there through an artery.' });
    const spanish = await add({ title: 'TAVI', content: 'Una TAVI es una válvula nueva para el corazón. Se lleva por una arteria.' });
    const only = await add({ title: 'Metoprolol', content: 'El metoprolol se toma por la mañana con el desayuno y no se deja de golpe.' });

    const cited = async (question: string) => (await ask(question)).sources?.map(({ documentId }) => documentId);
    expect(await cited('What is a TAVI?')).toEqual([english.id]);
    expect(await cited('¿Qué es una TAVI?')).toEqual([spanish.id]);
    expect(await cited('What about metoprolol?')).toEqual([only.id]);
  });

  test('shows the agent what its app may see', async () => {
    const { call, add, ask, app } = await clinic('own');
    const other = (await call('POST', '/apps', { tenantId: app.tenantId, name: 'other', slug: 'other-own' })).body;
    await add({ title: 'Other', content: 'The lantern of the other app is red.', appId: other.id });
    expect((await ask('Which lantern?')).content).toBe('I cannot search.');
    const [conversation] = (await call('GET', `/conversations?appId=${app.id}`)).body.items;
    await call('POST', `/agents/${conversation.agentId}/documents`, { title: 'Agent', content: 'The lantern of this agent is green.' });
    const { passages } = resultIn((await ask('Which lantern?')).content);
    expect(passages.map(({ title }) => title)).toEqual(['Agent']);
  });
});
