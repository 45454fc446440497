import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Visitor } from '#test/visitor.ts';
import { attentive, type ExtractionDesk, FORM, openExtractionDesk, update, valuesOf } from './extraction.testing.ts';

let world: ExtractionDesk;
beforeAll(async () => {
  world = await openExtractionDesk();
});
afterAll(() => world.desk.close());
beforeEach(() => world.model(attentive));

const conversationOf = async ({ session }: Visitor): Promise<string> => {
  const [row] = await world.desk.database.asSuperuser<{ id: string }>('select conversation_id as id from widget_sessions where id = $1', [
    session.sessionId,
  ]);
  return row?.id ?? '';
};
const extractionOf = async (visitor: Visitor) => {
  const { body } = await world.call('GET', `/extractions?conversationId=${await conversationOf(visitor)}`);
  return (await world.call('GET', `/extractions/${body.items[0].id}`)).body;
};

describe('a form that a page gives', () => {
  test('fills itself while the visitor talks, with the words that say each value', async () => {
    const visitor = await world.visitor();
    expect(visitor.session.features).toMatchObject({ extraction: true });
    const first = await visitor.say('Hello, I am Ana Lopez', '1');
    const one = await update(visitor, ({ fields }) => fields.length === 1);

    expect(one).toMatchObject({
      formType: 'intake',
      extractionStatus: 'partial',
      overallConfidence: 0.9,
      fields: [
        {
          fieldName: 'name',
          value: 'Ana Lopez',
          status: 'suggested',
          confidence: 0.9,
          evidence: [{ messageId: first.messageId, quote: 'I am Ana Lopez' }],
        },
      ],
    });
    await visitor.say('I weigh 180 lb', '2');
    const two = await update(visitor, ({ fields }) => fields.length === 2);
    expect(two).toMatchObject({ extractionStatus: 'complete' });
    expect(valuesOf(two)).toEqual({ name: 'Ana Lopez', weight: 81.6 });
    expect(visitor.problems).toEqual([]);
  });

  test('is known again after a lost connection, without a gap', async () => {
    const visitor = await world.visitor();
    await visitor.say('I am Ana Lopez', '1');
    await update(visitor, ({ fields }) => fields.length === 1);
    await visitor.answer(0);
    visitor.cut();
    await visitor.connect();
    visitor.send({ type: 'resume', afterSeq: 0 });
    await visitor.frame((frame) => frame.type === 'ready');

    const seqs = visitor.frames.flatMap((frame) => ('seq' in frame ? [frame.seq] : []));
    expect(seqs).toEqual([1, 2, 3]);
    expect(valuesOf(await update(visitor, () => true))).toEqual({ name: 'Ana Lopez' });
    expect(visitor.problems).toEqual([]);
  });

  test('goes on being filled while a person has the conversation', async () => {
    const visitor = await world.visitor();
    const conversationId = await conversationOf(visitor);
    await world.call('POST', `/conversations/${conversationId}/takeover`);
    await visitor.say('I weigh 80 kg', '1');
    expect(valuesOf(await update(visitor, ({ fields }) => fields.length === 1))).toEqual({ weight: 80 });
  });

  test('whose feature is off stays closed', async () => {
    const { app } = await world.desk.tenant(`plain-${Date.now()}`);
    const visitor = await world.desk.visitor(app.projectId, { metadata: { formSchema: FORM } });
    expect(visitor.session.features).toMatchObject({ extraction: false });
    expect(
      (await world.desk.database.asSuperuser('select id from extractions where conversation_id = $1', [await conversationOf(visitor)]))
        .length,
    ).toBe(0);
  });

  test('takes the later of two words', async () => {
    const visitor = await world.visitor();
    await visitor.say('I weigh 80 kg', '1');
    await update(visitor, (frame) => valuesOf(frame).weight === 80);
    await visitor.say('No, sorry. I weigh 82 kg', '2');
    await update(visitor, (frame) => valuesOf(frame).weight === 82);
    const { history } = await extractionOf(visitor);
    expect(history).toMatchObject([
      { fieldName: 'weight', oldValue: null, newValue: 80, changedBy: 'engine', engine: 'scripted' },
      { fieldName: 'weight', oldValue: 80, newValue: 82, changedBy: 'engine' },
    ]);
  });
});

describe('the visitor', () => {
  test('confirms, corrects and removes fields, and what they say stays', async () => {
    const visitor = await world.visitor();
    await visitor.say('I am Ana Lopez. I weigh 80 kg. I smoke', '1');
    await update(visitor, ({ fields }) => fields.length === 3);
    visitor.send({ type: 'confirm_field', fieldName: 'name', value: 'Ana Lopez' });
    visitor.send({ type: 'confirm_field', fieldName: 'weight', value: '165 lb' });
    visitor.send({ type: 'reject_field', fieldName: 'smokes' });
    const judged = await update(visitor, ({ fields }) => fields.every(({ status }) => status !== 'suggested'));

    expect(judged.fields).toMatchObject([
      { fieldName: 'name', value: 'Ana Lopez', status: 'confirmed', confidence: 1, evidence: [{ quote: 'I am Ana Lopez' }] },
      { fieldName: 'weight', value: 74.84, status: 'corrected', confidence: 1, evidence: [] },
      { fieldName: 'smokes', value: null, status: 'rejected', confidence: 0 },
    ]);
    await visitor.say('I weigh 99 kg and I smoke. I am Bea', '2');
    await expect
      .poll(async () => (await extractionOf(visitor)).notes !== undefined && (await readSeqOf(visitor)))
      .toBeGreaterThan(judged.seq);
    expect(visitor.durable.size && [...visitor.durable.values()].filter(({ type }) => type === 'extraction_update').at(-1)?.seq).toBe(
      judged.seq,
    );
    expect(visitor.problems).toEqual([]);
  });

  test('is told what is wrong with a value', async () => {
    const visitor = await world.visitor();
    const refused = async (frame: object) => {
      const from = visitor.frames.length;
      visitor.send(frame);
      return visitor.frame((one) => one.type === 'error', from);
    };
    expect(await refused({ type: 'confirm_field', fieldName: 'shoe', value: 1 })).toMatchObject({
      code: 'INVALID_MESSAGE',
      message: 'fieldName: This form has no field called "shoe".',
    });
    expect(await refused({ type: 'confirm_field', fieldName: 'weight', value: 4000 })).toMatchObject({
      message: 'value: The value cannot be used: Must be at most 350.',
    });
    expect(await refused({ type: 'confirm_field', fieldName: 'weight' })).toMatchObject({
      code: 'INVALID_MESSAGE',
      message: expect.stringMatching(/^value: /),
    });
  });
});

const readSeqOf = async (visitor: Visitor): Promise<number> => {
  const [row] = await world.desk.database.asSuperuser<{ read_seq: number }>('select read_seq from extractions where conversation_id = $1', [
    await conversationOf(visitor),
  ]);
  return row?.read_seq ?? 0;
};
