import { expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { createMemoryEphemeralStore } from '#platform/realtime/memory-ephemeral-store.ts';
import { createRateLimiter } from '#platform/realtime/rate-limiter.ts';
import { createUploadLimits } from './upload-limits.ts';

test('a session, an address and an app may begin so many uploads in a minute, and what is refused counts for nobody', async () => {
  const clock = createFakeClock();
  const count = createUploadLimits(createRateLimiter(createMemoryEphemeralStore({ clock }), clock));
  const taken = async (sessions: number, each: number, address: string, first = 0) => {
    let accepted = 0;
    for (let session = first; session < first + sessions; session += 1) {
      for (let n = 0; n < each; n += 1) {
        accepted += await count({ sessionId: `${address} ${session}`, address, appId: 'one' }).then(
          () => 1,
          (error) => {
            expect(error).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
            return 0;
          },
        );
      }
    }
    return accepted;
  };
  expect(await taken(1, 25, 'home')).toBe(20);
  // The five that were refused have not been counted against the address.
  expect(await taken(10, 20, 'home', 1)).toBe(180);
  expect(await taken(11, 20, 'office')).toBe(200);
  await clock.advance(120_000);
  expect(await taken(1, 1, 'home')).toBe(1);
});
