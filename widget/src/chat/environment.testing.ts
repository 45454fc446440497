import type { Environment } from './environment.ts';

/** An environment whose time stands still until it is moved. */
export interface TestEnvironment extends Environment {
  /** Moves the time and runs what was due, in its order. */
  pass(ms: number): void;
  readonly stored: Map<string, string>;
}

const unexpected = (): never => {
  throw new Error('Nobody expected this.');
};

export function testEnvironment(): TestEnvironment {
  let now = 1_000_000;
  let timers: { at: number; run: () => void }[] = [];
  const stored = new Map<string, string>();
  return {
    stored,
    now: () => now,
    random: () => 0.5,
    after: (delayMs, run) => {
      const timer = { at: now + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: (ms) => {
      const end = now + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
    fetch: unexpected,
    openSocket: unexpected,
    alone: (_, work) => work(),
    isOnline: () => true,
    listen: () => () => {},
    store: {
      get: (name) => stored.get(name),
      set: (name, value) => stored.set(name, value),
      remove: (name) => stored.delete(name),
      names: () => [...stored.keys()],
      onChange: () => () => {},
    },
  };
}
