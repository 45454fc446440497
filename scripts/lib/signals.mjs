import { constants } from 'node:os';
import { startedByNohup } from './ancestors.mjs';

// Ctrl-C in a terminal reaches us twice: from the terminal, and passed on by npm a moment later. Only a signal that comes
// after this time is a person pressing again.
const SAME_KEYPRESS_MS = 700;

/**
 * The signals that ask us to end. Whoever runs a child subscribes; the first call means “end in order”, every later one “hurry”.
 * @typedef {(signal: NodeJS.Signals, times: number) => void} SignalListener
 * @typedef {{
 *   readonly received: NodeJS.Signals | undefined,
 *   raise(signal: NodeJS.Signals): void,
 *   subscribe(listener: SignalListener): () => void,
 *   exitCode(): number,
 * }} Signals
 * @returns {Signals}
 */
export function createSignals() {
  /** @type {NodeJS.Signals | undefined} */
  let received;
  let times = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  /** @type {Set<SignalListener>} */
  const listeners = new Set();

  /** @param {NodeJS.Signals} signal */
  const raise = (signal) => {
    const nowMs = performance.now();
    if (nowMs - lastMs < SAME_KEYPRESS_MS) return;
    lastMs = nowMs;
    received ??= signal;
    times += 1;
    for (const listener of listeners) listener(signal, times);
    if (listeners.size === 0) process.exit(exitCodeOf(signal));
  };

  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal !== 'SIGHUP' || !startedByNohup()) raise(signal);
    });
  }

  return {
    get received() {
      return received;
    },
    raise,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exitCode: () => (received ? exitCodeOf(received) : 1),
  };
}

/** A process that a signal ended is reported as 128 + n, as shells do. @param {NodeJS.Signals} signal */
export function exitCodeOf(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}
