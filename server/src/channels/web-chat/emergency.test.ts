import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';

let product: TestApp;

beforeAll(async () => {
  product = await startTestApp({
    models: scriptedModels(() => saying('Please call now.')),
  });
});
afterAll(() => product.close());

const isEmergency = (frame: ServerFrame) => frame.type === 'emergency';

describe('an emergency in a message', () => {
  test('is answered at once with the number of the tenant’s country, once per message, and the message still goes through', async () => {
    const { tenantId, app } = await product.tenant('clinic');
    await product.call('PATCH', `/tenants/${tenantId}`, { as: product.admin, body: { country: 'ES' } });
    const visitor = await product.visitor(app.projectId);
    await visitor.connect();
    const ack = await visitor.say('I have a crushing pain in my chest and my left arm is numb', 'm1');
    const types = visitor.frames.map(({ type }) => type);
    expect(types.indexOf('emergency')).toBeLessThan(types.indexOf('message_ack'));
    expect(visitor.frames.find(isEmergency)).toMatchObject({
      text: expect.stringContaining('Call 112 now'),
      contacts: [{ label: 'Emergency', phone: '112' }],
    });
    await visitor.say('I have a crushing pain in my chest and my left arm is numb', 'm1');
    expect(visitor.frames.filter(isEmergency)).toHaveLength(1);
    expect(ack.seq).toBeGreaterThan(0);
    expect(visitor.problems).toEqual([]);
    visitor.close();
  });

  test('is answered in the language of the message, with somebody to talk to for who wants to die', async () => {
    const { tenantId, app } = await product.tenant('clinica');
    await product.call('PATCH', `/tenants/${tenantId}`, { as: product.admin, body: { country: 'MX' } });
    const visitor = await product.visitor(app.projectId, { locale: 'en' });
    await visitor.connect();
    await visitor.say('ya no quiero vivir, me quiero quitar la vida', 'm1');
    expect(visitor.frames.find(isEmergency)).toMatchObject({
      text: expect.stringContaining('Llame ya al 911'),
      contacts: [{ phone: '911' }, { label: 'Línea de la Vida', phone: '800 911 2000' }],
    });
    visitor.close();
  });

  test('is answered in the tenant’s own words where it has some', async () => {
    const { tenantId, app } = await product.tenant('hotel');
    const emergency = { text: { en: 'Dial 9 for the front desk.' }, contacts: [{ label: 'Front desk', phone: '9000' }] };
    await product.call('PATCH', `/tenants/${tenantId}`, { as: product.admin, body: { profile: { emergency } } });
    const visitor = await product.visitor(app.projectId);
    await visitor.connect();
    await visitor.say('my wife is not breathing, she collapsed', 'm1');
    expect(visitor.frames.find(isEmergency)).toEqual({
      type: 'emergency',
      text: 'Dial 9 for the front desk.',
      contacts: emergency.contacts,
    });
    visitor.close();
  });

  test('is the first of the messages of a plain answer, also of one that is asked for again', async () => {
    const visitor = await product.visitor();
    const send = (content: string, clientMessageId: string) =>
      product.call('POST', '/widget/message', {
        body: { content, clientMessageId },
        headers: { authorization: `Bearer ${visitor.session.token}` },
      });
    const first = await send('my father is not breathing', 'm1');
    // The team has the conversation from here on, so no answer follows.
    expect(first).toMatchObject({
      status: 202,
      body: { messages: [{ type: 'emergency', text: expect.stringContaining('Call 911 now') }] },
    });
    expect((await send('my father is not breathing', 'm1')).body).toEqual(first.body);
    expect(await send('thank you', 'm2')).toMatchObject({ status: 202, body: { messages: [] } });
  });

  test('is shown while the message cannot be stored', async () => {
    const visitor = await product.visitor();
    await visitor.connect();
    const locker = new pg.Client(product.database.superuserConnectionString);
    await locker.connect();
    await locker.query('begin; lock table messages in access exclusive mode');
    visitor.send({ type: 'user_message', content: 'he is unconscious and not breathing', clientMessageId: 'm1' });
    await visitor.frame(isEmergency);
    expect(visitor.frames.some(({ type }) => type === 'message_ack')).toBe(false);
    await locker.query('rollback');
    await locker.end();
    await visitor.frame(({ type }) => type === 'message_ack');
    visitor.close();
  });

  test('is stored with the message, raises the conversation, and an event says so without what was said', async () => {
    const visitor = await product.visitor();
    await visitor.connect();
    const ack = await visitor.say('I took a whole bottle of sleeping pills', 'm1');
    await visitor.say('ok thanks', 'm2');
    const rows = await product.database.asSuperuser(
      `select m.red_flags -> 'urgency' as urgency, m.red_flags is null as calm, c.urgency as raised
         from messages m join conversations c on c.id = m.conversation_id join widget_sessions s on s.conversation_id = c.id
        where s.id = $1 and m.role = 'user' order by m.seq`,
      [visitor.session.sessionId],
    );
    expect(rows).toEqual([
      { urgency: 'emergency', calm: false, raised: 'emergency' },
      { urgency: null, calm: true, raised: 'emergency' },
    ]);
    const [event] = await product.database.asSuperuser<{ data: unknown }>(
      `select data from events where type = 'safety.flagged' and subject ->> 'messageId' = $1`,
      [ack.messageId],
    );
    expect(event?.data).toMatchObject({ urgency: 'emergency', categories: expect.arrayContaining(['overdose-poisoning']) });
    expect(JSON.stringify(event)).not.toContain('bottle');
    visitor.close();
  });

  test('is not found in ordinary messages', async () => {
    const visitor = await product.visitor();
    await visitor.connect();
    await visitor.say('I had a heart attack in 2017 and need my yearly checkup', 'm1');
    await visitor.say('what are your opening hours on Friday', 'm2');
    expect(visitor.frames.filter(isEmergency)).toEqual([]);
    visitor.close();
  });
});
