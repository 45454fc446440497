import type { ServerResponse } from 'node:http';

export interface ServerSentEvent {
  readonly data: unknown;
  readonly id?: string | number | undefined;
  readonly event?: string;
}

/** Server-sent events to one caller. */
export interface EventStream {
  /** Aborted when the caller went away, or when the server drains. */
  readonly signal: AbortSignal;
  isOpen(): boolean;
  /** One event with `data` as JSON. Resolves when the caller's connection has room for more. */
  send(event: ServerSentEvent): Promise<void>;
  /** The same for whoever cannot wait, and looks at `unsentBytes` instead. */
  push(event: ServerSentEvent): void;
  /** Where a caller that comes back goes on, as its `Last-Event-ID`, without an event of its own. */
  position(id: number): void;
  /** A line that clients ignore; keeps proxies from closing a quiet stream. */
  comment(text: string): void;
  /** What the caller's connection has not taken yet. */
  unsentBytes(): number;
  /** Resolves when the caller has taken what was sent, or nothing more will be. */
  room(): Promise<void>;
  /** Breaks the connection off: for a caller that takes nothing, not even the end. */
  cut(): void;
}

export function createEventStream(response: ServerResponse, signal: AbortSignal): EventStream {
  const isOpen = (): boolean => !signal.aborted && !response.writableEnded && !response.destroyed;
  const write = (chunk: string): void => {
    if (isOpen()) response.write(chunk);
  };
  const room = async (): Promise<void> => {
    if (response.writableNeedDrain && !signal.aborted) await roomAgain(response, signal);
  };
  return {
    signal,
    isOpen,
    send: (event) => {
      write(textOf(event));
      return room();
    },
    push: (event) => write(textOf(event)),
    position: (id) => write(`id: ${id}\n\n`),
    comment: (text) => write(`: ${oneLine(text)}\n\n`),
    unsentBytes: () => response.writableLength,
    room,
    cut: () => void response.destroy(),
  };
}

function textOf({ data, id, event }: ServerSentEvent): string {
  const lines = [
    ...(id === undefined ? [] : [`id: ${oneLine(String(id))}`]),
    ...(event === undefined ? [] : [`event: ${oneLine(event)}`]),
    `data: ${JSON.stringify(data)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

/** Resolves at `drain`, or when nothing more will be sent. */
function roomAgain(response: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
    signal.addEventListener('abort', done);
  });
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');
