import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSignals, exitCodeOf } from './signals.mjs';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('signals that ask us to end', () => {
  test('Ctrl-C that arrives twice, from the terminal and from npm, is one; pressed again later it is another', () => {
    const signals = createSignals();
    const heard: [string, number][] = [];
    signals.subscribe((signal, times) => heard.push([signal, times]));

    signals.raise('SIGINT');
    vi.advanceTimersByTime(50);
    signals.raise('SIGINT');
    vi.advanceTimersByTime(2000);
    signals.raise('SIGTERM');

    expect(heard).toEqual([
      ['SIGINT', 1],
      ['SIGTERM', 2],
    ]);
    expect(signals.exitCode()).toBe(130);
  });

  test('a hang-up counts, unless nohup started us', () => {
    const signals = createSignals();
    const heard: string[] = [];
    signals.subscribe((signal) => heard.push(signal));

    vi.stubEnv('_', '/usr/bin/nohup');
    process.emit('SIGHUP', 'SIGHUP');
    expect(heard).toEqual([]);
    vi.stubEnv('_', '/usr/bin/npm');
    process.emit('SIGHUP', 'SIGHUP');
    expect(heard).toEqual(['SIGHUP']);
  });

  test('a program that a signal ended has the exit code that shells give it', () => {
    expect([exitCodeOf('SIGHUP'), exitCodeOf('SIGKILL'), exitCodeOf('SIGTERM')]).toEqual([129, 137, 143]);
  });
});
