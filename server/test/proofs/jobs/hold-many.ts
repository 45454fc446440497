import { systemClock } from '#platform/clock.ts';
import type { Random } from '#test/chaos/random.ts';
import { scopeOfNewTenant } from '#test/test-database.ts';
import { spread } from '../shared/report.ts';
import { HOLD, type JobWorld, jobsLeft, numberFrom, until } from './job-world.ts';

const HELD_BY_EACH = 60;
const LIMIT_MS = 30_000;

/** Workers that hold many jobs are killed, or stopped and continued: how long it takes until others have begun each job again. */
export async function holdMany(world: JobWorld, random: Random, rounds: number): Promise<{ delaysMs: number[] }> {
  const delaysMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) delaysMs.push(...(await holdOnce(world, random, round * 1_000)));
  const { report, superuser } = world;
  report.say(
    `hold: ${delaysMs.length} jobs of ${rounds * 4} workers (three of four killed, the fourth stopped for the time) begun again: ${spread(delaysMs)}`,
  );
  report.say(
    `  ${await numberFrom(superuser, 'select sum(repeats) from proof_effects where job = $1', [HOLD.name])} effects came again from those that went on, and changed nothing`,
  );
  const longestMs = Math.max(...delaysMs);
  if (longestMs > LIMIT_MS)
    report.violate(`a job waited ${(longestMs / 1000).toFixed(1)} s for another worker: the limit is ${LIMIT_MS / 1000} s`);
  return { delaysMs };
}

async function holdOnce(world: JobWorld, random: Random, base: number): Promise<number[]> {
  const { superuser, unitOfWork, report } = world;
  const holders = await Promise.all([0, 1, 2, 3].map(() => world.start('holder', HELD_BY_EACH)));
  const jobs = holders.length * HELD_BY_EACH;
  await unitOfWork.write(scopeOfNewTenant(), async (tx) => {
    for (let number = base; number < base + jobs; number += 1) await tx.enqueue(HOLD, { number });
  });
  const begun = () => numberFrom(superuser, 'select count(*) from proof_attempts where job = $1 and number >= $2', [HOLD.name, base]);
  if (!(await until(60_000, async () => (await begun()) === jobs))) report.violate(`only ${await begun()} of ${jobs} jobs are held`);
  const workers = await Promise.all([world.start('worker', 10), world.start('worker', 10)]);

  const struckAt = await Promise.all(
    holders.map(async (holder, index) => {
      await systemClock.sleep(random.between(0, 6_000));
      const at = Date.now();
      if (index === 3) holder.stand();
      else await holder.kill();
      return at;
    }),
  );
  const done = await until(90_000, async () => (await jobsLeft(superuser, HOLD.name)) === 0);
  if (!done) report.violate(`${await jobsLeft(superuser, HOLD.name)} jobs of dead workers are not done`);
  const delaysMs = await delaysOf(world, base, struckAt);

  // The one that stood still wakes up with jobs in its hands that others have done.
  const paused = holders[3];
  paused?.go();
  const repeated = () => numberFrom(superuser, 'select sum(repeats) from proof_effects where job = $1 and number >= $2', [HOLD.name, base]);
  await until(15_000, async () => (await repeated()) >= HELD_BY_EACH / 2);
  if ((await repeated()) === 0) report.violate('the worker that went on did not learn that its jobs were gone');
  for (const child of [...workers, paused]) child?.send('stop');
  await Promise.all([...workers, paused].map((child) => child?.exited));

  const effects = await numberFrom(superuser, 'select count(*) from proof_effects where job = $1 and number between $2 and $2 + 999', [
    HOLD.name,
    base,
  ]);
  if (effects !== jobs) report.violate(`${effects} effects of ${jobs} jobs that were held`);
  if ((await jobsLeft(superuser, HOLD.name)) > 0) report.violate('a job that was done is in the queue again');
  return delaysMs;
}

/** From the strike at the process that held a job to the begin of its next attempt. */
async function delaysOf({ superuser, report }: JobWorld, base: number, struckAt: readonly number[]): Promise<number[]> {
  const { rows } = await superuser.query<{ process: string; again: Date | null }>(
    `select first.process, (select min(at) from proof_attempts as later where later.job_id = first.job_id and later.attempt > first.attempt) as again
       from proof_attempts as first where job = $1 and attempt = 1 and number between $2 and $2 + 999`,
    [HOLD.name, base],
  );
  const numberOf = (process: string) => Number(process.split(' ')[1]);
  const inOrder = [...new Set(rows.map(({ process }) => process))].sort((one, other) => numberOf(one) - numberOf(other));
  const unknown = rows.filter(({ again }) => again === null).length;
  if (unknown > 0) report.violate(`${unknown} jobs have no second attempt`);
  return rows.flatMap(({ process, again }) => (again === null ? [] : [again.getTime() - (struckAt[inOrder.indexOf(process)] ?? 0)]));
}
