import { expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { createMemoryEphemeralStore } from '#platform/realtime/memory-ephemeral-store.ts';
import { createRateLimiter } from '#platform/realtime/rate-limiter.ts';
import { type ChatSender, createChatLimits } from './chat-limits.ts';

function arrange() {
  const clock = createFakeClock();
  const rateLimiter = createRateLimiter(createMemoryEphemeralStore({ clock }), clock);
  const limits = createChatLimits(rateLimiter, { messagesPerSession: 3, messagesPerAddress: 5, messagesPerApp: 7 });
  const from = (sender: Partial<ChatSender>) => ({ sessionId: 'session', address: 'home', appId: 'app', ...sender });
  /** How many of ten messages are taken. */
  const taken = async (sender: Partial<ChatSender>) => {
    let count = 0;
    for (let message = 0; message < 10; message += 1) if (await limits.take('message', from(sender))) count += 1;
    return count;
  };
  return { clock, limits, from, taken };
}

test('a session may send so many messages in ten seconds, and again so many later', async () => {
  const { clock, taken } = arrange();
  expect(await taken({})).toBe(3);
  await clock.advance(20_000);
  expect(await taken({})).toBe(3);
});

test('the visitors of one address share a limit, and so do those of one app', async () => {
  const { taken } = arrange();
  expect(await taken({ sessionId: 'one' })).toBe(3);
  expect(await taken({ sessionId: 'two' })).toBe(2);
  expect(await taken({ sessionId: 'three', address: 'work' })).toBe(2);
  expect(await taken({ sessionId: 'four', address: 'train' })).toBe(0);
  expect(await taken({ sessionId: 'five', address: 'plane', appId: 'other' })).toBe(3);
});

test('other frames have a limit of their own', async () => {
  const { limits, from, taken } = arrange();
  for (let frame = 0; frame < 300; frame += 1) expect(await limits.take('frame', from({}))).toBe(true);
  expect(await limits.take('frame', from({}))).toBe(false);
  expect(await taken({})).toBe(3);
});
