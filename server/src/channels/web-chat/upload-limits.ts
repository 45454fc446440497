import type { RateLimiter } from '#platform/realtime/rate-limiter.ts';
import { tooManyUploads } from './chat-http.errors.ts';
import type { ChatSender } from './chat-limits.ts';

/** Uploads that are begun in a minute. Many people share an address behind a gateway; none of them sends a file every second. */
const PER_SESSION = 20;
const PER_ADDRESS = 200;
const PER_APP = 2_000;
const WINDOW_SECONDS = 60;

/** Counts what visitors upload, before any of it is read. @throws {AppError} RATE_LIMITED */
export type CountUpload = (sender: ChatSender) => Promise<void>;

export function createUploadLimits(rateLimiter: RateLimiter): CountUpload {
  return async ({ sessionId, address, appId }) => {
    const limits = [
      [`session:${sessionId}`, PER_SESSION],
      [`address:${address}`, PER_ADDRESS],
      [`app:${appId}`, PER_APP],
    ] as const;
    // One after the other: what the session may not send is not counted against those who share its address or app.
    for (const [key, limit] of limits) {
      const { allowed, retryAfterSeconds } = await rateLimiter.take(`upload:${key}`, limit, WINDOW_SECONDS);
      if (!allowed) throw tooManyUploads(retryAfterSeconds);
    }
  };
}
