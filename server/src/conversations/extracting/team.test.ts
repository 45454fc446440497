import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Visitor } from '#test/visitor.ts';
import { attentive, type ExtractionDesk, FORM, openExtractionDesk, update, valuesOf } from './extraction.testing.ts';

let world: ExtractionDesk;
beforeAll(async () => {
  world = await openExtractionDesk();
});
afterAll(() => world.desk.close());
beforeEach(() => world.model(attentive));

/** A visitor who has said two things, and the extraction that knows them. */
async function arrange(): Promise<{ visitor: Visitor; id: string; etag: string }> {
  const visitor = await world.visitor();
  await visitor.say('I am Ana Lopez. I weigh 80 kg', '1');
  const { extractionId } = await update(visitor, ({ fields }) => fields.length === 2);
  const { headers } = await world.call('GET', `/extractions/${extractionId}`);
  return { visitor, id: extractionId, etag: headers.get('etag') ?? '' };
}

describe('the team', () => {
  test('reads what is known, how sure it is, what it rests on, and every change', async () => {
    const { id } = await arrange();
    const { body } = await world.call('GET', `/extractions/${id}`);
    expect(body).toMatchObject({
      formType: 'intake',
      extractionStatus: 'complete',
      engine: 'scripted',
      formSchema: FORM,
      missingFields: [],
      fields: [
        { fieldName: 'name', value: 'Ana Lopez', confidenceLevel: 'high', isCalibrated: false, status: 'suggested', changedBy: 'engine' },
        { fieldName: 'weight', value: 80, evidence: [{ quote: 'I weigh 80 kg' }] },
      ],
      history: [
        { fieldName: 'name', oldValue: null, newValue: 'Ana Lopez', oldStatus: null, newStatus: 'suggested' },
        { fieldName: 'weight', newValue: 80 },
      ],
    });
    expect(Object.keys(body.formSchema.properties)).toEqual(['name', 'weight', 'smokes']);
    const { body: list } = await world.call('GET', `/extractions?conversationId=${body.conversationId}&status=complete`);
    expect(list.items.map((one: { id: string }) => one.id)).toEqual([id]);
  });

  test('confirms, corrects and rejects, and the visitor is shown it', async () => {
    const { visitor, id, etag } = await arrange();
    const confirmed = await world.call('POST', `/extractions/${id}/fields/name/confirm`, { headers: { 'if-match': etag } });
    expect(confirmed).toMatchObject({ status: 200, body: { fields: [{ status: 'confirmed', changedBy: 'team', confidence: 1 }, {}] } });
    expect(confirmed.body.fields[0].changedByPersonId).toMatch(/-/);
    await world.call('POST', `/extractions/${id}/fields/weight/correct`, { body: { value: '200 lb' } });
    const { body } = await world.call('POST', `/extractions/${id}/fields/smokes/reject`);
    expect(body.fields.map(({ value, status }: { value: unknown; status: string }) => [value, status])).toEqual([
      ['Ana Lopez', 'confirmed'],
      [90.72, 'corrected'],
      [null, 'rejected'],
    ]);
    const shown = await update(visitor, ({ fields }) => fields.length === 3);
    expect(shown.fields[1]).toMatchObject({ value: 90.72, status: 'corrected' });
    const events = await world.desk.database.asSuperuser<{ data: object }>(
      `select data from events where type = 'extraction.updated' and subject->>'extractionId' = $1 order by created_at, id`,
      [id],
    );
    expect(events.map(({ data }) => data)).toEqual([
      { by: 'engine', formType: 'intake', status: 'complete', fieldNames: ['name', 'weight'] },
      { by: 'team', formType: 'intake', status: 'complete', fieldNames: ['name'] },
      { by: 'team', formType: 'intake', status: 'complete', fieldNames: ['weight'] },
      { by: 'team', formType: 'intake', status: 'complete', fieldNames: ['smokes'] },
    ]);
    expect(visitor.problems).toEqual([]);
  });

  test.each(['2125550187', 'true', '{"a":1}', '"quoted"', '['])('corrects a text to %s, and a text it stays', async (value) => {
    const { visitor, id } = await arrange();
    const corrected = await world.call('POST', `/extractions/${id}/fields/name/correct`, { body: { value } });
    expect(corrected).toMatchObject({ status: 200, body: { fields: [{ value, status: 'corrected' }, {}] } });
    const { body } = await world.call('GET', `/extractions/${id}`);
    expect(body.history.at(-1)).toMatchObject({ oldValue: 'Ana Lopez', newValue: value });
    expect((await update(visitor, ({ fields }) => fields[0]?.status === 'corrected')).fields[0]?.value).toBe(value);
  });

  test('is told what is wrong', async () => {
    const { id, etag } = await arrange();
    const judge = async (path: string, body?: unknown, headers = {}) => {
      const answer = await world.call('POST', `/extractions/${id}/fields/${path}`, { ...(body !== undefined && { body }), headers });
      return [answer.status, answer.body.code];
    };
    expect(await judge('shoe/confirm')).toEqual([404, 'EXTRACTION_FIELD_NOT_FOUND']);
    expect(await judge('smokes/confirm')).toEqual([409, 'EXTRACTION_FIELD_EMPTY']);
    expect(await judge('weight/correct', { value: 'heavy' })).toEqual([400, 'VALIDATION_FAILED']);
    expect(await judge('weight/correct', { value: null })).toEqual([400, 'VALIDATION_FAILED']);
    expect(await judge('name/confirm')).toEqual([200, undefined]);
    expect(await judge('weight/confirm', undefined, { 'if-match': etag })).toEqual([412, 'PRECONDITION_FAILED']);
    expect((await world.call('GET', '/extractions/01960000-0000-7000-8000-000000000000')).body.code).toBe('EXTRACTION_NOT_FOUND');
  });

  test('saying the same twice changes nothing', async () => {
    const { id } = await arrange();
    const once = await world.call('POST', `/extractions/${id}/fields/name/confirm`);
    const twice = await world.call('POST', `/extractions/${id}/fields/name/correct`, { body: { value: 'Ana Lopez' } });
    expect(twice.body).toEqual(once.body);
  });
});

