import type { ClientFrame } from '@foyer/contracts/chat-socket.ts';

/** What has no acknowledgement of its own and must not get lost: it is sent again on the next connection until the server has dealt with it. */
export interface SureCommands {
  send(frame: ClientFrame): void;
  /** The connection is there. */
  flush(): void;
  clear(): void;
}

export function createSureCommands(transmit: (frame: ClientFrame, onDone: () => void) => boolean): SureCommands {
  let waiting: ClientFrame[] = [];
  const pass = (frame: ClientFrame) =>
    transmit(frame, () => {
      waiting = waiting.filter((other) => other !== frame);
    });
  return {
    send: (frame) => {
      waiting.push(frame);
      pass(frame);
    },
    flush: () => {
      for (const frame of waiting) pass(frame);
    },
    clear: () => {
      waiting = [];
    },
  };
}
