import { setTimeout as sleep } from 'node:timers/promises';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import { Visitor } from '#test/visitor.ts';
import type { TransportName } from '#test/visitor-socket.ts';
import { composeMessage } from './asks.ts';
import { type Chat, isHandedOver, isSettled, reconnect, type SentMessage } from './chat.ts';
import type { Random } from './random.ts';

export interface ChattingClient {
  readonly chats: Chat[];
  /** What a visitor would complain about. */
  readonly problems: string[];
  /** Chats until `stop`, and then until its last message is answered. */
  run(): Promise<void>;
  stop(): void;
}

/** Where the front desk can be reached; a client goes to another place when one does not answer. */
export interface ClientOptions {
  number: number;
  urls: readonly string[];
  projectId: string;
  random: Random;
  transport?: TransportName;
  /** After how long without an answer it asks whether the server is still there; otherwise as it happens. */
  silenceMs?: number;
  /** What it writes, with the key that names the message. */
  compose?(key: string, random: Random): string;
  /** How long after it was sent a message may wait for its acknowledgement and its answer, through all kills. */
  patienceMs: number;
  onAnswer(atMs: number): void;
}

const ACK_PATIENCE_MS = 4_000;
const PONG_PATIENCE_MS = 3_000;
const HALF_WRITTEN_PATIENCE_MS = 30_000;

/** A visitor who writes and reads without end, sometimes before the answer is there, on a network that fails at random. */
export function createChattingClient(options: ClientOptions): ChattingClient {
  const { random, number, transport = 'plain', compose = composeMessage } = options;
  const chats: Chat[] = [];
  const problems: string[] = [];
  // Some notice a silent server soon and go elsewhere, others stay with one that was paused until it goes on.
  const silenceMs = options.silenceMs ?? random.pick([2_000, 2_000, 25_000]);
  let counter = 0;
  let stoppedAtMs: number | undefined;

  return {
    chats,
    problems,
    stop: () => {
      stoppedAtMs = Date.now();
    },
    run: async () => {
      while (stoppedAtMs === undefined) {
        const chat = await startChat();
        while (chat && stoppedAtMs === undefined && !isHandedOver(chat)) await exchange(chat);
        // After a hand-over the visitor goes on writing for a moment; nobody is to answer that.
        if (chat && isHandedOver(chat)) await say(chat);
        if (chat) await untilNothingIsHalfWritten(chat);
      }
      for (const { visitor } of chats) visitor.cut();
    },
  };

  function isTooLate({ sentAtMs }: SentMessage): boolean {
    return Date.now() > sentAtMs + options.patienceMs;
  }

  async function startChat(): Promise<Chat | undefined> {
    const url = random.pick(options.urls);
    try {
      const response = await fetch(`${url}/api/v1/widget/session/init`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ projectId: options.projectId, widgetInstanceId: `chaos-${number}` }),
        signal: AbortSignal.timeout(5_000),
      });
      if (response.status !== 201) throw new Error(`No session: ${response.status}`);
      const chat = { visitor: new Visitor((await response.json()) as StartedSession, transport), messages: [] };
      chats.push(chat);
      return chat;
    } catch {
      await sleep(random.between(50, 250));
      return undefined;
    }
  }

  /** One or two messages, and the wait for what answers them. */
  async function exchange(chat: Chat): Promise<void> {
    let last = await say(chat);
    if (random.chance(0.25)) {
      await sleep(random.between(0, 600));
      last = await say(chat);
    }
    const cut = random.chance(0.2) ? setTimeout(() => chat.visitor.cut(), random.between(0, 700)) : undefined;
    await untilAnswered(chat, last);
    clearTimeout(cut);
    await sleep(random.between(100, 1_000));
  }

  /** Sends a message again and again, under the same id, until it is acknowledged. */
  async function say(chat: Chat): Promise<SentMessage> {
    counter += 1;
    const key = `c${number}-${counter}`;
    const message: SentMessage = {
      key,
      content: compose(key, random),
      seq: undefined,
      sentAtMs: Date.now(),
      answeredAtMs: undefined,
      timesSent: 0,
    };
    chat.messages.push(message);
    const { visitor } = chat;
    while (!isTooLate(message)) {
      if (!(await ensureConnected(visitor))) continue;
      message.timesSent += 1;
      const from = visitor.frames.length;
      visitor.send({ type: 'user_message', content: message.content, clientMessageId: key });
      // A network that fails between the message and its acknowledgement is the worst that happens to an outbox.
      if (random.chance(0.05)) setTimeout(() => visitor.cut(), random.between(0, 25));
      const refused = () =>
        visitor.frames.slice(from).some((frame) => frame.type === 'error' && 'clientMessageId' in frame && frame.clientMessageId === key);
      await visitor.until(() => visitor.acknowledged.has(key) || refused(), ACK_PATIENCE_MS);
      message.seq = visitor.acknowledged.get(key)?.seq;
      if (message.seq !== undefined) return message;
      if (visitor.isOpen && !refused()) visitor.cut();
      else await sleep(random.between(50, 250));
    }
    problems.push(`${key} was not acknowledged ${options.patienceMs} ms after it was sent`);
    return message;
  }

  async function untilAnswered(chat: Chat, message: SentMessage): Promise<void> {
    const { visitor } = chat;
    while (!isTooLate(message)) {
      if (message.seq === undefined || isSettled(visitor, message)) return noteAnswer(chat);
      if (!(await ensureConnected(visitor))) continue;
      const settled = await visitor.until(() => isSettled(visitor, message), silenceMs);
      if (!settled && visitor.isOpen && !(await answersPing(visitor))) visitor.cut();
    }
    const state = `${visitor.isOpen ? 'connected' : `closed with ${visitor.closeCode}`}, shown everything up to ${visitor.lastSeq}`;
    problems.push(`${message.key} (seq ${message.seq}) was not answered ${options.patienceMs} ms after it was sent: ${state}`);
  }

  /** What was withdrawn must not stay on the screen, with a connection that was never lost no less than after a resume. */
  async function untilNothingIsHalfWritten({ visitor }: Chat): Promise<void> {
    const deadlineMs = Date.now() + HALF_WRITTEN_PATIENCE_MS;
    while (visitor.drafts.size > 0 && Date.now() < deadlineMs) {
      if (await ensureConnected(visitor)) await visitor.until(() => visitor.drafts.size === 0, silenceMs);
    }
    for (const [messageId, { text }] of visitor.drafts) {
      problems.push(`client ${number} still shows “${text.slice(0, 40)}…” of ${messageId}, which never became an answer`);
    }
  }

  function noteAnswer(chat: Chat): void {
    const now = Date.now();
    for (const message of chat.messages) message.answeredAtMs ??= now;
    options.onAnswer(now);
  }

  async function answersPing(visitor: Visitor): Promise<boolean> {
    const from = visitor.frames.length;
    visitor.send({ type: 'ping' });
    return visitor.until(() => visitor.frames.slice(from).some(({ type }) => type === 'pong'), PONG_PATIENCE_MS);
  }

  async function ensureConnected(visitor: Visitor): Promise<boolean> {
    if (visitor.isOpen) return true;
    if (await reconnect(visitor, options.urls[random.whole(0, options.urls.length - 1)] ?? '')) return true;
    await sleep(random.between(50, 250));
    return false;
  }
}
