import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createRandom } from '#test/chaos/random.ts';
import { useTestDatabase } from '#test/test-database.ts';
import { createReport } from '../shared/report.ts';
import { makeEventWorld } from './event-world.ts';
import { judgeTheJudge } from './judge-events.ts';
import { runEvents } from './run-events.ts';

test('consumers see each event once and in order while the processes that write, number and handle are killed', async () => {
  const seed = Date.now() % 2 ** 31;
  process.stdout.write(`seed ${seed}\n`);
  const { connectionString, superuserConnectionString, database } = await useTestDatabase();
  const superuser = new pg.Pool({ connectionString: superuserConnectionString, max: 4 });
  onTestFinished(() => superuser.end());
  const report = createReport();

  const run = await runEvents({
    connection: connectionString,
    database,
    superuser,
    world: await makeEventWorld(superuser),
    random: createRandom(seed),
    report,
    events: 300,
    processes: { writer: 1, numberer: 0, node: 2 },
    calmMs: [200, 500],
    pauseMs: [100, 500],
    strikesAtMost: 3,
    longestMs: 60_000,
  });

  expect(run.events).toBeGreaterThanOrEqual(300);
  expect(report.violations).toEqual([]);
  expect(await judgeTheJudge(superuser)).toMatchObject({ unnoticed: [] });
}, 90_000);
