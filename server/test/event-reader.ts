import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';

export interface ReadEvent {
  id: string | undefined;
  frame: ServerFrame;
}

/** A stream of server-sent events, read by the letter of the format: what does not belong to it is a problem. */
export class EventReader {
  readonly status: number;
  readonly headers: Headers;
  readonly events: ReadEvent[] = [];
  readonly comments: string[] = [];
  readonly problems: string[] = [];
  /** As a browser would send it when it comes back. */
  lastEventId = '';
  /** Resolves when the server has ended the stream, or it was left. */
  readonly ended: Promise<void>;
  readonly #abort: AbortController;
  #isEnded = false;
  #change = Promise.withResolvers<void>();

  private constructor(response: Response, abort: AbortController) {
    this.status = response.status;
    this.headers = response.headers;
    this.#abort = abort;
    this.ended = this.#read(response.body).finally(() => {
      this.#isEnded = true;
      this.#wake();
    });
  }

  /** @throws {Error} with status and text when the answer is no stream */
  static async open(url: string, { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {}): Promise<EventReader> {
    const abort = new AbortController();
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept: 'text/event-stream', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      signal: abort.signal,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) {
      throw new Error(`No stream: ${response.status} ${await response.text()}`);
    }
    return new EventReader(response, abort);
  }

  get frames(): ServerFrame[] {
    return this.events.map(({ frame }) => frame);
  }

  /** The first frame that matches; rejects when the stream ends without it. */
  async frame<F extends ServerFrame>(matches: (frame: ServerFrame) => boolean): Promise<F> {
    for (;;) {
      const found = this.frames.find(matches);
      if (found) return found as F;
      if (this.#isEnded) throw new Error(`The stream ended without it. Last frames: ${JSON.stringify(this.frames.slice(-3))}`);
      await this.#change.promise;
    }
  }

  leave(): void {
    this.#abort.abort();
  }

  async #read(body: ReadableStream<Uint8Array> | null): Promise<void> {
    let text = '';
    try {
      for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))) {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          this.#block(text.slice(0, end).split('\n'));
          text = text.slice(end + 2);
        }
        this.#wake();
      }
    } catch (error) {
      if (!this.#abort.signal.aborted) this.problems.push(`the stream broke off: ${String(error)}`);
    }
    if (text !== '' && !this.#abort.signal.aborted) this.problems.push(`the stream ended within ${JSON.stringify(text)}`);
  }

  #block(lines: string[]): void {
    let id: string | undefined;
    const data: string[] = [];
    for (const line of lines) {
      const [, field, value = ''] = /^(id|data|event|retry|): ?(.*)$/s.exec(line) ?? [];
      if (field === '') this.comments.push(value);
      else if (field === 'id') id = value;
      else if (field === 'data') data.push(value);
      else this.problems.push(`unexpected line ${JSON.stringify(line)}`);
    }
    if (id !== undefined) this.lastEventId = id;
    if (data.length === 0) return;
    const frame = JSON.parse(data.join('\n')) as ServerFrame;
    const seq = 'seq' in frame && frame.type !== 'message_ack' ? String(frame.seq) : undefined;
    if (seq !== id) this.problems.push(`${JSON.stringify(frame)} has the id ${id}`);
    this.events.push({ id, frame });
  }

  #wake(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers<void>();
  }
}
