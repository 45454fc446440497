import { expect, test } from 'vitest';
import { createRandom } from '#test/chaos/random.ts';
import { useTestDatabase } from '#test/test-database.ts';
import { everyPoint, randomCase, undisturbed } from './plan.ts';
import { runLive } from './run-live.ts';

const SEED = Number(process.env.FOYER_TOOLS_SEED ?? Math.floor(Math.random() * 1e9) + 1);

test(`tools whose process dies, stands still or is overtaken have their effect once (seed ${SEED})`, { timeout: 60_000 }, async () => {
  const random = createRandom(SEED);
  let count = 0;
  const nextId = () => `k${count++}`;
  const points = everyPoint(() => 'answer', nextId);
  const some = Array.from({ length: 9 }, () => random.pick(points));
  const cases = [...undisturbed(nextId).slice(-1), ...new Set(some), ...Array.from({ length: 4 }, () => randomCase(random, nextId()))];

  const run = await runLive({ database: await useTestDatabase(), cases, random, desks: 4, longestMs: 30_000 });
  expect(run.problems).toEqual([]);
  expect(run.left).toBe(0);
});
