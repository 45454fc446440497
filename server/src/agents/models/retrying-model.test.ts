import { afterEach, describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { chatModelContract, collect, question, textOf } from './chat-model.contract.ts';
import { createOpenAiCompatibleModel } from './openai-compatible.ts';
import { chunk, DONE, event, type Handler, startWireServer, streamOf, type WireServer } from './openai-wire.testing.ts';
import { withRetries } from './retrying-model.ts';

const servers: WireServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const answered = streamOf(chunk({ content: 'At ' }), chunk({ content: 'eight.' }), chunk({}, { finish_reason: 'stop' }), DONE);
const busy =
  (retryAfterMs?: number): Handler =>
  (response) =>
    response.writeHead(429, retryAfterMs === undefined ? {} : { 'retry-after-ms': String(retryAfterMs) }).end();

/** One handler per request in turn; the last one stays. */
async function arrange(...handlers: Handler[]) {
  const server = await startWireServer((...request) => (handlers.length > 1 ? handlers.shift() : handlers[0])?.(...request));
  servers.push(server);
  const clock = createFakeClock();
  return { server, clock, model: withRetries(createOpenAiCompatibleModel({ baseUrl: server.baseUrl, model: 'm', clock }), clock) };
}

chatModelContract('a model with retries', () => arrange(answered));

/** Runs the clock only over pauses between attempts: then no request is under way and exactly one timer waits. */
async function passPauses(clock: ReturnType<typeof createFakeClock>, work: Promise<unknown>): Promise<void> {
  let settled = false;
  const settle = () => {
    settled = true;
  };
  work.then(settle, settle);
  while (!settled) {
    if (clock.pendingTimers() === 1) await clock.advance(100);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a passing failure', () => {
  test('that comes twice is waited out, as long as the provider asks', async () => {
    const { model, server, clock } = await arrange(busy(3_000), busy(), answered);
    const reading = collect(model);
    await passPauses(clock, reading);

    expect(textOf(await reading)).toBe('At eight.');
    expect(server.bodies).toHaveLength(3);
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(4_000);
  });

  test('that stays is reported after three attempts', async () => {
    const { model, server, clock } = await arrange(busy());
    const reading = collect(model);
    const failing = expect(reading).rejects.toMatchObject({ kind: 'rate-limited' });
    await passPauses(clock, reading);
    await failing;
    expect(server.bodies).toHaveLength(3);
  });

  test('that would take too long to wait out is reported at once', async () => {
    const { model, server } = await arrange(busy(60_000));
    await expect(collect(model)).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
    expect(server.bodies).toHaveLength(1);
  });

  test('after the first words is reported, because words cannot be taken back', async () => {
    const { model, server } = await arrange(streamOf(chunk({ content: 'At ' }), event({ error: { type: 'server_error' } })), answered);
    await expect(collect(model)).rejects.toMatchObject({ kind: 'overloaded' });
    expect(server.bodies).toHaveLength(1);
  });

  test('is not waited out once the visitor has left', async () => {
    const { model, server, clock } = await arrange(busy(5_000), answered);
    const controller = new AbortController();
    const failing = expect(collect(model, question, controller.signal)).rejects.toMatchObject({ kind: 'cancelled' });
    await server.requested();
    while (clock.pendingTimers() !== 1) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await failing;
    expect(server.bodies).toHaveLength(1);
  });
});

test('what will not pass is reported at once', async () => {
  const { model, server } = await arrange((response) => response.writeHead(401).end());
  await expect(collect(model)).rejects.toMatchObject({ kind: 'unauthorized' });
  expect(server.bodies).toHaveLength(1);
});
