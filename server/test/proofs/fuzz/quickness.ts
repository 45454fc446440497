import { quantile } from '../shared/report.ts';

const TIMES = 50;

/** How long an answer about its health takes, in milliseconds. */
export async function answersQuickly(url: string): Promise<number> {
  const durationsMs: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const begunMs = performance.now();
    const { status } = await fetch(`${url}/api/health`);
    if (status !== 200) throw new Error(`The server says of itself: ${status}`);
    durationsMs.push(performance.now() - begunMs);
  }
  return quantile(durationsMs, 0.5);
}
