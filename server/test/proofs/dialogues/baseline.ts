import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { machineMs } from './clock.ts';
import { sideBySide } from './side-by-side.ts';

/**
 * Asks the model server the same requests without the product between, dialogue by dialogue as the visitors did, and gives the
 * milliseconds from each request to the first words of its answer.
 */
export async function askWithoutProduct(baseUrl: string, dialogues: string[][], concurrency: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  try {
    const perDialogue = await sideBySide(dialogues, concurrency, async (bodies) => {
      const firstTokensMs: number[] = [];
      for (const body of bodies) firstTokensMs.push(await firstTokenMs(baseUrl, body, agent));
      return firstTokensMs;
    });
    return perDialogue.flat();
  } finally {
    agent.destroy();
  }
}

const HAS_WORDS = /"delta":\{"content":"[^"]/;

function firstTokenMs(baseUrl: string, body: string, agent: Agent): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const sentAtMs = machineMs();
  let firstAtMs: number | undefined;
  const asking = request(`${baseUrl}/chat/completions`, { method: 'POST', agent, headers: { 'content-type': 'application/json' } });
  asking.setNoDelay(true);
  asking.on('error', reject);
  asking.on('response', (response) => {
    if (response.statusCode !== 200) return reject(new Error(`The model server answered ${response.statusCode}.`));
    const lines = createInterface({ input: response });
    lines.on('line', (line) => {
      if (firstAtMs === undefined && HAS_WORDS.test(line)) firstAtMs = machineMs();
    });
    lines.on('close', () => {
      if (firstAtMs === undefined) reject(new Error('The model server gave an answer without words.'));
      else resolve(firstAtMs - sentAtMs);
    });
  });
  asking.end(body);
  return promise;
}
