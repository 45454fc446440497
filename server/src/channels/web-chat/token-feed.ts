import type { EphemeralFrame } from '@foyer/contracts/chat-socket.ts';

type Token = Extract<EphemeralFrame, { type: 'token' }>;

/** The tokens of one connection: in order, without gaps and without repetition, whenever it joined and on whichever node. */
export interface TokenFeed {
  /** Passes on what follows; asks for the beginning when it has been missed. */
  token(messageId: string, delta: string, offset: number): void;
  /** Shows an answer from its start, as a resume asks for it. */
  restart(messageId: string, text: string): void;
  /** The answer is complete or void. False when that was known. */
  forget(messageId: string): boolean;
  /** A beginning that was asked for may never come: it is asked for again with the next token. */
  askAgain(): void;
}

export function createTokenFeed(send: (token: Token) => void, askForPrefix: (messageId: string) => void): TokenFeed {
  /** How much of each answer in flight has been sent, in UTF-16 units. */
  const sent = new Map<string, number>();
  const asked = new Set<string>();
  /** Answers that are over: a token that comes late is not shown behind the whole text. */
  const over = new Set<string>();

  return {
    token: (messageId, delta, offset) => {
      if (over.has(messageId)) return;
      const next = sent.get(messageId) ?? 0;
      if (offset > next) {
        if (asked.has(messageId)) return;
        asked.add(messageId);
        askForPrefix(messageId);
        return;
      }
      const fresh = delta.slice(next - offset);
      if (fresh === '') return;
      asked.delete(messageId);
      sent.set(messageId, next + fresh.length);
      send({ type: 'token', messageId, delta: fresh, offset: next });
    },
    restart: (messageId, text) => {
      if (over.has(messageId)) return;
      sent.set(messageId, text.length);
      if (text !== '') send({ type: 'token', messageId, delta: text, offset: 0 });
    },
    askAgain: () => asked.clear(),
    forget: (messageId) => {
      if (over.has(messageId)) return false;
      sent.delete(messageId);
      asked.delete(messageId);
      over.add(messageId);
      for (const oldest of over) {
        if (over.size <= REMEMBERED) break;
        over.delete(oldest);
      }
      return true;
    },
  };
}

/** As many as can be named void at once. */
const REMEMBERED = 100;