test('what people have said about thirty suggestions calibrates the next', async () => {
  const { id } = await arrange();
  await world.desk.database.asSuperuser(
    `insert into extraction_field_history (id, tenant_id, extraction_id, name, evidence, changed_by, judgement, judged_confidence, changed_at)
     select gen_random_uuid(), $1, $2, 'smokes', '[]', 'team', case when n <= 10 then 'right' else 'wrong' end, 0.9, now() from generate_series(1, 40) n`,
    [world.tenantId, id],
  );
  const visitor = await world.visitor();
  await visitor.say('I smoke. I am Bea', '1');
  const { extractionId } = await update(visitor, ({ fields }) => fields.length === 2);
  const { fields } = (await world.call('GET', `/extractions/${extractionId}`)).body;
  expect(fields).toMatchObject([
    { fieldName: 'name', isCalibrated: false, confidenceLevel: 'high' },
    { fieldName: 'smokes', isCalibrated: true, confidenceLevel: 'low' },
  ]);
  expect(fields[1].confidence).toBeCloseTo(0.25, 1);
});

describe('a known visitor who comes back', () => {
  const { properties } = FORM;
  /** Two sessions of one person, by a token of the app. */
  async function twice(first: object, second: object) {
    const { body: app } = await world.call('GET', '/apps?limit=1');
    const { body: secret } = await world.call('POST', `/apps/${app.items[0].id}/rotate-identity-secret`);
    const { SignJWT } = await import('jose');
    const userToken = await new SignJWT({ sub: `user-${crypto.randomUUID()}` })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret.identitySecret));
    const one = await world.visitor({ ...first }, { userToken });
    await one.say('I am Ana Lopez. I weigh 80 kg', '1');
    await update(one, ({ fields }) => fields.length >= 1);
    await one.answer(0);
    const two = await world.visitor({ ...second }, { userToken });
    two.send({ type: 'resume', afterSeq: 0 });
    await two.frame((frame) => frame.type === 'ready');
    return two;
  }

  test('with another form gets another extraction, which reads what was said before', async () => {
    const visitor = await twice(
      { formSchema: FORM, formType: 'intake' },
      { formSchema: { type: 'object', properties: { name: properties.name } }, formType: 'contact' },
    );
    const contact = await update(visitor, ({ formType }) => formType === 'contact');
    expect(valuesOf(contact)).toEqual({ name: 'Ana Lopez' });
  });

  test('with the same form in another version keeps what still fits', async () => {
    const changed = {
      type: 'object',
      properties: { name: properties.name, weight: { type: 'string', title: 'Weight', enum: ['light', 'heavy'] } },
    };
    const visitor = await twice({ formSchema: FORM, formType: 'intake' }, { formSchema: changed, formType: 'intake' });
    const kept = await update(visitor, ({ fields }) => fields.length === 1 && fields[0]?.fieldName === 'name');
    expect(valuesOf(kept)).toEqual({ name: 'Ana Lopez' });
    const { history } = (await world.call('GET', `/extractions/${kept.extractionId}`)).body;
    expect(history).toContainEqual(expect.objectContaining({ fieldName: 'weight', oldValue: 80, newValue: null, newStatus: null }));
  });
});

