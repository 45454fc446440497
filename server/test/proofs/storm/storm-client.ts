import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { Visitor } from '#test/visitor.ts';
import { startSession } from '../dialogues/hold-dialogue.ts';
import { order } from './upstream.ts';

type MessageFrame = Extract<ServerFrame, { type: 'message' }>;

/** A visitor whose messages order what the upstream does, with a record of what became of each. */
export class StormClient {
  readonly number: number;
  readonly visitor: Visitor;
  readonly sent = new Map<string, string>();
  /** Messages that were answered with an error, by its code; sent again, a message is taken out. */
  readonly refused = new Map<string, string>();
  /** Codes of errors about no message in particular. */
  readonly errors: string[] = [];
  /** Ids of answers that were taken back. */
  readonly withdrawn = new Set<string>();
  onFrame: ((frame: ServerFrame) => void) | undefined;

  constructor(number: number, visitor: Visitor) {
    this.number = number;
    this.visitor = visitor;
    visitor.onFrame = (frame) => this.#note(frame);
  }

  static async connect(productUrl: string, number: number): Promise<StormClient> {
    const client = new StormClient(number, new Visitor(await startSession(productUrl)));
    await client.visitor.connect();
    return client;
  }

  /** Another window of the same visitor. */
  async openAnother(number: number): Promise<StormClient> {
    const client = new StormClient(number, new Visitor(this.visitor.session));
    await client.visitor.connect();
    return client;
  }

  /** Sends without waiting. @returns the key of the message */
  send(behaviour: string, times?: number, padding = ''): string {
    const key = `c${this.number}-${this.sent.size + 1}`;
    this.sent.set(key, `${order(key, behaviour, times)}${padding}`);
    this.sendAgain(key);
    return key;
  }

  sendAgain(key: string): void {
    this.refused.delete(key);
    this.visitor.send({ type: 'user_message', content: this.sent.get(key) ?? '', clientMessageId: key });
  }

  isSettled(key: string): boolean {
    return this.visitor.acknowledged.has(key) || this.refused.has(key);
  }

  /** The latest message that everybody was shown. */
  get lastMessage(): MessageFrame | undefined {
    for (let seq = this.visitor.lastSeq; seq > 0; seq -= 1) {
      const frame = this.visitor.durable.get(seq);
      if (frame?.type === 'message') return frame as MessageFrame;
    }
    return undefined;
  }

  /** Whether an answer, or the system in its place, has come after everything that was acknowledged. */
  get isAnswered(): boolean {
    const lastAcknowledged = Math.max(0, ...[...this.visitor.acknowledged.values()].map(({ seq }) => seq));
    const last = this.lastMessage;
    return last !== undefined && last.role !== 'user' && last.seq > lastAcknowledged;
  }

  #note(frame: ServerFrame): void {
    if (frame.type === 'error') {
      if (frame.clientMessageId === undefined) this.errors.push(frame.code);
      else this.refused.set(frame.clientMessageId, frame.code);
    }
    if (frame.type === 'message_reset') this.withdrawn.add(frame.messageId);
    this.onFrame?.(frame);
  }
}

export function connectClients(productUrl: string, count: number, firstNumber: number): Promise<StormClient[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => StormClient.connect(productUrl, firstNumber + index)));
}

/** Looks until it is so, or until the patience is over. */
export async function comesTrue(isSo: () => boolean | Promise<boolean>, patienceMs: number): Promise<boolean> {
  const deadlineMs = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > deadlineMs) return false;
    await sleep(50);
  }
  return true;
}
