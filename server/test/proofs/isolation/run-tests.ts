import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '#test/processes/checkout.ts';
import type { LookUpFigures, RouteFigures, TableFigures } from '#test/system/figures.ts';

const FILES = ['every-table', 'every-look-up', 'every-route'].map((name) => `server/test/system/${name}.test.ts`);

/** What the tests of isolation found on one server. */
export interface Run {
  passed: number;
  /** The names of tests that failed, with the beginning of why. */
  failures: string[];
  tables: TableFigures | undefined;
  lookUps: LookUpFigures | undefined;
  routes: RouteFigures | undefined;
}

interface ReportedTest {
  fullName: string;
  status: string;
  failureMessages: string[];
  meta: { tableFigures?: TableFigures; lookUpFigures?: LookUpFigures; routeFigures?: RouteFigures };
}

interface VitestReport {
  testResults: { name: string; status: string; message: string; assertionResults: ReportedTest[] }[];
}

/** Runs those files, on the server that a superuser's connection string names, or on the embedded one. */
export async function runTests(superuserUrl: string | undefined): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-isolation-'));
  const file = join(folder, 'report.json');
  try {
    const vitest = join(REPOSITORY, 'node_modules', 'vitest', 'vitest.mjs');
    const output = await run(process.execPath, [vitest, 'run', ...FILES, '--reporter=json', `--outputFile.json=${file}`], superuserUrl);
    return readRun(JSON.parse(readReport(file, output)) as VitestReport);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string, output: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`The tests ended without a report:\n${output}`, { cause });
  }
}

function readRun({ testResults }: VitestReport): Run {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const lookUps = tests.map(({ meta }) => meta.lookUpFigures).find((figures) => figures !== undefined);
  // Every run also tries the tables on PostgreSQL 15, where it is installed; here each server speaks for itself.
  const tables = tests.map(({ meta }) => meta.tableFigures).find((figures) => figures && figures.server === lookUps?.server);
  const failedFiles = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  });
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: [
      ...tests
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages: [why = ''] }) => `${fullName}: ${why.slice(0, 600)}`),
      ...failedFiles.map(({ name, message }) => `${name}: ${message.slice(0, 600)}`),
    ],
    tables,
    lookUps,
    routes: tests.map(({ meta }) => meta.routeFigures).find((figures) => figures !== undefined),
  };
}

/** @returns what it printed, whether it succeeded or not: the report tells which */
function run(file: string, args: string[], superuserUrl: string | undefined): Promise<string> {
  const { FOYER_TEST_DATABASE_URL: _, ...inherited } = process.env;
  const env = superuserUrl === undefined ? inherited : { ...inherited, FOYER_TEST_DATABASE_URL: superuserUrl };
  const child = spawn(file, args, { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => void child.kill('SIGTERM');
  process.once('exit', kill);
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output += data.toString();
      });
    }
    child.once('error', reject);
    child.once('close', () => {
      process.off('exit', kill);
      resolve(output);
    });
  });
}
