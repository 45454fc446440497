import type { CDPSession, Page } from 'playwright-core';

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
  /** The sum of what moved without anybody having asked for it; 0 is nothing. */
  layoutShift(): Promise<number>;
  /** What was loaded from an origin, in bytes on the wire. */
  loadedFrom(origin: string): { requests: number; bytes: number };
}

export async function startBench(page: Page, { slowdown }: { slowdown: number }): Promise<Bench> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const seen = { longTasks: [] as number[], shift: 0 };
    Object.assign(window, { foyerBench: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longTasks.push(entry.duration);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) seen.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const transfers = watchTransfers(session);
  const seen = () => page.evaluate(() => (window as unknown as { foyerBench: { longTasks: number[]; shift: number } }).foyerBench);

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
    layoutShift: async () => (await seen()).shift,
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