describe('a preview', () => {
  const messages = [
    { role: 'assistant', content: 'Your name, please?' },
    { role: 'user', content: 'I am Ana Lopez' },
  ];
  const preview = (body: object) =>
    world.call('POST', '/extractions/preview', { body: { messages, formSchema: FORM, formType: 'intake', ...body } });

  test('tells what would be found, and stores nothing', async () => {
    const count = () => world.desk.database.asSuperuser('select count(*)::int as n from extractions');
    const before = await count();
    const { status, body } = await preview({});
    expect(status).toBe(200);
    expect(body).toEqual({
      fields: [
        {
          fieldName: 'name',
          value: 'Ana Lopez',
          confidence: 0.9,
          confidenceLevel: 'high',
          status: 'suggested',
          evidence: [{ messageId: 'm2', quote: 'I am Ana Lopez' }],
        },
      ],
      extractionStatus: 'partial',
      overallConfidence: 0.9,
    });
    expect(await count()).toEqual(before);
  });

  test('by the built-in engine needs no model', async () => {
    const { status, body } = await preview({ engine: 'builtin', messages: [{ id: 'x', role: 'user', content: 'My name is Ana Lopez' }] });
    expect(status).toBe(200);
    expect(body.fields).toMatchObject([{ fieldName: 'name', value: 'Ana Lopez', evidence: [{ messageId: 'x' }] }]);
  });

  test('names the property of a form that cannot be used', async () => {
    const { status, body } = await preview({ formSchema: { type: 'object', properties: { when: { type: 'date' } } } });
    expect([status, body.code, body.errors[0].path]).toEqual([400, 'INVALID_FORM_SCHEMA', 'formSchema.properties.when.type']);
    const twice = await preview({
      messages: [
        { id: 'a', role: 'user', content: 'x' },
        { id: 'a', role: 'user', content: 'y' },
      ],
    });
    expect([twice.status, twice.body.errors[0].path]).toEqual([400, 'messages.1.id']);
  });

  test('by a model that gives nothing has failed', async () => {
    world.model(async function* () {
      yield { type: 'finish', reason: 'stop' };
    });
    expect((await preview({ engine: 'model' })).body).toEqual({ fields: [], extractionStatus: 'failed', overallConfidence: 0 });
  });
});
