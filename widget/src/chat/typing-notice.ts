import type { Environment } from './environment.ts';

/** Tells the other side that the visitor writes, now and then. */
export interface TypingNotice {
  write(text: string): void;
  stop(): void;
}

const AGAIN_MS = 4_000;
const OVER_MS = 5_000;

export function createTypingNotice(environment: Environment, tell: (isTyping: boolean) => void): TypingNotice {
  let toldAt = 0;
  let cancel = () => {};

  const stop = () => {
    cancel();
    if (toldAt > 0) tell(false);
    toldAt = 0;
  };

  return {
    write: (text) => {
      if (text === '') return stop();
      cancel();
      cancel = environment.after(OVER_MS, stop);
      const now = environment.now();
      if (now - toldAt < AGAIN_MS) return;
      toldAt = now;
      tell(true);
    },
    stop,
  };
}
