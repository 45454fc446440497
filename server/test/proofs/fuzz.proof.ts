// Throws bad input at every operation of the OpenAPI document, at the connection itself and at the chat socket. Each answer has to be a
// result or a documented problem; none may be an error of the server, show insides, or say a word of another tenant.
// `npm run prove -- fuzz [--inputs 12000] [--seed 1]`
import { parseArgs } from 'node:util';
import type { Logger } from '#platform/telemetry/logger.ts';
import { lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { createFuzzWorld } from '#test/system/fuzz/fuzz-world.ts';
import { type FuzzResult, fuzzBytes, fuzzOperations, fuzzSocket } from '#test/system/fuzz/run-fuzz.ts';
import { startTestApp } from '#test/test-app.ts';
import { createTestDatabase } from '#test/test-database.ts';
import { judgeTheJudge } from './fuzz/judge-the-judge.ts';
import { answersQuickly } from './fuzz/quickness.ts';
import { createReport } from './shared/report.ts';
import { startTestCluster } from './tools/test-cluster.ts';

const { values } = parseArgs({
  options: { inputs: { type: 'string', default: '12000' }, seed: { type: 'string', default: `${Date.now() % 2 ** 31}` } },
});
const inputs = Number(values.inputs);
const seed = Number(values.seed);
const share = (part: number) => ({ inputs: Math.max(1, Math.round(inputs * part)), seed });
const report = createReport();
report.say(`fuzz: ${inputs} inputs, seed ${seed}`);

process.on('unhandledRejection', (reason) => report.violate(`a promise was left alone with its failure: ${String(reason).slice(0, 500)}`));
process.on('uncaughtException', (error) => report.violate(`the server would have ended: ${String(error.stack).slice(0, 1_000)}`));

/** Errors in the log are faults of the server, whatever it answered. */
const logger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: (message, fields) =>
    report.violate(`the server logged an error: ${message} ${String((fields?.error as Error | undefined)?.stack ?? '').slice(0, 800)}`),
  child: () => logger,
};

const { cluster, stop } = await startTestCluster();
let summary = '';
try {
  const database = await createTestDatabase({ cluster });
  const models = scriptedModels((request) => saying(`You said: ${lastUserText(request)}`));
  const desk = await startTestApp({
    sharedDatabase: database,
    models,
    logger,
    env: { FOYER_TRUSTED_PROXIES: '127.0.0.1', FOYER_DEMO: 'off' },
  });
  const world = await createFuzzWorld(desk);
  const { projectId } = (await desk.tenant('for-sockets')).app;
  const calm = await answersQuickly(desk.url);
  const foreign = await database.asSuperuser(ofTheOtherTenant(), [world.foreign.tenantId]);

  const results: [string, FuzzResult][] = [
    ['operations', await fuzzOperations(world, share(0.7))],
    ['connection', await fuzzBytes(world, share(0.05))],
    ['chat socket', await fuzzSocket(world, projectId, share(0.25))],
  ];
  for (const [name, { inputs: tried, answers, complaints }] of results) {
    report.say(
      `${name}: ${tried} inputs; ${[...answers]
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([answer, times]) => `${answer} × ${times}`)
        .join(', ')}`,
    );
    for (const complaint of complaints) report.violate(complaint);
  }
  const unchanged = JSON.stringify(foreign) === JSON.stringify(await database.asSuperuser(ofTheOtherTenant(), [world.foreign.tenantId]));
  if (!unchanged) report.violate('something of the other tenant was changed');

  const visitor = await desk.visitor(projectId);
  await visitor.connect();
  await visitor.answer((await visitor.say('Is anybody there?', 'm')).seq);
  visitor.close();
  const after = await answersQuickly(desk.url);
  report.say(`afterwards: a visitor is answered; health in ${after.toFixed(1)} ms (${calm.toFixed(1)} ms before), median of 50`);

  const missed = judgeTheJudge(desk.app.http.document, world);
  for (const damage of missed.unnoticed) report.violate(`the judge did not notice: ${damage}`);
  report.say(`the judge noticed ${missed.tried - missed.unnoticed.length} of ${missed.tried} kinds of bad answer`);
  const tried = results.reduce((sum, [, { inputs: count }]) => sum + count, 0);
  if (tried < inputs * 0.95) report.violate(`only ${tried} of ${inputs} inputs were tried`);
  summary = `${tried} inputs to ${Object.values(desk.app.http.document.paths).flatMap(Object.keys).length} operations, the connection and the chat socket`;
  await desk.close();
  await database.close();
} finally {
  await stop();
}

const passed = report.violations.length === 0;
report.say(
  `\nfuzz: ${passed ? 'passed: no error, no crash, no leak' : `FAILED with ${report.violations.length} violations`}: ${summary} (seed ${seed})`,
);
process.exit(passed ? 0 : 1);

/** What inputs with its ids could change. */
function ofTheOtherTenant(): string {
  const tables = ['apps', 'app_configs', 'prompt_profiles', 'agents', 'agent_tools', 'tickets', 'api_keys', 'conversations', 'messages'];
  return tables
    .map(
      (table) => `select '${table}' as name, md5(coalesce(string_agg(t::text, '|' order by id), '')) from ${table} t where tenant_id = $1`,
    )
    .join(' union all ');
}
