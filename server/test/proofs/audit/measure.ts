import { quantile } from '../shared/report.ts';

/** What requests took. The client runs in the same process, so its share of the processor time is in both sides of a ratio. */
export interface Cost {
  perSecond: number;
  /** Of this process, per request. */
  cpuMs: number;
  p50Ms: number;
  p99Ms: number;
}

/** Sends so many requests, so many at a time. */
export async function measure(requests: number, atOnce: number, send: (index: number) => Promise<unknown>): Promise<Cost> {
  const took: number[] = [];
  let next = 0;
  const lane = async () => {
    while (next < requests) {
      const index = next;
      next += 1;
      const startedMs = performance.now();
      await send(index);
      took.push(performance.now() - startedMs);
    }
  };
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (performance.now() - startedMs) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    perSecond: requests / seconds,
    cpuMs: (user + system) / 1000 / requests,
    p50Ms: quantile(took, 0.5),
    p99Ms: quantile(took, 0.99),
  };
}
