import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { listClaimableTurns } from '#messaging/turns/turns.repository.ts';
import { createFakeClock, type FakeClock } from '#platform/clock.testing.ts';
import { newId } from '#platform/ids.ts';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { useTestApp } from '#test/test-app.ts';
import { type AnsweringDesk, openAnsweringDesk } from './answering.testing.ts';
import { claimWaitingTurn } from './claim-turn.ts';

/** Its clock stands still unless a test moves it; leases run by the database's clock, so a test moves those in the database. */
let clock: FakeClock;
let world: AnsweringDesk;

beforeAll(async () => {
  clock = createFakeClock(new Date());
  world = await openAnsweringDesk({ clock });
});
afterAll(() => world.desk.close());

const RENEWAL_MS = 3_000;
const echoing = scriptedModels(() => saying('The other one answers.'));

describe('the lease of a turn', () => {
  test('is renewed for as long as the turn runs', async () => {
    const { asked, goOn } = world.hold();
    const { visitor, conversationId } = await world.visitor();
    const { seq } = await visitor.say('Hello', 'm');
    await asked;
    await world.change(`update turns set lease_until = now() + interval '1 second' where conversation_id = $1`, conversationId);
    await clock.advance(RENEWAL_MS);
    await expect.poll(async () => (await world.turn(conversationId)).lease_seconds_left).toBeGreaterThan(5);

    goOn();
    expect(await visitor.answer(seq)).toMatchObject({ content: 'Let me see. You said: Hello' });
  });

  test('that somebody else holds now stops the work: nothing is written, the model is told to stop', async () => {
    const { asked, stopped } = world.hold();
    const { visitor, conversationId } = await world.visitor();
    await visitor.say('Hello', 'm');
    await asked;
    await world.change(
      `update turns set lease_owner = $2, epoch = epoch + 1, lease_until = now() + interval '1 hour' where conversation_id = $1`,
      conversationId,
      newId(),
    );
    await clock.advance(RENEWAL_MS);
    expect(await stopped).toMatchObject({ name: 'TurnLost' });
    await world.desk.app.services.turns.idle();

    expect(await world.turn(conversationId)).toMatchObject({ status: 'running', epoch: 2, failures: 0 });
    expect(await world.messages(conversationId)).toEqual([{ role: 'user', content: 'Hello' }]);
  });

  test('that somebody else has taken, and is still working under, lets nothing through at delivery', async () => {
    const { asked, goOn } = world.hold();
    const { visitor, conversationId } = await world.visitor();
    await visitor.say('Hello', 'm');
    await asked;
    const other = newId();
    await world.change(
      `update turns set lease_owner = $2, epoch = 2, lease_until = now() + interval '1 hour' where conversation_id = $1`,
      conversationId,
      other,
    );
    goOn();
    await world.desk.app.services.turns.idle();
    expect(await world.messages(conversationId)).toEqual([{ role: 'user', content: 'Hello' }]);
    expect(await world.turn(conversationId)).toMatchObject({ status: 'running', epoch: 2, lease_owner: other, failures: 0 });
  });

  test('that ran out unnoticed is fenced at delivery: whoever claimed the turn since says the only answer', async () => {
    const { asked, goOn } = world.hold();
    const { visitor, conversationId } = await world.visitor();
    const { seq } = await visitor.say('Hello', 'm');
    await asked;
    await world.change(`update turns set lease_until = now() - interval '1 second' where conversation_id = $1`, conversationId);
    const other = await useTestApp({ models: echoing, sharedDatabase: world.desk.database });
    await other.app.services.turns.sweep();
    await other.app.services.turns.idle();
    goOn();
    await world.desk.app.services.turns.idle();

    expect(await visitor.answer(seq)).toMatchObject({ content: 'The other one answers.' });
    expect((await world.messages(conversationId)).map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(visitor.problems).toEqual([]);
  });

  test('that this very process lost and took again is renewed like any other', async () => {
    const first = world.hold();
    const { visitor, conversationId } = await world.visitor();
    const { seq } = await visitor.say('Hello', 'm');
    await first.asked;
    const second = world.hold();
    await world.change(`update turns set lease_until = now() - interval '1 second' where conversation_id = $1`, conversationId);
    await world.desk.app.services.turns.sweep();
    await second.asked;
    expect(await first.stopped).toMatchObject({ name: 'TurnLost' });

    await world.change(`update turns set lease_until = now() + interval '1 second' where conversation_id = $1`, conversationId);
    await clock.advance(RENEWAL_MS);
    await expect.poll(async () => (await world.turn(conversationId)).lease_seconds_left).toBeGreaterThan(5);
    second.goOn();
    expect(await visitor.answer(seq)).toMatchObject({ content: 'Let me see. You said: Hello' });
    expect((await world.messages(conversationId)).map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(visitor.problems).toEqual([]);
  });
});

describe('a turn that nobody works on', () => {
  test('is found by the sweeper; what the lost attempt has shown is withdrawn', async () => {
    const { visitor, conversationId } = await world.visitor();
    const { seq } = await visitor.say('Hello', 'm');
    await visitor.answer(seq);
    const lost = newId();
    await loseTurn(conversationId, lost);
    await world.desk.app.services.turns.sweep();

    const reset = await visitor.frame((frame) => frame.type === 'message_reset');
    expect(reset).toEqual({ type: 'message_reset', messageId: lost });
    expect(await visitor.answer(3)).toMatchObject({ content: 'You said: Once more' });
    expect(await world.turn(conversationId)).toMatchObject({ status: 'done', epoch: 2 });
  });

  test('is left alone while its holder’s lease lasts, and until it may be claimed', async () => {
    const { visitor, conversationId } = await world.visitor();
    await visitor.answer((await visitor.say('Hello', 'm')).seq);
    await loseTurn(conversationId, newId());
    for (const condition of [
      `lease_until = now() + interval '1 minute'`,
      `status = 'waiting', claimable_at = now() + interval '1 minute'`,
    ]) {
      await world.change(`update turns set ${condition} where conversation_id = $1 and status in ('running', 'waiting')`, conversationId);
      await world.desk.app.services.turns.sweep();
      await world.desk.app.services.turns.idle();
      expect(await world.turn(conversationId)).toMatchObject({ epoch: 1 });
    }
  });

  test('is taken by one of two who look at the same moment', async () => {
    const { visitor, conversationId } = await world.visitor();
    await visitor.answer((await visitor.say('Hello', 'm')).seq);
    const other = await useTestApp({ models: echoing, sharedDatabase: world.desk.database });
    await loseTurn(conversationId, newId());
    await Promise.all([world.desk.app.services.turns.sweep(), other.app.services.turns.sweep()]);
    await Promise.all([world.desk.app.services.turns.idle(), other.app.services.turns.idle()]);
    expect(await world.turn(conversationId)).toMatchObject({ status: 'done', epoch: 2 });
    expect((await world.messages(conversationId)).map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
  });

  test('stands behind those left alone for longer once somebody has tried it: a server that dies again and again starves none', async () => {
    const both = [await world.visitor(), await world.visitor()] as const;
    for (const { visitor, conversationId } of both) {
      await visitor.answer((await visitor.say('Hello', 'm')).seq);
      await loseTurn(conversationId, newId());
    }
    const [tried, left] = both;
    const { id } = await world.turn(tried.conversationId);
    await world.change(`update turns set claimable_at = now() - interval '1 hour' where id = $1`, id);
    await world.change(
      `update turns set claimable_at = now() - interval '1 minute' where conversation_id = $1 and status = 'running'`,
      left.conversationId,
    );
    const { unitOfWork, live } = world.desk.app.foundation;
    const waiting = async () => (await unitOfWork.system((tx) => listClaimableTurns(tx, 10))).map(({ turnId }) => turnId);
    const other = (await world.turn(left.conversationId)).id;
    expect(await waiting()).toEqual([id, other]);

    await claimWaitingTurn({ unitOfWork, live, processId: newId() }, await tenantOf(id), id);
    await world.change(`update turns set lease_until = now() - interval '1 second' where id = $1`, id);
    expect(await waiting()).toEqual([other, id]);
    await world.desk.app.services.turns.sweep();
    await world.desk.app.services.turns.idle();
  });

  async function tenantOf(turnId: string): Promise<string> {
    const [row] = await world.desk.database.asSuperuser<{ id: string }>('select tenant_id as id from turns where id = $1', [turnId]);
    return row?.id ?? '';
  }

  /** A message whose turn a process has claimed that is gone now. */
  async function loseTurn(conversationId: string, messageId: string): Promise<void> {
    const turnId = newId();
    await world.change(
      `insert into messages (id, tenant_id, conversation_id, seq, direction, role, content)
       select $2, tenant_id, id, last_seq + 1, 'inbound', 'user', 'Once more' from conversations where id = $1`,
      conversationId,
      newId(),
    );
    await world.change(
      `insert into turns (id, tenant_id, conversation_id, status, epoch, lease_owner, lease_until, from_seq, to_seq)
       select $2, tenant_id, id, 'running', 1, $3, now() - interval '1 second', last_seq + 1, last_seq + 1 from conversations where id = $1`,
      conversationId,
      turnId,
      newId(),
    );
    await world.change(
      `insert into turn_attempts (id, tenant_id, turn_id, conversation_id, epoch, message_id, owner)
       select $2, tenant_id, $3, id, 1, $4, $5 from conversations where id = $1`,
      conversationId,
      newId(),
      turnId,
      messageId,
      newId(),
    );
    await world.change('update conversations set last_seq = last_seq + 1 where id = $1', conversationId);
  }
});

describe('a process that shuts down', () => {
  /** One of its own, since it does not come back. */
  async function openDesk(): Promise<AnsweringDesk> {
    const own = await openAnsweringDesk({ clock });
    onTestFinished(() => own.desk.close());
    return own;
  }

  test('lets an answer finish within the deadline', async () => {
    const world = await openDesk();
    const { asked, goOn } = world.hold();
    const { visitor, conversationId } = await world.visitor();
    const { seq } = await visitor.say('Hello', 'm');
    await asked;
    const stopping = world.desk.app.services.turns.stop(10_000);
    goOn();
    await stopping;
    expect(await visitor.answer(seq)).toMatchObject({ content: 'Let me see. You said: Hello' });
    expect(await world.turn(conversationId)).toMatchObject({ status: 'done' });
  });

  test('gives back what is not finished, with nothing held against it, and another one answers', async () => {
    const world = await openDesk();
    const { asked, stopped } = world.hold();
    const { visitor, conversationId } = await world.visitor();
    const { seq } = await visitor.say('Hello', 'm');
    await asked;
    let hasStopped = false;
    const stopping = world.desk.app.services.turns.stop(1_000).then(() => {
      hasStopped = true;
    });
    // Its deadline begins when it has finished looking for turns, whenever that is.
    await expect.poll(() => clock.advance(1_000).then(() => hasStopped), { timeout: 10_000 }).toBe(true);
    await stopping;

    expect(await stopped).toMatchObject({ name: 'ShuttingDown' });
    expect(await world.turn(conversationId)).toMatchObject({ status: 'waiting', failures: 0, lease_owner: null, error_code: null });
    expect(visitor.frames.some(({ type }) => type === 'error')).toBe(false);
    await visitor.frame(({ type }) => type === 'message_reset');

    const other = await useTestApp({ models: echoing, sharedDatabase: world.desk.database });
    await other.app.services.turns.sweep();
    expect(await visitor.answer(seq)).toMatchObject({ content: 'The other one answers.' });
    expect(visitor.problems).toEqual([]);
  });
});

test('a turn that cannot be claimed does not keep others from being answered', async () => {
  const first = world.hold();
  const stuck = await world.visitor();
  await stuck.visitor.say('Hello', 'm');
  await first.asked;
  const second = world.hold();
  const behind = await world.visitor();
  const { seq } = await behind.visitor.say('Hello', 'm');
  await second.asked;
  await world.change(`update turns set lease_until = now() - interval '1 second' where status = 'running'`);
  const { id } = await world.turn(stuck.conversationId);
  await world.change(
    `create function refuse_claim() returns trigger language plpgsql as $$ begin
       if new.epoch > old.epoch and new.id = '${id}' then raise exception 'not this one'; end if;
       return new;
     end $$`,
  );
  await world.change('create trigger refuse_claim before update on turns for each row execute function refuse_claim()');
  const other = await useTestApp({ models: echoing, sharedDatabase: world.desk.database });
  await other.app.services.turns.sweep();

  expect(await behind.visitor.answer(seq)).toMatchObject({ content: 'The other one answers.' });
  await world.change('drop function refuse_claim cascade');
  first.goOn();
  second.goOn();
  await world.desk.app.services.turns.idle();
});
