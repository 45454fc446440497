import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from '#app/build-app.ts';
import { readConfig } from '#app/config.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { arrive, chat } from './cost/chats.ts';
import { countedModels, countQueries } from './cost/count-queries.ts';
import { measure, type Step } from './cost/grow.ts';
import { readProfile } from './cost/read-profile.ts';
import { startModelServer } from './dialogues/model-server.ts';
import { startProduct } from './dialogues/product.ts';

/** What the core costs: processor time per message and per token, statements per message, and how both grow with the crowd. */
const { values } = parseArgs({
  options: { crowds: { type: 'string', default: '1,10,100,300,1000' }, messages: { type: 'string', default: '600' } },
});
const crowds = values.crowds.split(',').map(Number);
const messagesPerStep = Number(values.messages);
/** Visitors come from addresses of their own, which a trusted proxy vouches for. */
const environment = { FOYER_TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'error' };
const print = (line: string) => process.stdout.write(`${line}\n`);

const model = await startModelServer({ firstChunkMs: 20, chunkDelayMs: 5, chunkSize: 12 });
const steps: Step[] = [];
const product = await startProduct(model.baseUrl, { environment });
try {
  await chat(await arrive(product.url, 10, 50_000), 30, 'warm-up');
  print('chats  messages  tokens  msg/s  server ms/msg  µs/token  database ms/msg  generator ms/msg  first token p50/p99 ms  memory MB');
  for (const [index, chats] of crowds.entries()) {
    const each = Math.max(1, Math.round(messagesPerStep / Math.max(chats, 10)));
    const step = await measure(product, chats, each, index * 2_000);
    steps.push(step);
    print(row(step));
  }
} finally {
  await product.stop();
}

print('');
const counted = await inProcess((url) => countQueries(url, 50));
print(`statements per message, one message at a time: ${counted.perMessage.toFixed(1)}`);
for (const { text, perMessage } of counted.statements.slice(0, 12)) print(`  ${perMessage.toFixed(1).padStart(5)}  ${text}`);

print('');
const profile = await profiled(100, 5);
print('where the server computes, 100 chats at a time (share of the busy time)');
for (const { name, share } of profile.functions.slice(0, 3)) print(`  ${percent(share)}  ${name}`);
print('the same by package');
for (const { name, share } of profile.packages.slice(0, 8)) print(`  ${percent(share)}  ${name}`);

await model.stop();
const problems = steps.flatMap((step) => step.problems);
const messages = steps.reduce((sum, step) => sum + step.messages, 0);
print(
  `cost: ${problems.length === 0 ? 'passed' : `failed: ${problems[0]}`}: ${messages} messages, each answered once; the largest crowd had ${Math.max(...crowds)} chats`,
);
process.exit(problems.length === 0 ? 0 : 1);

function row(step: Step): string {
  const cells = [
    String(step.chats).padStart(5),
    String(step.messages).padStart(8),
    String(step.tokens).padStart(6),
    (step.messages / step.seconds).toFixed(1).padStart(5),
    step.serverMsPerMessage.toFixed(2).padStart(13),
    step.serverMicrosPerToken.toFixed(0).padStart(8),
    step.databaseMsPerMessage.toFixed(2).padStart(15),
    step.generatorMsPerMessage.toFixed(2).padStart(16),
    `${step.firstTokenP50Ms.toFixed(0)} / ${step.firstTokenP99Ms.toFixed(0)}`.padStart(22),
    step.memoryMb.toFixed(0).padStart(9),
  ];
  return cells.join('  ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)} %`;
}

/** The product inside this process, so that what it sends to its database can be counted. */
async function inProcess<T>(work: (url: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'foyer-cost-'));
  const config = readConfig({ FOYER_DATA_DIR: directory, PORT: '0', HOST: '127.0.0.1', ...environment, LOG_LEVEL: 'silent' });
  const app = await buildApp(config, { logger: silentLogger, models: countedModels() });
  try {
    const { port } = await app.start();
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    await app.close(2_000);
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A server of its own, watched by the profiler of the runtime: the watching costs, so nothing else is measured on it. */
async function profiled(chats: number, messagesEach: number) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-profile-'));
  const watched = await startProduct(model.baseUrl, {
    environment: { ...environment, NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` },
  });
  try {
    const visitors = await arrive(watched.url, chats, 40_000);
    await chat(visitors, messagesEach, 'profiled');
    for (const visitor of visitors) visitor.close();
  } finally {
    await watched.stop();
  }
  const profile = readProfile(folder);
  rmSync(folder, { recursive: true, force: true });
  return profile;
}
