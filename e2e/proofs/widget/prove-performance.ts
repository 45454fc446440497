import { systemClock } from '../../../server/src/platform/clock.ts';
import { quantile } from '../../../server/test/proofs/shared/report.ts';
import { openContext } from '../../browser.ts';
import type { Clinic } from '../../front-desk.ts';
import { type Bench, type MainThread, startBench } from '../../performance.ts';
import { arrive } from '../../widget-page.ts';
import type { Stage } from './stage.ts';

/** A phone that was cheap some years ago. */
const SLOWDOWN = 4;
const TOKENS = 400;
const TOKEN_EVERY_MS = 15;

/** What the widget costs the main thread of a page, at a quarter of this machine's speed. */
export async function provePerformance(stage: Stage, { rounds }: { rounds: number }): Promise<void> {
  const { desk, answers, report } = stage;
  const clinic = await desk.clinic({ theme: { suggestions: { en: ['Where can I park?'] } } });
  const words = Array.from({ length: TOKENS }, (_, at) => (at % 12 === 11 ? `**w${at}**.\n\n` : `word${at} `));
  answers.answer('Tell me everything', words, () => systemClock.sleep(TOKEN_EVERY_MS));

  const bare = await repeat(rounds, () => loadPage(stage, undefined));
  const closed = await repeat(rounds, () => loadPage(stage, clinic));
  const extra = median(closed.map(({ taskMs }) => taskMs)) - median(bare.map(({ taskMs }) => taskMs));
  report.say(`load, launcher closed: main thread ${ms(extra)} more than without it (${describe(closed)} against ${describe(bare)})`);

  const openings: MainThread[] = [];
  const streams: MainThread[] = [];
  const quiet: MainThread[] = [];
  const longTasks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const visitor = await arrive(stage.browser, desk, clinic, { size: 'phone' });
    const bench = await startBench(visitor.page, { slowdown: SLOWDOWN });
    await visitor.page.reload();
    await visitor.launcher.waitFor();
    openings.push(await bench.costOf(() => visitor.open()));
    const before = (await bench.longTasks()).length;
    streams.push(
      await bench.costOf(async () => {
        await visitor.say('Tell me everything');
        await visitor.bubble(`w${TOKENS - 1 - (TOKENS % 12)}`).waitFor();
        await visitor.page.locator('.growing').waitFor({ state: 'detached' });
      }),
    );
    longTasks.push(...(await bench.longTasks()).slice(before));
    quiet.push(await bench.costOf(() => systemClock.sleep(1_000)));
    const shift = await bench.layoutShift();
    if (shift > 0) report.violate(`things moved on the page by ${shift}`);
    if (round === 0) sayLoads(stage, bench);
    for (const problem of visitor.watch.problems) report.violate(problem);
    await visitor.close();
  }
  report.say(`opening, until something can be written: main thread ${describe(openings)}`);
  const perToken = median(streams.map(({ taskMs }) => taskMs)) / TOKENS;
  const scriptPerToken = median(streams.map(({ scriptMs }) => scriptMs)) / TOKENS;
  report.say(`per streamed token of ${TOKENS}: main thread ${perToken.toFixed(2)} ms, of it scripts ${scriptPerToken.toFixed(2)} ms`);
  report.say(`while nothing happens: ${ms(median(quiet.map(({ taskMs }) => taskMs)))} per second`);
  const longest = longTasks.length === 0 ? 'none' : `${longTasks.length}, the longest ${ms(Math.max(...longTasks))}`;
  report.say(`tasks of more than 50 ms while ${rounds} answers streamed: ${longest}; layout shift 0`);
}

async function loadPage({ browser, desk }: Stage, clinic: Clinic | undefined): Promise<MainThread> {
  const { context } = await openContext(browser, { size: 'phone' });
  const page = await context.newPage();
  const bench = await startBench(page, { slowdown: SLOWDOWN });
  const address = desk.site.publish({ foyer: desk.wire.url, ...(clinic && { script: { 'project-id': clinic.projectId } }) });
  const cost = await bench.costOf(async () => {
    await page.goto(address, { waitUntil: 'load' });
    if (clinic) await page.getByRole('button', { name: /Open chat/ }).waitFor();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  });
  await context.close();
  return cost;
}

function sayLoads({ desk, report }: Stage, bench: Bench): void {
  const { requests, bytes } = bench.loadedFrom(desk.wire.url);
  report.say(
    `loaded from the server until an answer was there, from an empty cache: ${requests} requests, ${(bytes / 1000).toFixed(1)} kB`,
  );
}

async function repeat<T>(times: number, once: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let round = 0; round < times; round += 1) all.push(await once());
  return all;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const describe = (costs: readonly MainThread[]): string =>
  `${ms(median(costs.map(({ taskMs }) => taskMs)))}, of it scripts ${ms(median(costs.map(({ scriptMs }) => scriptMs)))}, layout and style ${ms(
    median(costs.map(({ layoutMs, styleMs }) => layoutMs + styleMs)),
  )}`;
