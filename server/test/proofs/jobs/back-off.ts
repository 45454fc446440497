import { createDeadLetters } from '#platform/jobs/dead-letters.ts';
import { scopeOfNewTenant } from '#test/test-database.ts';
import { FAIL, type JobWorld, jobsLeft, numberFrom, until } from './job-world.ts';

const JOBS = 20;
/** What an attempt may take on a busy machine until its failure is noted. */
const FAILS_WITHIN_SECONDS = 2;
/** As documented: after attempt n, e^n seconds, and never more than e^10. */
const documentedSeconds = (attempt: number) => Math.exp(Math.min(attempt, 10));

/**
 * Jobs that always fail: the queue’s own due times are compared with the schedule and then brought forward. When all attempts are
 * used up, they are dead letters of their tenant, and can be retried.
 */
export async function backOff(world: JobWorld): Promise<void> {
  const { superuser, unitOfWork, report } = world;
  const worker = await world.start('worker', 10);
  const scope = scopeOfNewTenant();
  await unitOfWork.write(scope, async (tx) => {
    for (let number = 0; number < JOBS; number += 1) await tx.enqueue(FAIL, { number });
  });
  const intervals: string[] = [];
  for (let attempt = 1; attempt <= FAIL.maxAttempts; attempt += 1) {
    const failed = await until(30_000, async () => (await rowsAfter(world, attempt)).length === JOBS);
    const rows = await rowsAfter(world, attempt);
    if (!failed) report.violate(`${rows.length} of ${JOBS} jobs have failed ${attempt} times`);
    if (attempt === FAIL.maxAttempts) break;
    const [low, high] = [Math.min(...rows), Math.max(...rows)];
    intervals.push(describeSeconds(low));
    const documented = documentedSeconds(attempt);
    if (low < documented - 0.01 || high > documented + FAILS_WITHIN_SECONDS) {
      report.violate(`after attempt ${attempt} the next one is due after ${low} to ${high} s, not after ${documented} s`);
    }
    await superuser.query(
      `update graphile_worker._private_jobs set run_at = now() where attempts = $1 and last_error is not null and locked_by is null`,
      [attempt],
    );
  }
  report.say(`back-off: ${JOBS} jobs that always fail are due again after ${intervals.join(', ')}, as documented`);

  const deadLetters = createDeadLetters(unitOfWork);
  const own = await deadLetters.list(scope, { limit: 100 });
  const foreign = await deadLetters.count(scopeOfNewTenant());
  if (own.length !== JOBS || own.some(({ attempts, name }) => attempts !== FAIL.maxAttempts || name !== FAIL.name)) {
    report.violate(`${own.length} of ${JOBS} dead letters are visible to their tenant`);
  }
  if (foreign !== 0) report.violate(`another tenant sees ${foreign} dead letters`);
  await superuser.query('insert into proof_permission values (true)');
  for (const { id } of own) await deadLetters.retry(scope, id);
  const revived = await until(20_000, async () => (await jobsLeft(superuser, FAIL.name)) === 0);
  const effects = await numberFrom(superuser, 'select count(*) from proof_effects where job = $1', [FAIL.name]);
  if (!revived || effects !== JOBS) report.violate(`${effects} of ${JOBS} retried dead letters succeeded`);
  report.say(
    `  after attempt ${FAIL.maxAttempts} all are dead letters, seen by their tenant (“${own[0]?.lastError}”) and no other; retried: ${effects} of ${JOBS} done`,
  );
  worker.send('stop');
  await worker.exited;
}

/** Seconds from the begin of an attempt, which fails at once, to the next; of the jobs that have failed that often. */
async function rowsAfter({ superuser }: JobWorld, attempt: number): Promise<number[]> {
  const { rows } = await superuser.query<{ seconds: number }>(
    `select extract(epoch from run_at - at)::float8 as seconds from graphile_worker._private_jobs as jobs
       join proof_attempts on job_id = jobs.id::text and attempt = attempts
      where job = $1 and attempts = $2 and locked_by is null and last_error is not null`,
    [FAIL.name, attempt],
  );
  return rows.map(({ seconds }) => seconds);
}

function describeSeconds(seconds: number): string {
  if (seconds < 100) return `${seconds.toFixed(1)} s`;
  return seconds < 7_200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
