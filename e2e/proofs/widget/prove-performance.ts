import { systemClock } from '../../../server/src/platform/clock.ts';
import { quantile } from '../../../server/test/proofs/shared/report.ts';
import { openContext } from '../../browser.ts';
import type { Clinic } from '../../front-desk.ts';
import { type MainThread, startBench } from '../../performance.ts';
import type { Stage } from './stage.ts';

/** A phone that was cheap some years ago. */
const SLOWDOWN = 4;
const TOKENS = 400;
const TOKEN_EVERY_MS = 15;

const WIDGET = "document.querySelector('foyer-widget')?.shadowRoot";
const HAS_LAUNCHER = `Boolean(${WIDGET}?.querySelector('button'))`;
const IS_OPEN = `Boolean(${WIDGET}?.querySelector('[data-connection="online"] textarea'))`;
const hasAnswer = `[...${WIDGET}.querySelectorAll('[data-part="content"]')].some((part) => part.textContent.includes('the end.')) && !${WIDGET}.querySelector('.growing')`;

/** What the widget costs the main thread of a page, at a quarter of this machine's speed. */
export async function provePerformance(stage: Stage, { rounds }: { rounds: number }): Promise<void> {
  const { desk, answers, report } = stage;
  const clinic = await desk.clinic();
  const words = Array.from({ length: TOKENS - 1 }, (_, at) => (at % 12 === 11 ? `**w${at}**.\n\n` : `word${at} `));
  answers.answer('Tell me everything', [...words, 'the end.'], () => systemClock.sleep(TOKEN_EVERY_MS));

  const visits: Visit[] = [];
  const bare: MainThread[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push((await visitPage(stage, undefined)).load);
    visits.push(await visitPage(stage, clinic));
  }
  const of = (pick: (visit: Visit) => MainThread) => visits.map(pick);
  const extra = median(of(({ load }) => load).map(({ taskMs }) => taskMs)) - median(bare.map(({ taskMs }) => taskMs));
  report.say(
    `load, launcher closed: ${ms(extra)} more than without it (${describe(of(({ load }) => load))}; without it ${describe(bare)})`,
  );
  report.say(`opening, until it is connected: ${describe(of(({ opening }) => opening))}`);
  const perToken = (cost: (thread: MainThread) => number) => (median(of(({ stream }) => stream).map(cost)) / TOKENS).toFixed(2);
  const [all, scripts, layout] = [perToken(({ taskMs }) => taskMs), perToken(({ scriptMs }) => scriptMs), perToken(layoutAndStyle)];
  report.say(`per streamed token of ${TOKENS}: ${all} ms, of it scripts ${scripts} ms, layout and style ${layout} ms`);
  report.say(`while nothing happens: ${ms(median(of(({ quiet }) => quiet).map(({ taskMs }) => taskMs)))} per second`);
  const longTasks = visits.flatMap((visit) => visit.longTasks);
  const longest = longTasks.length === 0 ? '' : `, the longest ${ms(Math.max(...longTasks))}`;
  report.say(`tasks of more than 50 ms: ${longTasks.length} while ${rounds} answers streamed${longest}`);
  const { requests, bytes } = visits[0] ?? { requests: 0, bytes: 0 };
  report.say(
    `loaded from the server until the answer was there, from an empty cache: ${requests} requests, ${(bytes / 1000).toFixed(1)} kB`,
  );
  const shifts = new Set(visits.flatMap((visit) => visit.shifts));
  for (const shift of shifts) report.violate(`something moved on the page: ${shift}`);
  report.say(`layout shifts while loading and opening: ${shifts.size}`);
}

interface Visit {
  load: MainThread;
  opening: MainThread;
  stream: MainThread;
  quiet: MainThread;
  longTasks: number[];
  shifts: string[];
  requests: number;
  bytes: number;
}

async function visitPage(stage: Stage, clinic: Clinic): Promise<Visit>;
async function visitPage(stage: Stage, clinic: undefined): Promise<Pick<Visit, 'load'>>;
async function visitPage({ browser, desk, report }: Stage, clinic: Clinic | undefined): Promise<Visit | Pick<Visit, 'load'>> {
  const { context, watch } = await openContext(browser, { size: 'phone' });
  const page = await context.newPage();
  const bench = await startBench(page, { slowdown: SLOWDOWN });
  const address = desk.site.publish({ foyer: desk.wire.url, ...(clinic && { script: { 'project-id': clinic.projectId } }) });
  const load = await bench.costOf(async () => {
    await page.goto(address, { waitUntil: 'load' });
    await bench.until(clinic ? HAS_LAUNCHER : 'true');
    await bench.run('new Promise((resolve) => requestIdleCallback(() => resolve(true)))');
  });
  if (!clinic) {
    await context.close();
    return { load };
  }
  const opening = await bench.costOf(async () => {
    await bench.run(`${WIDGET}.querySelector('button').click()`);
    await bench.until(IS_OPEN);
  });
  // What is said moves what was said before; up to here nothing may move.
  const shifts = await bench.layoutShifts();
  const before = (await bench.longTasks()).length;
  const stream = await bench.costOf(async () => {
    await bench.run("foyer('send', 'Tell me everything')");
    await bench.until(hasAnswer);
  });
  const longTasks = (await bench.longTasks()).slice(before);
  const quiet = await bench.costOf(() => systemClock.sleep(1_000));
  for (const problem of watch.problems) report.violate(problem);
  await context.close();
  return { load, opening, stream, quiet, longTasks, shifts, ...bench.loadedFrom(desk.wire.url) };
}

const median = (values: readonly number[]): number => quantile(values, 0.5);
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const layoutAndStyle = ({ layoutMs, styleMs }: MainThread): number => layoutMs + styleMs;
const describe = (costs: readonly MainThread[]): string =>
  `${ms(median(costs.map(({ taskMs }) => taskMs)))}, of it scripts ${ms(median(costs.map(({ scriptMs }) => scriptMs)))}, layout and style ${ms(median(costs.map(layoutAndStyle)))}`;
