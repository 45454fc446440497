import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lastUserText, saying, scriptedModels } from '../scripted-models.ts';
import { startTestApp, type TestApp } from '../test-app.ts';
import { createFuzzWorld, type FuzzWorld } from './fuzz/fuzz-world.ts';
import { fuzzBytes, fuzzOperations, fuzzSocket } from './fuzz/run-fuzz.ts';

/** How many inputs in all. Longer runs set FOYER_TEST_FUZZ_INPUTS; FOYER_TEST_FUZZ_SEED repeats one; the proof `fuzz` has a server's life. */
const INPUTS = Number(process.env.FOYER_TEST_FUZZ_INPUTS ?? 1_500);
const SEED = Number(process.env.FOYER_TEST_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
// Larger runs take longer.
vi.setConfig({ testTimeout: 30_000 + INPUTS * 20 });
const share = (part: number) => ({ inputs: Math.max(1, Math.round(INPUTS * part)), seed: SEED });

const echo = scriptedModels((request) => saying(`You said: ${lastUserText(request)}`));
let desk: TestApp;
let world: FuzzWorld;
let projectId: string;

beforeAll(async () => {
  process.stdout.write(`bad input: ${INPUTS} inputs, seed ${SEED}\n`);
  desk = await startTestApp({ models: echo, env: { FOYER_TRUSTED_PROXIES: '127.0.0.1' } });
  world = await createFuzzWorld(desk);
  projectId = (await desk.tenant('for-sockets')).app.projectId;
});
afterAll(() => desk.close());

describe('whatever is sent', () => {
  test('every operation gives a result or says by a documented code what is wrong, and nothing of another tenant', async () => {
    expect((await fuzzOperations(world, share(0.65))).complaints).toEqual([]);
  });

  test('bytes that are hardly HTTP', async () => {
    expect((await fuzzBytes(world, share(0.05))).complaints).toEqual([]);
  });

  test('frames: each is taken, or refused by name on a connection that lives on', async () => {
    expect((await fuzzSocket(world, projectId, share(0.3))).complaints).toEqual([]);
  });
});

test('afterwards the desk is well and answers a visitor', async () => {
  expect((await fetch(`${desk.url}/api/health`)).status).toBe(200);
  const visitor = await desk.visitor(projectId);
  await visitor.connect();
  const { seq } = await visitor.say('Is anybody there?', 'm');
  expect(await visitor.answer(seq)).toMatchObject({ content: 'You said: Is anybody there?' });
  expect(visitor.problems).toEqual([]);
});
