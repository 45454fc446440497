import { z } from 'zod';
import { createDeadLetters } from '#platform/jobs/dead-letters.ts';
import { scopeOfNewTenant } from '#test/test-database.ts';
import { type JobWorld, numberFrom, until, WORK } from './job-world.ts';

const EACH = 20;
const GOOD = 200;
const FIRST_NUMBER = 1_000_000;

/** Jobs that nobody can run among those that anybody can: the first are dead letters at once, the others are done. */
export async function poison(world: JobWorld): Promise<void> {
  const { superuser, unitOfWork, report } = world;
  const workers = await Promise.all([world.start('worker', 5), world.start('worker', 5)]);
  const scope = scopeOfNewTenant();
  const anything = z.unknown();
  await unitOfWork.write(scope, async (tx) => {
    for (let index = 0; index < GOOD; index += 1) {
      await tx.enqueue(WORK, { number: FIRST_NUMBER + index });
      if (index >= EACH) continue;
      await tx.enqueue({ name: WORK.name, payload: anything }, index % 2 === 0 ? { number: 'a text' } : null);
      await tx.enqueue({ name: `proof.nobody-knows-${index}`, payload: anything }, {});
    }
  });
  const startedMs = performance.now();
  const deadLetters = createDeadLetters(unitOfWork);
  const deadOf = async (unknown: boolean) =>
    (await deadLetters.list(scope, { limit: 1_000 })).filter(({ name }) => name.startsWith('proof.nobody') === unknown);
  const done = () => numberFrom(superuser, 'select count(*) from proof_effects where number >= $1', [FIRST_NUMBER]);
  const elapsed = async (isSo: () => Promise<boolean>): Promise<string> => {
    const so = await until(30_000, isSo);
    return so ? `${((performance.now() - startedMs) / 1000).toFixed(1)} s` : 'never';
  };
  const [good, misfit, unknown] = await Promise.all([
    elapsed(async () => (await done()) === GOOD),
    elapsed(async () => (await deadOf(false)).length === EACH),
    elapsed(async () => (await deadOf(true)).length === EACH),
  ]);
  report.say(
    `poison: ${EACH} payloads that do not fit set aside after ${misfit}, ${EACH} unknown names after ${unknown}; ${GOOD} good jobs beside them done after ${good}`,
  );
  for (const letter of [(await deadOf(false))[0], (await deadOf(true))[0]]) report.say(`  ${letter?.name}: “${letter?.lastError}”`);
  if ([good, misfit, unknown].includes('never')) report.violate('poison was not set aside, or kept others from being done');
  const ids = (await deadOf(false)).map(({ id }) => id);
  const begun = await numberFrom(superuser, 'select count(*) from proof_attempts where job_id = any($1)', [ids]);
  if (begun > 0) report.violate(`${begun} payloads that do not fit reached the code of their job`);
  for (const worker of workers) worker.send('stop');
  await Promise.all(workers.map(({ exited }) => exited));
}
