import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEngineChooser } from '#agents/extraction/choose-engine.ts';
import type { ExtractionEngine } from '#agents/extraction/extraction-engine.ts';
import { ModelError } from '#agents/models/model-error.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { lastUserText, type Script, saying, scriptedModels } from '#test/scripted-models.ts';
import type { Visitor } from '#test/visitor.ts';
import { attentive, type ExtractionDesk, found, messagesIn, openExtractionDesk, update, valuesOf } from './extraction.testing.ts';
import { readConversation } from './read-conversation.ts';

let world: ExtractionDesk;
beforeAll(async () => {
  world = await openExtractionDesk();
});
afterAll(() => world.desk.close());
beforeEach(() => world.model(attentive));

const noEngine: ExtractionEngine = { id: 'builtin', extract: () => Promise.reject(new Error('Nobody asks for this here.')) };

interface Row {
  id: string;
  read_seq: number;
  revision: number;
  status: string;
}
const rowOf = async ({ session }: Visitor): Promise<Row> => {
  const [row] = await world.desk.database.asSuperuser<Row>(
    `select e.id, e.read_seq, e.revision, e.status from extractions e join widget_sessions s using (conversation_id) where s.id = $1`,
    [session.sessionId],
  );
  if (!row) throw new Error('There is no extraction.');
  return row;
};

/** Another process's job, on the same database; `unitOfWork` may be one that dies. */
function runJob(
  extractionId: string,
  { script = attentive, unitOfWork }: { script?: Script; unitOfWork?: UnitOfWork } = {},
): Promise<void> {
  const { foundation } = world.desk.app;
  const job = readConversation({
    unitOfWork: unitOfWork ?? foundation.unitOfWork,
    live: foundation.live,
    clock: foundation.clock,
    setUps: foundation.setUps,
    engines: createEngineChooser(scriptedModels(script), noEngine),
    environmentSettings: {},
    prices: {},
    concurrency: 5,
  });
  const scope = grantTenantScope(world.tenantId, { kind: 'job', id: '1' });
  const context = { jobId: '1', attempt: 1, maxAttempts: 5, signal: new AbortController().signal, logger: silentLogger };
  return job.run({ extractionId }, { scope, ...context });
}

/** The same, whose n-th write from now on never commits: what a process leaves behind that is killed there. */
function dyingAtWrite(n: number): UnitOfWork {
  const { unitOfWork } = world.desk.app.foundation;
  let writes = 0;
  return {
    ...unitOfWork,
    write: async (scope, work) => {
      writes += 1;
      if (writes < n) return unitOfWork.write(scope, work);
      throw new Error('The process was killed.');
    },
  };
}

/** Nobody but the test reads: a job of the desk's own would find the reading taken, and look again. */
const takenByTest = async (visitor: Visitor): Promise<() => Promise<void>> => {
  const { id } = await rowOf(visitor);
  const set = (until: string) =>
    world.desk.database.asSuperuser(`update extractions set reading_by = gen_random_uuid(), reading_until = ${until} where id = $1`, [id]);
  await set(`now() + interval '1 hour'`);
  return async () => void (await set('null'));
};

describe('an answer', () => {
  test('does not wait for a slow reading', async () => {
    const reading = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    world.model(async function* (request) {
      if (!request.toolChoice) return yield* saying(`You said: ${lastUserText(request)}`);
      begun.resolve();
      await reading.promise;
      yield* attentive(request, new AbortController().signal);
    });
    const visitor = await world.visitor();
    const { seq } = await visitor.say('I am Ana', '1');
    await begun.promise;
    expect(await visitor.answer(seq)).toMatchObject({ content: 'You said: I am Ana', seq: 2 });
    expect(visitor.frames.some(({ type }) => type === 'extraction_update')).toBe(false);

    reading.resolve();
    expect((await update(visitor, () => true)).seq).toBe(3);
    expect(visitor.problems).toEqual([]);
  });

  test('does not wait for one that fails, which is tried again', async () => {
    let failures = 0;
    world.model((request, signal) => {
      if (!request.toolChoice || failures > 0) return attentive(request, signal);
      failures += 1;
      throw new ModelError('overloaded');
    });
    const visitor = await world.visitor();
    const { seq } = await visitor.say('I am Ana', '1');
    expect(await visitor.answer(seq)).toMatchObject({ content: 'You said: I am Ana' });
    expect(valuesOf(await update(visitor, () => true))).toEqual({ name: 'Ana' });
  });
});

