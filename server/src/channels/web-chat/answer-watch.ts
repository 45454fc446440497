import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>;

/** Looks at what a connection shows for signs of what becomes of the one message that was sent on it. */
export interface AnswerWatch {
  see(frame: ServerFrame): void;
  acknowledged(): FrameOf<'message_ack'> | undefined;
  /** The emergency text that was shown for it. */
  emergency(): FrameOf<'emergency'> | undefined;
  /** It was said before: the same message, sent again. */
  isRepeat(): boolean;
  /** The first error: of sending, as long as nothing was acknowledged, and of answering afterwards. */
  error(): FrameOf<'error'> | undefined;
  /** The answer has been shown, or nothing more comes because the session has ended. */
  isSettled(): boolean;
  /** Resolves when there is a reason to look again; at once when there was one since the last time. */
  changed(): Promise<void>;
  wake(): void;
}

export function createAnswerWatch(): AnswerWatch {
  let lastSeqBefore = 0;
  let acknowledged: FrameOf<'message_ack'> | undefined;
  let error: FrameOf<'error'> | undefined;
  let emergency: FrameOf<'emergency'> | undefined;
  let isSettled = false;
  let next = Promise.withResolvers<void>();

  const wake = () => next.resolve();
  return {
    see: (frame) => {
      if (frame.type === 'session_ack') lastSeqBefore = frame.lastSeq;
      else if (frame.type === 'message_ack') acknowledged ??= frame;
      else if (frame.type === 'emergency') emergency ??= frame;
      else if (frame.type === 'error') {
        error ??= frame;
        wake();
      } else if ('seq' in frame && acknowledged && frame.seq > acknowledged.seq) {
        const isAnswer = frame.type === 'message' && frame.role === 'assistant';
        const isEnd = frame.type === 'status' && frame.status === 'session_ended';
        if (isAnswer || isEnd) isSettled = true;
        // What else is said, or who has the conversation now, may mean that no answer will come.
        if (frame.type === 'status' || (frame.type === 'message' && frame.role !== 'user')) wake();
      }
    },
    acknowledged: () => acknowledged,
    emergency: () => emergency,
    isRepeat: () => acknowledged !== undefined && acknowledged.seq <= lastSeqBefore,
    error: () => error,
    isSettled: () => isSettled,
    changed: async () => {
      await next.promise;
      next = Promise.withResolvers<void>();
    },
    wake,
  };
}
