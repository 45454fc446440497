import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import { Visitor } from '../../visitor.ts';
import { machineMs } from './clock.ts';
import type { Dialogue } from './dialogue-source.ts';

/** What a visitor was told about one line. Moments are of the machine's clock. */
export interface HeldLine {
  text: string;
  clientMessageId: string;
  sentAtMs: number;
  acknowledged: { messageId: string; seq: number };
  answer: { messageId: string; seq: number; content: string };
  answeredAtMs: number;
  tokens: { delta: string; endOffset: number; receivedAtMs: number }[];
  /** The visitor put the tokens together, and they were the answer. */
  tokensMatch: boolean;
}

export interface HeldDialogue {
  id: string;
  sessionId: string;
  lines: HeldLine[];
  /** What went wrong on the way: the visitor's complaints, and frames that should not have come. */
  problems: string[];
}

const PATIENCE_MS = 60_000;
const EXPECTED: ServerFrame['type'][] = ['session_ack', 'message_ack', 'typing', 'token', 'message'];

/** One visitor with one session says every line, each after the answer to the one before. */
export async function holdDialogue(productUrl: string, dialogue: Dialogue): Promise<HeldDialogue> {
  const visitor = new Visitor(await startSession(productUrl));
  const held: HeldDialogue = { id: dialogue.id, sessionId: visitor.session.sessionId, lines: [], problems: [] };
  const tokens = new Map<string, HeldLine['tokens']>();
  visitor.onFrame = (frame) => {
    if (frame.type === 'token') noteToken(tokens, frame, machineMs());
  };
  try {
    await visitor.connect();
    for (const [index, text] of dialogue.lines.entries()) {
      const line = await patiently(sayLine(visitor, text, `${dialogue.id}/${index}`), `line ${index + 1} of dialogue ${dialogue.id}`);
      held.lines.push({
        ...line,
        tokens: tokens.get(line.answer.messageId) ?? [],
        tokensMatch: visitor.checkedAnswers.has(line.answer.messageId),
      });
    }
  } catch (error) {
    held.problems.push(error instanceof Error ? error.message : String(error));
  } finally {
    visitor.close();
  }
  held.problems.push(...visitor.problems, ...unexpected(visitor, dialogue.lines.length));
  return held;
}

async function sayLine(visitor: Visitor, text: string, clientMessageId: string) {
  const sentAtMs = machineMs();
  const { messageId, seq } = await visitor.say(text, clientMessageId);
  const answer = await visitor.answer(seq);
  return {
    text,
    clientMessageId,
    sentAtMs,
    acknowledged: { messageId, seq },
    answer: { messageId: answer.messageId, seq: answer.seq, content: answer.content },
    answeredAtMs: machineMs(),
  };
}

function noteToken(tokens: Map<string, HeldLine['tokens']>, frame: Extract<ServerFrame, { type: 'token' }>, receivedAtMs: number): void {
  const { messageId, delta, offset } = frame;
  const known = tokens.get(messageId) ?? [];
  known.push({ delta, endOffset: offset + delta.length, receivedAtMs });
  tokens.set(messageId, known);
}

/** Nothing is interrupted here and nobody else writes, so one acknowledgement and one message per line is all that may come. */
function unexpected(visitor: Visitor, lines: number): string[] {
  const count = (type: ServerFrame['type']) => visitor.frames.filter((frame) => frame.type === type).length;
  const others = visitor.frames.filter(({ type }) => !EXPECTED.includes(type));
  return [
    ...(count('message_ack') === lines ? [] : [`${count('message_ack')} acknowledgements for ${lines} lines`]),
    ...(count('message') === lines ? [] : [`${count('message')} messages were shown for ${lines} lines`]),
    ...others.map((frame) => `an unexpected frame: ${JSON.stringify(frame)}`),
  ];
}

export async function startSession(productUrl: string): Promise<StartedSession> {
  for (;;) {
    const response = await fetch(`${productUrl}/api/v1/widget/session/init`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ projectId: 'demo', widgetInstanceId: 'dialogues' }),
    });
    if (response.status === 201) return (await response.json()) as StartedSession;
    const text = await response.text();
    const retryAfterSeconds = Number(response.headers.get('retry-after'));
    // All visitors share one address here, and the server limits how many sessions an address may start.
    if (response.status !== 429 || !(retryAfterSeconds > 0)) throw new Error(`No session: ${response.status} ${text}`);
    await new Promise((resolve) => setTimeout(resolve, retryAfterSeconds * 1000));
  }
}

async function patiently<T>(work: Promise<T>, what: string): Promise<T> {
  const { promise: overdue, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${what} was not answered within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  try {
    return await Promise.race([work, overdue]);
  } finally {
    clearTimeout(timer);
  }
}
