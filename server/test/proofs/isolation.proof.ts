// Shows that no tenant reaches another's data: every table and every look-up as an ordinary database user, and every route with a
// second tenant's ids, on the embedded PostgreSQL and on a PostgreSQL 15 of the operating system's. `npm run prove -- isolation`.
import { hasSystemBinaries, SYSTEM_BINARIES } from '#platform/db/embedded/embedded-postgres.testing.ts';
import { startPostgres15 } from '#test/system/postgres-15.ts';
import { type Run, runTests } from './isolation/run-tests.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const HEADINGS = ['PostgreSQL', 'user', 'superuser', 'tables', 'of tenants', 'policies', 'attempts', 'leaks'];

interface Proved extends Run {
  where: string;
}

async function onPostgres15(): Promise<Proved | undefined> {
  if (!hasSystemBinaries) {
    say(`PostgreSQL 15: skipped: there is none in ${SYSTEM_BINARIES}`);
    return undefined;
  }
  const server = await startPostgres15();
  try {
    return { where: 'given', ...(await runTests(server.superuserUrl)) };
  } finally {
    await server.stop();
  }
}

function tableOf(rows: string[][]): string {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')).join('\n');
}

function sayRun({ where, tables, lookUps, routes, failures }: Proved): void {
  const server = `${lookUps?.server ?? '?'} (${where})`;
  say(`\n${server}`);
  say(`  look-ups  ${lookUps?.lookUps ?? 0} functions without a tenant, each compared with ${lookUps?.rowsCompared ?? 0} rows in all`);
  if (routes) {
    const answers = Object.entries(routes.answers).map(
      ([status, count]) => `${status === '200' ? '200 with an empty list' : status} × ${count}`,
    );
    say(`  routes    ${routes.routes} at ${routes.urls} urls, ${routes.withIds} with ids in the path`);
    say(`            ${routes.foreignIds} requests with ids of the other tenant: ${answers.join(', ')}`);
    say(`            ${routes.refusals} requests without the right, all refused`);
  }
  if (tables === undefined) say('  tables    no figures: see the failures');
  for (const failure of failures) say(`  FAILED: ${failure}`);
}

const runs = [{ where: 'embedded', ...(await runTests(undefined)) }, await onPostgres15()].filter((run) => run !== undefined);
const rows = runs.flatMap(({ where, tables }) =>
  tables === undefined
    ? []
    : [
        [
          `${tables.server} (${where})`,
          tables.user,
          tables.isSuperuser ? 'YES' : 'no',
          ...[tables.tables, tables.tenantTables, tables.policies, tables.attempts, tables.leaks].map(String),
        ],
      ],
);
say(tableOf([HEADINGS, ...rows]));
for (const run of runs) sayRun(run);

const complete = runs.every(({ tables, lookUps, routes }) => tables && lookUps && routes);
const failures = runs.reduce((sum, run) => sum + run.failures.length, 0);
const leaks = runs.reduce((sum, { tables }) => sum + (tables?.leaks ?? 0), 0);
const attempts = runs.reduce((sum, { tables, routes }) => sum + (tables?.attempts ?? 0) + (routes?.foreignIds ?? 0), 0);
const passed = complete && failures === 0 && leaks === 0;
const servers = runs.map(({ lookUps }) => lookUps?.server ?? '?').join(' and ');
say(
  `\nisolation: ${passed ? 'passed' : 'FAILED'}: ${attempts} attempts on another tenant's data on PostgreSQL ${servers}, ${leaks} leaks; ${failures} of ${runs.reduce((sum, run) => sum + run.passed, failures)} tests failed${hasSystemBinaries ? '' : '; PostgreSQL 15 skipped'}`,
);
process.exit(passed ? 0 : 1);
