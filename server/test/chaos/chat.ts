import type { Visitor } from '#test/visitor.ts';
import { keysIn } from './asks.ts';

export interface SentMessage {
  key: string;
  content: string;
  /** Under which it was acknowledged; undefined while it was not. */
  seq: number | undefined;
  sentAtMs: number;
  answeredAtMs: number | undefined;
  timesSent: number;
}

/** One conversation of a client: over, for the agent, once it was handed to the team. */
export interface Chat {
  visitor: Visitor;
  messages: SentMessage[];
}

const RESUME_PATIENCE_MS = 8_000;

/** Connects at a given place and resumes; gives up on a place that accepts and then says nothing. */
export async function reconnect(visitor: Visitor, baseUrl: string): Promise<boolean> {
  visitor.cut();
  const address = new URL(visitor.session.chat.wsUrl);
  address.host = new URL(baseUrl).host;
  const timer = setTimeout(() => visitor.cut(), RESUME_PATIENCE_MS);
  try {
    const isResumed = await visitor.reconnect(address.href);
    if (!isResumed) visitor.cut();
    return isResumed;
  } finally {
    clearTimeout(timer);
  }
}

/** The hand-over is never further back than this from a message that is still waited for. */
const HAND_OVER_REACH = 12;

function handedOverAt(visitor: Visitor, fromSeq = 1): number | undefined {
  for (let seq = Math.max(1, fromSeq); seq <= visitor.lastSeq; seq += 1) {
    const frame = visitor.durable.get(seq);
    if (frame?.type === 'status' && frame.status === 'handoff_requested') return seq;
  }
  return undefined;
}

export const isHandedOver = ({ visitor }: Chat): boolean => handedOverAt(visitor) !== undefined;

/** Answered by name, or written when the agent no longer had the conversation. */
export function isSettled(visitor: Visitor, { key, seq = 0 }: SentMessage): boolean {
  if (seq > (handedOverAt(visitor, seq - HAND_OVER_REACH) ?? Number.POSITIVE_INFINITY)) return true;
  for (let later = seq + 1; later <= visitor.lastSeq; later += 1) {
    const frame = visitor.durable.get(later);
    if (frame?.type === 'message' && frame.role === 'assistant' && keysIn(frame.content).includes(key)) return true;
  }
  return false;
}
