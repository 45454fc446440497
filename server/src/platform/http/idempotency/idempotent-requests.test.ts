import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { conflict } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { createIdempotentRequests, type KeyedRequest } from './idempotent-requests.ts';
import { sweepIdempotentRequests } from './sweep-idempotent-requests.ts';

const HOUR_MS = 60 * 60 * 1000;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A server's way to add tenants by name, to a caller of its own. */
function arrange() {
  const clock = createFakeClock();
  const unitOfWork = database.unitOfWork();
  const requests = createIdempotentRequests({ unitOfWork, clock, logger: silentLogger });
  const request = (change: Partial<KeyedRequest> = {}): KeyedRequest => ({
    key: 'a key',
    principal,
    route: 'POST /things',
    content: { body: { name: 'one', more: [1, { a: 1, b: 2 }] } },
    showsSecret: false,
    renderProblem: () => ({ status: 500, headers: {}, body: '{"code":"INTERNAL"}' }),
    ...change,
  });
  const principal = `person:${newId()}`;
  const slug = `thing-${newId()}`;
  let added = 0;
  const add = async () => {
    added += 1;
    await unitOfWork.system((tx) =>
      tx.execute(
        sql`insert into tenants (id, name, slug, timezone, locale) values (${newId()}, ${slug}, ${`${slug}-${added}`}, 'UTC', 'en')`,
      ),
    );
    return { status: 201, headers: { etag: '"1"' }, body: `{"count":${added}}` };
  };
  const stored = async () =>
    Number((await database.asSuperuser<{ count: string }>('select count(*) from tenants where name = $1', [slug]))[0]?.count);
  return { clock, unitOfWork, requests, request, add, stored };
}

describe('a request with a key', () => {
  test('is done once; again it gets the same answer, in whatever order its properties come', async () => {
    const { requests, request, add, stored } = arrange();
    const first = await requests.run(request(), add);
    const reordered = request({ content: { body: { more: [1, { b: 2, a: 1 }], name: 'one' } } });
    const second = await requests.run(reordered, add);
    expect(second).toEqual({ ...first, headers: { etag: '"1"', 'idempotency-replayed': 'true' } });
    expect(await stored()).toBe(1);
  });

  test('is another request under another key, from another caller, or to another route', async () => {
    const { requests, request, add, stored } = arrange();
    for (const change of [{}, { key: 'another' }, { principal: `person:${newId()}` }, { route: 'POST /others' }]) {
      await requests.run(request(change), add);
    }
    expect(await stored()).toBe(4);
  });

  test('is refused with another content', async () => {
    const { requests, request, add, stored } = arrange();
    await requests.run(request(), add);
    await expect(requests.run(request({ content: 'another' }), add)).rejects.toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await stored()).toBe(1);
  });

  test('is refused while the first is under way, and of twenty at once one is done', async () => {
    const { requests, request, add, stored } = arrange();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => requests.run(request(), add)));
    const refused = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.every(({ reason }) => reason.status === 409 && reason.retryAfterSeconds === 1)).toBe(true);
    expect(await stored()).toBe(1);
  });

  test('leaves the key free when it was refused or failed without an effect', async () => {
    const { requests, request, add, stored } = arrange();
    const refuse = () => Promise.reject(conflict('TAKEN', 'Taken.'));
    await expect(requests.run(request(), refuse)).rejects.toMatchObject({ code: 'TAKEN' });
    await requests.run(request(), add);
    expect(await stored()).toBe(1);
  });

  test('that failed after an effect is not done again: its failure is repeated', async () => {
    const { requests, request, add, stored } = arrange();
    const addAndFail = async () => {
      await add();
      throw new Error('after the commit');
    };
    await expect(requests.run(request(), addAndFail)).rejects.toThrow('after the commit');
    expect(await requests.run(request(), add)).toMatchObject({ status: 500, body: '{"code":"INTERNAL"}' });
    expect(await stored()).toBe(1);
  });

  test('whose answer showed a secret is not repeated', async () => {
    const { requests, request, add } = arrange();
    const secret = request({ showsSecret: true });
    expect(await requests.run(secret, add)).toMatchObject({ body: '{"count":1}' });
    await expect(requests.run(secret, add)).rejects.toMatchObject({ status: 409, code: 'IDEMPOTENT_ANSWER_NOT_KEPT' });
    expect(
      await database.asSuperuser('select 1 from idempotent_requests where body is not null and principal = $1', [secret.principal]),
    ).toEqual([]);
  });

  test('is forgotten after a day, by itself and by the sweep', async () => {
    const { clock, unitOfWork, requests, request, add, stored } = arrange();
    await requests.run(request(), add);
    await clock.advance(23 * HOUR_MS);
    await requests.run(request(), add);
    expect(await stored()).toBe(1);
    await clock.advance(HOUR_MS);
    await requests.run(request({ content: 'another' }), add);
    expect(await stored()).toBe(2);
    await clock.advance(25 * HOUR_MS);
    await sweepIdempotentRequests({ unitOfWork, clock }).run({}, {} as never);
    expect(await database.asSuperuser('select 1 from idempotent_requests where principal = $1', [request().principal])).toEqual([]);
  });

  test.each(['', 'x'.repeat(256), 'späť'])('with the key “%.10s” is refused', async (key) => {
    const { requests, request, add } = arrange();
    await expect(requests.run(request({ key }), add)).rejects.toMatchObject({ status: 400, code: 'INVALID_IDEMPOTENCY_KEY' });
  });
});

describe('a process that dies in the middle', () => {
  const forever = () => new Promise<never>(() => {});

  test('before an effect: the key is free when its lease is over, and if it was only slow, it can commit nothing any more', async () => {
    const { clock, requests, request, add, stored } = arrange();
    const begun = Promise.withResolvers<void>();
    const awake = Promise.withResolvers<void>();
    const slow = requests.run(request(), async () => {
      begun.resolve();
      await awake.promise;
      return add();
    });
    await begun.promise;
    await expect(requests.run(request(), add)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
    await clock.advance(60_000);
    await requests.run(request(), add);
    awake.resolve();
    await expect(slow).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
    expect(await stored()).toBe(1);
    expect(await requests.run(request(), add)).toMatchObject({ headers: { 'idempotency-replayed': 'true' } });
  });

  test('between effect and answer: nothing is done again, and whoever asks is told so', async () => {
    const { clock, requests, request, add, stored } = arrange();
    const died = Promise.withResolvers<void>();
    void requests.run(request(), async () => {
      await add();
      died.resolve();
      return forever();
    });
    await died.promise;
    await expect(requests.run(request(), add)).rejects.toMatchObject({ status: 409, code: 'IDEMPOTENCY_KEY_IN_USE' });
    await clock.advance(60_000);
    await expect(requests.run(request(), add)).rejects.toMatchObject({ status: 409, code: 'IDEMPOTENT_OUTCOME_UNKNOWN' });
    expect(await stored()).toBe(1);
  });
});
