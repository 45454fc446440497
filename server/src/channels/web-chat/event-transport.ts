import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import type { EventStream } from '#platform/http/event-stream.ts';
import { durableSeq } from './seq-gate.ts';
import type { Transport } from './transport.ts';

/** Server-sent events as a transport: frames as `data`, the `seq` of durable ones as `id`. The client says nothing on it. */
export interface EventTransport extends Transport {
  /** Shows what was sent so far, and from now on what is sent. Until then the answer can still become another one. */
  attach(stream: EventStream): void;
  /** Resolves once nothing more will be shown. */
  readonly over: Promise<void>;
}

export function createEventTransport(): EventTransport {
  const waiting: ServerFrame[] = [];
  const over = Promise.withResolvers<void>();
  let stream: EventStream | undefined;
  let isClosed = false;

  const show = (frame: ServerFrame) => stream?.push({ data: frame, id: durableSeq(frame) });
  const close = () => {
    isClosed = true;
    over.resolve();
  };
  return {
    over: over.promise,
    attach: (opened) => {
      stream = opened;
      for (const frame of waiting.splice(0)) show(frame);
      if (opened.signal.aborted) close();
      else opened.signal.addEventListener('abort', close, { once: true });
    },
    isOpen: () => !isClosed && (stream === undefined || stream.isOpen()),
    send: (frame) => {
      if (isClosed) return;
      if (stream) show(frame);
      else waiting.push(frame);
    },
    unsentBytes: () => stream?.unsentBytes() ?? 0,
    someTaken: async () => stream?.room(),
    pause: () => {},
    resume: () => {},
    close,
    cut: () => stream?.cut(),
  };
}
