import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ExtractionDesk, FORM, openExtractionDesk, update, valuesOf } from './extraction.testing.ts';

/** A server that speaks the wires of both vendors. */
const provider = new LLMock({ port: 0, host: '127.0.0.1' });
const desks: Record<string, ExtractionDesk> = {};

beforeAll(async () => {
  await provider.start();
  const open = (env: Record<string, string>) => openExtractionDesk({ hasOwnModels: true, env: { FOYER_SECOND_OPINION: 'no', ...env } });
  desks.openai = await open({ OPENAI_API_KEY: 'test', OPENAI_BASE_URL: `${provider.url}/v1` });
  desks.anthropic = await open({ ANTHROPIC_API_KEY: 'test', ANTHROPIC_BASE_URL: provider.url });
  desks.builtin = await open({});
});
afterAll(async () => {
  for (const world of Object.values(desks)) await world.desk.close();
  await provider.stop();
});
beforeEach(() => {
  provider.clearFixtures().clearRequests();
});

const SAID = "Hi, I'm Ana Lopez, I weigh 180 lb and I don't smoke";
const CALL = {
  extracted_fields: { name: 'Ana Lopez', weight: 180, smokes: false },
  confidence_scores: { name: 0.95, weight: 0.9, smokes: 0.9 },
  evidence: {
    name: [{ message_id: 'm1', quote: "I'm Ana Lopez" }],
    weight: [{ message_id: 'm1', quote: 'I weigh 180 lb' }],
    smokes: [{ message_id: 'm1', quote: "I don't smoke" }],
  },
};

test.each(['openai', 'anthropic'])('over the wire of %s a form fills itself, and the visitor has the last word', async (vendor) => {
  provider.on({ userMessage: 'message_id' }, { toolCalls: [{ id: 'c', name: 'extract_intake_fields', arguments: JSON.stringify(CALL) }] });
  provider.onMessage('Ana', { content: 'Thank you, Ana.' });
  const world = desks[vendor];
  if (!world) throw new Error('no desk');
  const visitor = await world.visitor();
  const { seq } = await visitor.say(SAID, '1');
  expect(await visitor.answer(seq)).toMatchObject({ content: 'Thank you, Ana.' });
  const found = await update(visitor, ({ fields }) => fields.length === 3);
  expect(valuesOf(found)).toEqual({ name: 'Ana Lopez', weight: 81.6, smokes: false });
  expect(found.fields.map(({ evidence }) => evidence[0]?.quote)).toEqual(["I'm Ana Lopez", 'I weigh 180 lb', "I don't smoke"]);

  visitor.cut();
  await visitor.connect();
  visitor.send({ type: 'resume', afterSeq: 0 });
  await visitor.frame((frame) => frame.type === 'ready');
  visitor.send({ type: 'confirm_field', fieldName: 'weight', value: 82 });
  const judged = await update(visitor, ({ fields }) => fields.some(({ status }) => status === 'corrected'));
  expect(valuesOf(judged)).toMatchObject({ weight: 82 });
  expect(visitor.problems).toEqual([]);

  const [usage] = await world.desk.database.asSuperuser<{ n: number }>(
    `select count(*)::int as n from model_usage where turn_id is null and conversation_id is not null`,
  );
  expect(usage?.n).toBeGreaterThan(0);
  const answering = provider.getRequests().find(({ body }) => JSON.stringify(body).includes('FORM: while you talk'));
  expect(JSON.stringify(answering?.body)).toContain('Full name');
});

test('without a provider the built-in engine fills the form in, and a model cannot be asked for', async () => {
  const world = desks.builtin;
  if (!world) throw new Error('no desk');
  const visitor = await world.visitor();
  await visitor.say('My name is Ana Lopez and I weigh 180 lb', '1');
  expect(valuesOf(await update(visitor, ({ fields }) => fields.length === 2))).toMatchObject({
    name: 'Ana Lopez',
    weight: expect.closeTo(81.6, 0),
  });
  const body = { messages: [{ role: 'user', content: 'x' }], formSchema: FORM, engine: 'model' };
  expect((await world.call('POST', '/extractions/preview', { body })).body).toMatchObject({ status: 409, code: 'NO_MODEL_PROVIDER' });
});
