// Visitors write of emergencies while the model hangs, and in that very moment the server, its database, or the worker that runs jobs is
// killed or stopped, or nothing happens. Then it is counted: everybody was shown the emergency text, every emergency has one escalation,
// and somebody was told of it by one mail. `npm run prove -- escalations [--runs 100] [--visitors 5] [--seed 1]`
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { setUpFrontDesk } from '#test/chaos/front-desk.ts';
import { hit } from '#test/chaos/hit.ts';
import { type Installation, startInstallation } from '#test/chaos/installation.ts';
import type { KillKind } from '#test/chaos/plan.ts';
import { createRandom } from '#test/chaos/random.ts';
import { makeCheckout } from '#test/processes/checkout.ts';
import { until } from '#test/processes/process-tree.ts';
import { arrive, type Emergency, writeOfEmergency } from './escalations/emergency-visitor.ts';
import { judgeEmergencies } from './escalations/judge-emergencies.ts';
import { createReport } from './shared/report.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    visitors: { type: 'string', default: '5' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
  },
});
const [runs, visitors, seed] = [Number(values.runs), Number(values.visitors), Number(values.seed)];
/** One process with its own database, and web and worker processes of their own: there the queue stands still while the worker is away. */
const PHASES = [
  { topology: 'whole', kinds: ['server', 'postgres', 'server-term', 'nothing'] },
  { topology: 'roles', kinds: ['worker', 'web', 'worker-term', 'nothing'] },
] as const;
const SETTLE_PATIENCE_MS = 60_000;

const report = createReport();
const random = createRandom(seed);
report.say(`escalations: seed ${seed}, ${runs} emergencies by ${visitors} visitors at a time`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

// Takes every request and never answers.
const model = createServer(() => {});
await new Promise<void>((resolve) => void model.listen(0, '127.0.0.1', resolve));
const modelUrl = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
const checkout = makeCheckout(undefined);
const emergencies: Emergency[] = [];
let mails = 0;
try {
  for (const phase of PHASES) {
    const installation = await startInstallation({ topology: phase.topology, directory: checkout.directory, modelUrl });
    const violationsBefore = report.violations.length;
    try {
      await runPhase(installation, phase.kinds, Math.ceil(runs / PHASES.length));
    } finally {
      await installation.stop();
      if (report.violations.length === violationsBefore) installation.remove();
    }
  }
  report.say(
    `escalations: ${report.violations.length === 0 ? 'held' : 'FAILED'}; ${emergencies.length} emergencies, ${mails} mails, ${report.violations.length} violations`,
  );
} finally {
  model.closeAllConnections();
  model.close();
  checkout.remove();
}
process.exitCode = report.violations.length === 0 ? 0 : 1;

async function runPhase(installation: Installation, kinds: readonly (KillKind | 'nothing')[], count: number): Promise<void> {
  const hits = new Map<string, number>();
  const ofPhase: Emergency[] = [];
  await installation.untilHealthy();
  const url = installation.urls[0] ?? '';
  const { projectId } = await setUpFrontDesk(url, modelUrl);
  for (let round = 0; ofPhase.length < count; round += 1) {
    await installation.untilHealthy();
    const kind = kinds[round % kinds.length] ?? 'nothing';
    const here = await Promise.all(
      Array.from({ length: visitors }, (_, index) => arrive(url, projectId, random.fork(`${installation.topology} ${round} ${index}`))),
    );
    // The moment of the message is drawn around the moment of the hit.
    const writing = here.map((visitor) => writeOfEmergency(visitor));
    await sleep(random.between(0, 120));
    if (kind !== 'nothing') await hit(installation, kind, random);
    ofPhase.push(...(await Promise.all(writing)));
    hits.set(kind, (hits.get(kind) ?? 0) + visitors);
  }
  await installation.untilHealthy();
  const client = new pg.Client(installation.database());
  await client.connect();
  const judge = () => judgeEmergencies(client, installation.outboxDirectory, ofPhase);
  await until('everybody to be told', async () => (await judge()).problems.length === 0, SETTLE_PATIENCE_MS).catch(() => {});
  const judged = await judge();
  await client.end();
  for (const problem of [...judged.problems, ...installation.units.flatMap((unit) => unit.problems)]) report.violate(problem);
  emergencies.push(...ofPhase);
  mails += judged.mails;
  const sentAgain = ofPhase.filter(({ sent }) => sent > 1).length;
  report.say(`  ${installation.topology}: ${[...hits].map(([kind, emergencies]) => `${emergencies} × ${kind}`).join(', ')}`);
  report.say(`    ${sentAgain} sent again; ${judged.shownBeforeStored} shown the text before the message was acknowledged`);
}
