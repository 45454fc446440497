import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import type { Balancer } from '#test/balancer.ts';
import { reconnect } from '#test/chaos/chat.ts';
import { Visitor } from '#test/visitor.ts';

/** One connection of a screen, from its `ready` on. */
export interface Stay {
  node: number;
  readyAtMs: number;
  endedAtMs: number;
}

export interface ShownToken {
  messageId: string;
  offset: number;
  length: number;
  atMs: number;
  node: number;
  stay: Stay;
}

export interface ShownAnswer {
  messageId: string;
  content: string;
  atMs: number;
  /** What its tokens had come to when the whole text was shown. */
  draft: string;
  stay: Stay;
}

/** One tab of a visitor: it keeps what it was shown, and by which node. */
export interface Screen {
  readonly name: string;
  readonly visitor: Visitor;
  readonly tokens: ShownToken[];
  readonly answers: ShownAnswer[];
  readonly stays: Stay[];
  /** Why connections were not let in: a server that is too busy says so, and the client comes again. */
  readonly refusals: string[];
  /** Ids of answers that were taken back. */
  readonly resets: string[];
  /** Connects, through the balancer, until it is let in, and resumes. */
  connect(): Promise<void>;
  /** Leaves without a word, or politely, and connects again. */
  move(politely: boolean): Promise<void>;
}

const NOT_READY = Number.POSITIVE_INFINITY;

export function openScreen(name: string, session: StartedSession, balancer: Balancer): Screen {
  const visitor = new Visitor({ ...session, chat: { wsUrl: `${session.chat.wsUrl}&screen=${name}` } });
  const tokens: ShownToken[] = [];
  const answers: ShownAnswer[] = [];
  const stays: Stay[] = [];
  const resets: string[] = [];
  const refusals: string[] = [];
  const nowhere: Stay = { node: -1, readyAtMs: NOT_READY, endedAtMs: NOT_READY };
  let stay = nowhere;

  visitor.onFrame = (frame: ServerFrame) => {
    if (visitor.frames.length === 0 && frame.type === 'error') refusals.push(frame.code);
    else if (visitor.frames.length === 0 && frame.type !== 'session_ack')
      visitor.problems.push(`a connection of ${name} began with ${frame.type}`);
    if (frame.type === 'session_ack') stay = { node: balancer.nodeOf(name) ?? -1, readyAtMs: NOT_READY, endedAtMs: NOT_READY };
    if (frame.type === 'ready') {
      stay.readyAtMs = Date.now();
      stays.push(stay);
    }
    if (frame.type === 'message_reset') resets.push(frame.messageId);
    if (frame.type === 'token') {
      const { messageId, offset, delta } = frame;
      tokens.push({ messageId, offset, length: delta.length, atMs: Date.now(), node: stay.node, stay });
    }
    if (frame.type === 'message' && frame.role === 'assistant' && !visitor.durable.has(frame.seq)) {
      const draft = visitor.drafts.get(frame.messageId)?.text ?? '';
      answers.push({ messageId: frame.messageId, content: frame.content, atMs: Date.now(), draft, stay });
    }
  };

  const leave = (politely: boolean) => {
    stay.endedAtMs = Date.now();
    if (politely) visitor.close();
    else visitor.cut();
  };
  const connect = async () => {
    for (let attempt = 1; !(await reconnect(visitor, balancer.url)); attempt += 1) {
      if (attempt === ATTEMPTS) throw new Error(`Screen ${name} was not let in.`);
      stay.endedAtMs = Date.now();
    }
  };
  return {
    name,
    visitor,
    tokens,
    answers,
    stays,
    refusals,
    resets,
    connect,
    move: async (politely) => {
      leave(politely);
      if (politely) await visitor.closed();
      await connect();
    },
  };
}

const ATTEMPTS = 8;
