import { isDeepStrictEqual } from 'node:util';
import type { DurableFrame, ServerFrame } from '@foyer/contracts/chat-socket.ts';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import { openVisitorSocket, type TransportName, type VisitorSocket } from './visitor-socket.ts';

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>;

/** To the millisecond, in UTC. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What a visitor's screen shows of an answer that is being written. */
interface Draft {
  text: string;
}

/**
 * A visitor with a plain WebSocket or a Socket.IO client, as strict as a client can be: it checks the order of every frame that it is
 * shown, puts tokens together by their offsets, and keeps what it was told across connections.
 */
export class Visitor {
  readonly session: StartedSession;
  /** Of the next connection. */
  transport: TransportName;
  /** Everything durable that was shown, by seq. */
  readonly durable = new Map<number, DurableFrame>();
  readonly acknowledged = new Map<string, { messageId: string; seq: number }>();
  readonly drafts = new Map<string, Draft>();
  /** Ids of answers whose tokens were compared with the final text. */
  readonly checkedAnswers = new Set<string>();
  readonly problems: string[] = [];
  /** Every frame of this connection, in order. */
  frames: ServerFrame[] = [];
  lastSeq = 0;
  closeCode: number | undefined;
  closeReason = '';
  /** How many connections were tried, and how many tokens came over all of them. */
  connections = 0;
  tokens = 0;
  /** Told of every frame at the moment it arrives, before anything is made of it: for those who measure. */
  onFrame: ((frame: ServerFrame) => void) | undefined;
  #socket: VisitorSocket | undefined;
  #waiting = new Set<() => void>();
  /** The highest seq that this connection has been shown since its last resume was answered; undefined before. */
  #liveSeq: number | undefined;

  constructor(session: StartedSession, transport: TransportName = 'plain') {
    this.session = session;
    this.transport = transport;
  }

  /** Opens a socket and waits for its first frame. */
  async connect(options: { url?: string; origin?: string } = {}): Promise<ServerFrame> {
    this.frames = [];
    this.closeCode = undefined;
    this.#liveSeq = undefined;
    this.connections += 1;
    const isCurrent = () => this.#socket === socket;
    const socket: VisitorSocket = openVisitorSocket(this.transport, options.url ?? this.session.chat.wsUrl, options.origin, {
      frame: (frame) => {
        if (isCurrent()) this.#receive(frame);
      },
      closed: (code, reason) => {
        if (isCurrent()) {
          this.closeCode = code;
          this.closeReason = reason;
        }
        this.#wake();
      },
      problem: (text) => this.problems.push(text),
    });
    this.#socket = socket;
    return this.frame(() => true);
  }

  /** Connects again and asks for everything missed. False when the server could not be reached. */
  async reconnect(url?: string): Promise<boolean> {
    try {
      const first = await this.connect(url === undefined ? {} : { url });
      if (first.type !== 'session_ack') return false;
      this.send({ type: 'resume', afterSeq: this.lastSeq });
      await this.frame((frame) => frame.type === 'ready');
      return true;
    } catch {
      return false;
    }
  }

  send(frame: unknown): void {
    if ((frame as { type?: unknown }).type === 'resume') this.#liveSeq = undefined;
    this.#socket?.send(frame);
  }

  sendRaw(data: string | Buffer): void {
    this.#socket?.sendRaw(data);
  }

  get isOpen(): boolean {
    return this.#socket?.isOpen === true;
  }

  /** Cuts the connection without a word, as a lost network does. */
  cut(): void {
    this.#socket?.cut();
  }

  close(): void {
    this.#socket?.close();
  }

  /** Resolves when the connection will not change its transport any more. */
  async upgraded(): Promise<void> {
    await this.#socket?.upgraded;
  }

  /** Stops reading; what comes waits in the network until `resume`. */
  pause(): void {
    this.#socket?.pause();
  }

  resume(): void {
    this.#socket?.resume();
  }

  /** The first frame of this connection, from `from` on, that `matches`. Rejects when the socket closes without it. */
  async frame<F extends ServerFrame>(matches: (frame: ServerFrame) => boolean, from = 0): Promise<F> {
    for (;;) {
      const found = this.frames.slice(from).find(matches);
      if (found) return found as F;
      if (this.closeCode !== undefined || this.#socket?.isClosed) {
        throw new Error(
          `The socket closed (${this.closeCode} ${this.closeReason}) while a frame was awaited. Last frames: ${JSON.stringify(this.frames.slice(-3))}`,
        );
      }
      await this.#change();
    }
  }