describe('a reading', () => {
  test('that gives nothing says so, and what is known stays', async () => {
    const visitor = await world.visitor();
    await visitor.say('I am Ana', '1');
    await update(visitor, ({ fields }) => fields.length === 1);
    world.model((request) => saying(request.toolChoice ? 'I would rather not.' : 'Yes.'));
    await visitor.say('I weigh 80 kg', '2');
    const failed = await update(visitor, ({ extractionStatus }) => extractionStatus === 'failed');
    expect(valuesOf(failed)).toEqual({ name: 'Ana' });

    world.model(attentive);
    await visitor.say('Hello?', '3');
    expect(valuesOf(await update(visitor, ({ extractionStatus }) => extractionStatus === 'complete'))).toEqual({ name: 'Ana', weight: 80 });
  });

  test('covers messages that come meanwhile: ten are read once or twice', async () => {
    const go = Promise.withResolvers<void>();
    let readings = 0;
    world.model(async function* (request, signal) {
      if (request.toolChoice) {
        readings += 1;
        await go.promise;
      }
      yield* attentive(request, signal);
    });
    const visitor = await world.visitor();
    for (let n = 1; n <= 10; n += 1) await visitor.say(n === 10 ? 'I am Ana. I weigh 80 kg' : `Message ${n}`, `${n}`);
    go.resolve();
    await update(visitor, ({ fields }) => fields.length === 2);
    const { read_seq: readSeq } = await rowOf(visitor);
    expect(readSeq).toBeGreaterThanOrEqual(10);
    expect(readings).toBeLessThanOrEqual(2);
  });

  test('never reads two at a time for one conversation', async () => {
    const visitor = await world.visitor();
    const release = await takenByTest(visitor);
    await visitor.answer((await visitor.say('I am Ana', '1')).seq);
    let asked = 0;
    await runJob((await rowOf(visitor)).id, {
      script: (request, signal) => {
        asked += 1;
        return attentive(request, signal);
      },
    });
    expect(asked).toBe(0);
    // Whoever died holding it is not waited for: then the waiting job reads.
    await release();
    await update(visitor, ({ fields }) => fields.length === 1);
  });
});

describe('a process that is killed', () => {
  test('before it has written anything down leaves the reading to the next', async () => {
    const visitor = await world.visitor();
    const release = await takenByTest(visitor);
    await visitor.answer((await visitor.say('I am Ana', '1')).seq);
    const { id } = await rowOf(visitor);
    await release();
    // The first write takes the reading, the second would have applied it.
    await expect(runJob(id, { unitOfWork: dyingAtWrite(2) })).rejects.toThrow('killed');
    expect(await rowOf(visitor)).toMatchObject({ read_seq: 0, revision: 0 });
    await world.desk.database.asSuperuser('update extractions set reading_until = now() where id = $1', [id]);
    await runJob(id);
    expect(await rowOf(visitor)).toMatchObject({ read_seq: 1, revision: 1 });
    expect(valuesOf(await update(visitor, () => true))).toEqual({ name: 'Ana' });
  });

  test('after it has written leaves nothing to do: a repetition changes and shows nothing', async () => {
    const visitor = await world.visitor();
    await visitor.answer((await visitor.say('I am Ana', '1')).seq);
    await update(visitor, ({ fields }) => fields.length === 1);
    const before = await rowOf(visitor);
    await runJob(before.id);
    await runJob(before.id, { script: (request) => found(request, { name: ['Bea', 'Bea'] }) });
    expect(await rowOf(visitor)).toEqual(before);
    expect(visitor.frames.filter(({ type }) => type === 'extraction_update')).toHaveLength(1);
    expect(visitor.problems).toEqual([]);
  });

  test('and one that was overtaken writes nothing', async () => {
    const visitor = await world.visitor();
    const release = await takenByTest(visitor);
    await visitor.answer((await visitor.say('I am Ana', '1')).seq);
    const { id } = await rowOf(visitor);
    await release();
    const slow: Script = async function* (request, signal) {
      // Meanwhile it is taken for dead, more is said, and somebody else reads all of it.
      const isFirst = messagesIn(request).length < 4;
      if (isFirst) {
        await visitor.say('No: I am Bea', '2');
        await world.desk.database.asSuperuser('update extractions set reading_until = now() where id = $1', [id]);
        await runJob(id);
        await update(visitor, (frame) => valuesOf(frame).name === 'Bea');
      }
      yield* attentive(request, signal);
    };
    await runJob(id, { script: slow });
    expect(valuesOf([...visitor.durable.values()].findLast((frame) => frame.type === 'extraction_update') ?? { fields: [] })).toEqual({
      name: 'Bea',
    });
    const { body } = await world.call('GET', `/extractions/${id}`);
    expect(body.history.map(({ newValue }: { newValue: string }) => newValue)).toEqual(['Bea']);
  });
});
