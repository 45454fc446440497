import { LLMock } from '@copilotkit/aimock';
import type { Random } from '#test/chaos/random.ts';
import { startTestApp } from '#test/test-app.ts';
import type { TestDatabase } from '#test/test-database.ts';
import { errorsOf } from './try-fault.ts';
import type { WireName } from './wires.ts';

export interface AimockRun {
  messages: number;
  /** Requests that the mock spoiled, by how. */
  spoiled: Record<string, number>;
  problems: string[];
}

const ANSWER = 'We open at eight, and on Saturdays at ten. ¡Hasta pronto! 😀';
/** Per request, of what has not been spoiled yet. */
const RATES = { dropRate: 0.08, malformedRate: 0.08, rateLimitRate: 0.08, disconnectRate: 0.08 };
const EXPIRE_EVERY_MS = 200;
const PATIENCE_MS = 120_000;

/** A mock of the vendor's that loses, garbles, refuses, cuts and slows answers at random; each message is answered in the end, once and whole. */
export async function tryAimock(
  { wire, visitors, messagesEach, random }: { wire: WireName; visitors: number; messagesEach: number; random: Random },
  database: TestDatabase,
): Promise<AimockRun> {
  const provider = new LLMock({ port: 0, host: '127.0.0.1', chaos: RATES });
  await provider.start();
  for (let variant = 0; variant < 8; variant += 1) {
    const physics = { ttft: random.whole(0, 300), tps: random.whole(50, 400), jitter: random.next() };
    const cut = variant < 2 ? { truncateAfterChunks: random.whole(1, 6) } : {};
    // Those that cut do so only once in a while: which one answers is in the message.
    provider.onMessage(`variant ${variant}`, { content: ANSWER }, { chunkSize: random.whole(1, 20), streamingProfile: physics, ...cut });
  }
  const env = {
    ...(wire === 'openai' && { OPENAI_BASE_URL: `${provider.url}/v1`, OPENAI_API_KEY: 'test' }),
    ...(wire === 'anthropic' && { ANTHROPIC_BASE_URL: provider.url, ANTHROPIC_API_KEY: 'test' }),
  };
  const desk = await startTestApp({ env, sharedDatabase: database });
  const problems: string[] = [];
  const expiring = setInterval(() => {
    desk.database
      .asSuperuser(`update turns set claimable_at = now() - interval '1 second', failures = 0 where status = 'waiting'`)
      .then(() => desk.app.services.turns.sweep())
      .catch(() => {});
  }, EXPIRE_EVERY_MS);

  const chat = async (number: number) => {
    const visitor = await desk.visitor();
    await visitor.connect();
    for (let round = 0; round < messagesEach; round += 1) {
      const variant = random.whole(2, 7);
      const { seq } = await visitor.say(`When do you open on Monday? variant ${variant}`, `m${round}`);
      const isAnswered = () => visitor.frames.some((frame) => frame.type === 'message' && frame.role === 'assistant' && frame.seq > seq);
      if (!(await visitor.until(isAnswered, PATIENCE_MS))) {
        problems.push(`visitor ${number} got no answer to message ${round}`);
        break;
      }
      const answer = await visitor.answer(seq);
      if (answer.content !== ANSWER) problems.push(`visitor ${number} was told ${JSON.stringify(answer.content)}`);
    }
    const others = errorsOf(visitor).filter((code) => code !== 'PROVIDER_ERROR');
    if (others.length > 0) problems.push(`visitor ${number} was told ${others.join()}`);
    problems.push(...visitor.problems);
    visitor.close();
  };

  try {
    problems.push(...(await tryTruncation(desk)));
    await Promise.all(Array.from({ length: visitors }, (_, number) => chat(number)));
    const spoiled: Record<string, number> = {};
    for (const { response } of provider.getRequests()) {
      const action = response.chaosAction;
      if (action !== undefined) spoiled[action] = (spoiled[action] ?? 0) + 1;
    }
    return { messages: visitors * messagesEach + 2, spoiled, problems };
  } finally {
    clearInterval(expiring);
    await desk.close();
    await provider.stop();
  }
}

/** An answer that ends without its end is none: the visitor is told, and nothing of it stays. */
async function tryTruncation(desk: Awaited<ReturnType<typeof startTestApp>>): Promise<string[]> {
  const problems: string[] = [];
  for (const variant of [0, 1]) {
    const visitor = await desk.visitor();
    await visitor.connect();
    const { seq } = await visitor.say(`When do you open on Monday? variant ${variant}`, 'm');
    await visitor.frame((frame) => frame.type === 'error' && frame.code === 'PROVIDER_ERROR');
    if (visitor.frames.some((frame) => frame.type === 'message' && frame.seq > seq))
      problems.push('a truncated answer was taken for a whole one');
    problems.push(...visitor.problems);
    visitor.close();
  }
  return problems;
}