  /** Whether something comes true on this connection before it closes and before the time is over. */
  async until(isSo: () => boolean, patienceMs: number): Promise<boolean> {
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      this.#wake();
    }, patienceMs);
    try {
      while (!isSo()) {
        if (isOver || this.closeCode !== undefined || !this.isOpen) return false;
        await this.#change();
      }
      return true;
    } finally {
      clearTimeout(timer);
    }
  }

  async closed(): Promise<number> {
    while (this.closeCode === undefined) await this.#change();
    return this.closeCode;
  }

  /** Sends a message and waits for its acknowledgement. */
  async say(content: string, clientMessageId: string): Promise<FrameOf<'message_ack'>> {
    const from = this.frames.length;
    this.send({ type: 'user_message', content, clientMessageId });
    return this.frame((frame) => frame.type === 'message_ack' && frame.clientMessageId === clientMessageId, from);
  }

  /** The answer that comes after `seq`. */
  async answer(afterSeq: number): Promise<FrameOf<'message'>> {
    return this.frame((frame) => frame.type === 'message' && frame.role === 'assistant' && frame.seq > afterSeq);
  }

  #receive(frame: ServerFrame): void {
    this.onFrame?.(frame);
    this.frames.push(frame);
    this.#check(frame);
    this.#wake();
  }

  #check(frame: ServerFrame): void {
    const mayBegin = frame.type === 'session_ack' || frame.type === 'error';
    if (this.frames.length === 1 && !mayBegin) this.problems.push(`a connection began with ${frame.type}`);
    if (frame.type === 'message_ack' && frame.clientMessageId !== undefined) {
      this.acknowledged.set(frame.clientMessageId, { messageId: frame.messageId, seq: frame.seq });
      this.#advance(frame.seq);
    }
    if (frame.type === 'token') this.#addToken(frame);
    if (frame.type === 'message_reset') this.drafts.delete(frame.messageId);
    if (frame.type === 'ready') this.#liveSeq = frame.lastSeq;
    if (frame.type === 'session_ack') this.#liveSeq = undefined;
    if ('seq' in frame && frame.type !== 'message_ack') this.#addDurable(frame as DurableFrame);
  }

  #addToken({ messageId, delta, offset }: FrameOf<'token'>): void {
    this.tokens += 1;
    const draft = this.drafts.get(messageId) ?? { text: '' };
    this.drafts.set(messageId, draft);
    if (offset > draft.text.length) this.problems.push(`tokens of ${messageId} leave a gap at ${draft.text.length}`);
    // A resume shows an answer in flight from its beginning again.
    if (offset < draft.text.length && draft.text.slice(offset, offset + delta.length) !== delta.slice(0, draft.text.length - offset)) {
      this.problems.push(`tokens of ${messageId} contradict each other at ${offset}`);
    }
    if (offset + delta.length > draft.text.length) draft.text = draft.text.slice(0, offset) + delta;
  }

  #addDurable(frame: DurableFrame): void {
    if (!MOMENT.test(frame.createdAt)) this.problems.push(`seq ${frame.seq} does not say when it was`);
    const known = this.durable.get(frame.seq);
    if (known && !isDeepStrictEqual(known, frame)) this.problems.push(`seq ${frame.seq} was shown with two contents`);
    // Only a resume may go back; once it is answered, every frame is new and later than those before.
    if (this.#liveSeq !== undefined) {
      if (frame.seq <= this.#liveSeq) this.problems.push(`seq ${frame.seq} came after ${this.#liveSeq}`);
      this.#liveSeq = Math.max(this.#liveSeq, frame.seq);
    }
    this.durable.set(frame.seq, frame);
    this.#advance(frame.seq);
    if (frame.type !== 'message' || frame.role !== 'assistant') return;
    const draft = this.drafts.get(frame.messageId);
    this.drafts.delete(frame.messageId);
    // After a resume the whole text may come without its tokens; a draft, though, is always the beginning of its text.
    if (draft && !frame.content.startsWith(draft.text)) this.problems.push(`the tokens of ${frame.messageId} are not its text`);
    if (draft && draft.text === frame.content) this.checkedAnswers.add(frame.messageId);
  }

  #advance(seq: number): void {
    // The acknowledgement stands for the visitor's own message; only a resume may go back.
    this.lastSeq = Math.max(this.lastSeq, this.#contiguous(seq));
  }

  /** How far everything is known without a gap: what a resume starts after. */
  #contiguous(upTo: number): number {
    const own = new Set([...this.acknowledged.values()].map(({ seq }) => seq));
    let seq = this.lastSeq;
    while (seq < upTo && (this.durable.has(seq + 1) || own.has(seq + 1))) seq += 1;
    return seq;
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
    });
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
