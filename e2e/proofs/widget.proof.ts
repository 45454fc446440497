// The widget in a real browser: losses of the connection, hostile content, accessibility of every state, and what it costs a page.
// `npm run prove -- widget [--seed=N] [--only=connection,hostile,accessibility,performance] [--visits=N] [--drops=N] [--fuzzed=N]
// [--rounds=N] [--screenshots=<folder>] [--picture]`; --screenshots writes pictures of every state to look at, --picture the one of the
// README.
import { readDemoDocuments } from '../../server/src/app/demo/demo-documents.ts';
import { createRandom } from '../../server/test/chaos/random.ts';
import { createReport } from '../../server/test/proofs/shared/report.ts';
import { startTestCluster } from '../../server/test/proofs/tools/test-cluster.ts';
import { createTestDatabase } from '../../server/test/test-database.ts';
import { launchBrowser } from '../browser.ts';
import { openFrontDesk } from '../front-desk.ts';
import { scriptedAnswers } from '../scripted-answers.ts';
import { proveAccessibility } from './widget/prove-accessibility.ts';
import { proveConnection } from './widget/prove-connection.ts';
import { proveHostile } from './widget/prove-hostile.ts';
import { provePerformance } from './widget/prove-performance.ts';
import type { Stage } from './widget/stage.ts';
import { takePicture, takeScreenshots } from './widget/take-pictures.ts';

const options = new Map(process.argv.slice(2).map((option) => option.replace(/^--/, '').split('=', 2) as [string, string | undefined]));
const number = (name: string, otherwise: number): number => Number(options.get(name) ?? otherwise);
const seed = number('seed', 20_261_120);
const only = options.get('only')?.split(',');
const report = createReport();

const { cluster, stop } = await startTestCluster();
const database = await createTestDatabase({ cluster });
const answers = scriptedAnswers();
const desk = await openFrontDesk({ database, models: answers.models });
const browser = await launchBrowser();
const stage: Stage = { browser, desk, answers, random: createRandom(seed), report };

const parts: Record<string, () => Promise<void>> = {
  connection: () => proveConnection(stage, { visits: number('visits', 6), drops: number('drops', 20) }),
  hostile: () => proveHostile(stage, { seed, fuzzed: number('fuzzed', 200) }),
  accessibility: () => proveAccessibility(stage),
  performance: () => provePerformance(stage, { rounds: number('rounds', 5) }),
};
/** The demo as people get it: with its documents and without a language model. */
async function withDemo(work: (stage: Stage) => Promise<void>): Promise<void> {
  const demoDatabase = await createTestDatabase({ cluster });
  const demoDesk = await openFrontDesk({ database: demoDatabase, demoDocuments: await readDemoDocuments() });
  try {
    await work({ ...stage, desk: demoDesk });
  } finally {
    await demoDesk.close();
    await demoDatabase.close();
  }
}

const isForPictures = options.has('screenshots') || options.has('picture');
try {
  const folder = options.get('screenshots');
  if (folder !== undefined) await withDemo((demo) => takeScreenshots(demo, folder));
  if (options.has('picture')) await withDemo(takePicture);
  if (!isForPictures) for (const [name, prove] of Object.entries(parts)) if (!only || only.includes(name)) await prove();
} finally {
  await browser.close();
  await desk.close();
  await database.close();
  await stop();
}

const isProven = report.violations.length === 0;
const outcome = isForPictures ? 'pictures only' : isProven ? 'proven' : 'FAILED';
report.say(`widget: ${report.violations.length} violations, seed ${seed} (${outcome})`);
process.exitCode = isProven ? 0 : 1;
