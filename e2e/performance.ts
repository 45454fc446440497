import type { CDPSession, Page } from 'playwright-core';
import { systemClock } from '../server/src/platform/clock.ts';

/** Time of the processor that the main thread of a page took between two moments, as the browser itself counts it; in milliseconds. */
export interface MainThread {
  taskMs: number;
  scriptMs: number;
  layoutMs: number;
  styleMs: number;
}

/** A page on a device as slow as a cheap phone, with the browser's own measures. */
export interface Bench {
  /** What doing something costs the main thread. */
  costOf(what: () => Promise<void>): Promise<MainThread>;
  /** Tasks of more than 50 ms since the page began, in milliseconds. */
  longTasks(): Promise<number[]>;
  /** What moved without anybody having asked for it, one line each. */
  layoutShifts(): Promise<string[]>;
  /** Runs a script in the page. Straight by the protocol: what Playwright brings along for its locators would be measured too. */
  run(expression: string): Promise<unknown>;
  /** Until an expression is true in the page. */
  until(expression: string): Promise<void>;
  /** What was loaded from an origin, in bytes on the wire. */
  loadedFrom(origin: string): { requests: number; bytes: number };
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 50;

export async function startBench(page: Page, { slowdown }: { slowdown: number }): Promise<Bench> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const seen = { longTasks: [] as number[], shifts: [] as string[] };
    Object.assign(window, { foyerBench: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longTasks.push(entry.duration);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (entry.hadRecentInput) continue;
        const moved = entry.sources.map(({ node, previousRect, currentRect }) => {
          const rect = ({ x, y, width, height }: DOMRectReadOnly) => `${width}×${height} at ${x},${y}`;
          return `${node?.nodeName ?? 'something in a shadow root'} from ${rect(previousRect)} to ${rect(currentRect)}`;
        });
        seen.shifts.push(`${entry.value.toFixed(4)} after ${Math.round(entry.startTime)} ms: ${moved.join('; ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const transfers = watchTransfers(session);
  const run = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const seen = async () => (await run('foyerBench')) as { longTasks: number[]; shifts: string[] };

  return {
    costOf: async (what) => {
      const before = await measure(session);
      await what();
      const after = await measure(session);
      return {
        taskMs: after.taskMs - before.taskMs,
        scriptMs: after.scriptMs - before.scriptMs,
        layoutMs: after.layoutMs - before.layoutMs,
        styleMs: after.styleMs - before.styleMs,
      };
    },
    longTasks: async () => (await seen()).longTasks,
    layoutShifts: async () => (await seen()).shifts,
    run,
    until: async (expression) => {
      const endsAt = performance.now() + PATIENCE_MS;
      while ((await run(expression)) !== true) {
        if (performance.now() > endsAt) throw new Error(`This never came true: ${expression}`);
        await systemClock.sleep(LOOK_EVERY_MS);
      }
    },
    loadedFrom: (origin) => {
      const loaded = [...transfers.values()].filter(({ url }) => url.startsWith(origin));
      return { requests: loaded.length, bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  };
}

async function measure(session: CDPSession): Promise<MainThread> {
  const { metrics } = await session.send('Performance.getMetrics');
  const valueMs = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  return {
    taskMs: valueMs('TaskDuration'),
    scriptMs: valueMs('ScriptDuration'),
    layoutMs: valueMs('LayoutDuration'),
    styleMs: valueMs('RecalcStyleDuration'),
  };
}

function watchTransfers(session: CDPSession): ReadonlyMap<string, { url: string; bytes: number }> {
  const transfers = new Map<string, { url: string; bytes: number }>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => transfers.set(requestId, { url: request.url, bytes: 0 }));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId);
    if (transfer) transfer.bytes = encodedDataLength;
  });
  return transfers;
}
