import type { ServerResponse } from 'node:http';

/** Server-sent events to one caller. */
export interface EventStream {
  /** Aborted when the caller went away, or when the server drains. */
  readonly signal: AbortSignal;
  /** One event with `data` as JSON. Resolves when the caller's connection has room for more. */
  send(event: { data: unknown; id?: string | number; event?: string }): Promise<void>;
  /** A line that clients ignore; keeps proxies from closing a quiet stream. */
  comment(text: string): Promise<void>;
}

export function createEventStream(response: ServerResponse, signal: AbortSignal): EventStream {
  const write = async (chunk: string): Promise<void> => {
    if (signal.aborted || response.writableEnded || response.destroyed) return;
    if (response.write(chunk)) return;
    await roomAgain(response, signal);
  };
  return {
    signal,
    send: ({ data, id, event }) => {
      const lines = [
        ...(id === undefined ? [] : [`id: ${oneLine(String(id))}`]),
        ...(event === undefined ? [] : [`event: ${oneLine(event)}`]),
        `data: ${JSON.stringify(data)}`,
      ];
      return write(`${lines.join('\n')}\n\n`);
    },
    comment: (text) => write(`: ${oneLine(text)}\n\n`),
  };
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
