import type { RateLimiter } from '#platform/realtime/rate-limiter.ts';

/** How much visitors may send in ten seconds. */
export interface ChatLimitValues {
  messagesPerSession: number;
  messagesPerAddress: number;
  messagesPerApp: number;
}

export interface ChatSender {
  sessionId: string;
  address: string;
  appId: string;
}

/** Counts what visitors send, whatever way it comes. */
export interface ChatLimits {
  /** Counts a message, or any other frame, also one that makes no sense. @returns whether it is to be taken */
  take(kind: 'message' | 'frame', sender: ChatSender): Promise<boolean>;
}

/** Above what anybody types, below what floods a model. */
export const DEFAULT_CHAT_LIMITS: ChatLimitValues = { messagesPerSession: 60, messagesPerAddress: 2_000, messagesPerApp: 6_000 };

const OTHER_FRAMES_PER_SESSION = 300;
const WINDOW_SECONDS = 10;

export function createChatLimits(rateLimiter: RateLimiter, limits: ChatLimitValues): ChatLimits {
  const isWithin = async (key: string, limit: number) => (await rateLimiter.take(`chat:${key}`, limit, WINDOW_SECONDS)).allowed;

  return {
    take: async (kind, { sessionId, address, appId }) => {
      if (kind === 'frame') return isWithin(`frame:${sessionId}`, OTHER_FRAMES_PER_SESSION);
      // One after the other: what the session may not send is not counted against those who share its address or app.
      return (
        (await isWithin(`message:${sessionId}`, limits.messagesPerSession)) &&
        (await isWithin(`message-address:${address}`, limits.messagesPerAddress)) &&
        (await isWithin(`message-app:${appId}`, limits.messagesPerApp))
      );
    },
  };
}
