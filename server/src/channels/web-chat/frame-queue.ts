import type { IncomingFrame } from './transport.ts';

/** More than either unhandled, and the sender is not read for a while. */
const MAX_QUEUED_FRAMES = 64;
const MAX_QUEUED_BYTES = 2 * 1024 * 1024;

/** Handles a connection's frames one after the other; a sender that is ahead is not read until its frames are handled. */
export class FrameQueue {
  readonly #source: { pause(): void; resume(): void };
  readonly #frames: IncomingFrame[] = [];
  #bytes = 0;
  #handle: ((frame: IncomingFrame) => Promise<void>) | undefined;
  #isWorking = false;
  #isPaused = false;

  constructor(source: { pause(): void; resume(): void }) {
    this.#source = source;
  }

  push(frame: IncomingFrame): void {
    this.#frames.push(frame);
    this.#bytes += frame.bytes;
    if (!this.#isPaused && (this.#frames.length >= MAX_QUEUED_FRAMES || this.#bytes >= MAX_QUEUED_BYTES)) {
      this.#isPaused = true;
      this.#source.pause();
    }
    void this.#work();
  }

  /** What came before waits until then. */
  start(handle: (frame: IncomingFrame) => Promise<void>): void {
    this.#handle = handle;
    void this.#work();
  }

  stop(): void {
    this.#handle = undefined;
    this.#frames.length = 0;
    this.#bytes = 0;
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    while (this.#handle && this.#frames.length > 0) {
      const frame = this.#frames.shift();
      if (frame) {
        this.#bytes -= frame.bytes;
        await this.#handle(frame);
      }
      const hasRoom = this.#frames.length < MAX_QUEUED_FRAMES / 2 && this.#bytes < MAX_QUEUED_BYTES / 2;
      if (this.#isPaused && hasRoom) {
        this.#isPaused = false;
        this.#source.resume();
      }
    }
    this.#isWorking = false;
  }
}
