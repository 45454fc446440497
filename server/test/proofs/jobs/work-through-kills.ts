import { sql } from 'drizzle-orm';
import type { Random } from '#test/chaos/random.ts';
import { scopeOfNewTenant } from '#test/test-database.ts';
import { describeCounts, fillPost, startTorment } from '../shared/torment.ts';
import { type JobWorld, jobsLeft, numberFrom, until, WORK } from './job-world.ts';

export interface Worked {
  strikes: number;
}

class ChangedMyMind extends Error {}

/** Many jobs, added in transactions of which some are rolled back, while the workers are killed and paused. */
export async function workThroughKills(world: JobWorld, random: Random, jobs: number, longestMs: number): Promise<Worked> {
  const { superuser, report } = world;
  const steady = await world.start('worker', 4);
  const posts = await Promise.all([0, 1, 2].map(() => fillPost('worker', () => world.start('worker', 10))));
  const torment = startTorment({
    posts,
    random: random.fork('torment'),
    calmMs: [1_000, 4_000],
    // The longest are past the 15 s after which the others take a worker for dead.
    pauseMs: [500, 28_000],
    pauseProbability: 0.35,
  });
  const startedMs = performance.now();
  const [committed, rolledBack] = await addJobs(world, random.fork('add'), jobs);
  const addedMs = performance.now() - startedMs;
  await until(longestMs, async () => (await jobsLeft(superuser, WORK.name)) === 0);
  await torment.stop();
  const done = await until(60_000, async () => (await jobsLeft(superuser, WORK.name)) === 0);
  const doneMs = performance.now() - startedMs;
  for (const { child } of [...posts, { child: steady }]) child?.send('stop');
  await Promise.all([...posts, { child: steady }].map(({ child }) => child?.exited));

  if (!done) report.violate(`${await jobsLeft(superuser, WORK.name)} of ${jobs} jobs are not done`);
  const missing = await numberFrom(
    superuser,
    `select count(*) from proof_enqueued left join proof_effects on proof_effects.number = proof_enqueued.number and job = $1 where job_id is null`,
    [WORK.name],
  );
  const risen = await numberFrom(
    superuser,
    `select count(*) from proof_attempts where job = $1 and number not in (select number from proof_enqueued)`,
    [WORK.name],
  );
  const doubled = await numberFrom(
    superuser,
    `select count(*) from (select from proof_effects where job = $1 group by number having count(*) > 1) as doubled`,
    [WORK.name],
  );
  const enqueued = await numberFrom(superuser, 'select count(*) from proof_enqueued');
  if (missing > 0) report.violate(`${missing} jobs that were committed had no effect`);
  if (risen > 0) report.violate(`${risen} attempts of jobs whose transaction was rolled back`);
  if (doubled > 0) report.violate(`${doubled} numbers had the effects of two jobs`);
  if (enqueued !== committed) report.violate(`${committed} jobs were acknowledged and ${enqueued} are in the database`);
  const attempts = await numberFrom(superuser, 'select count(*) from proof_attempts where job = $1', [WORK.name]);
  const repeats = await numberFrom(superuser, 'select sum(repeats) from proof_effects where job = $1', [WORK.name]);
  report.say(
    `work: ${committed} jobs committed (${rolledBack} more rolled back), added in ${(addedMs / 1000).toFixed(0)} s, done after ${(doneMs / 1000).toFixed(0)} s`,
  );
  report.say(`  ${attempts} attempts: ${attempts - committed} more than jobs, of which ${repeats} found their effect already there`);
  report.say(`  ${describeCounts(torment.counts)}`);
  return { strikes: [...torment.counts.values()].reduce((sum, count) => sum + count, 0) };
}

async function addJobs({ unitOfWork }: JobWorld, random: Random, jobs: number): Promise<[committed: number, rolledBack: number]> {
  const scopes = [0, 1, 2].map(scopeOfNewTenant);
  let next = 0;
  let committed = 0;
  let rolledBack = 0;
  const lane = async (): Promise<void> => {
    while (committed < jobs) {
      const count = Math.min(random.whole(1, 30), jobs - committed);
      const first = next;
      next += count;
      const changesMind = random.chance(0.2);
      if (!changesMind) committed += count;
      await unitOfWork
        .write(random.pick(scopes), async (tx) => {
          for (let number = first; number < first + count; number += 1) {
            await tx.enqueue(WORK, { number }, random.chance(0.1) ? { runAt: new Date(Date.now() + random.between(0, 5_000)) } : {});
          }
          await tx.execute(sql`insert into proof_enqueued select generate_series(${first}::integer, ${first + count - 1}::integer)`);
          if (changesMind) throw new ChangedMyMind();
        })
        .catch((error: unknown) => {
          if (!(error instanceof ChangedMyMind)) throw error;
          rolledBack += count;
        });
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  return [committed, rolledBack];
}
