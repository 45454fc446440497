import { cpus, loadavg } from 'node:os';
import type { Dialogue } from './dialogue-source.ts';
import { type Delays, percentiles } from './figures.ts';
import type { HeldLine } from './hold-dialogue.ts';
import type { ProcessorTime } from './processor-time.ts';

export const describeMachine = (): string => {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? 'unknown processor'}, Node ${process.version}, load average ${loadavg()[0]?.toFixed(1)}`;
};

export function describeLines(dialogues: readonly Dialogue[]): string {
  const lines = dialogues.flatMap((dialogue) => dialogue.lines);
  const beyondAscii = lines.filter((line) => /[^ -~\n]/.test(line)).length;
  const quoted = lines.filter((line) => /["']/.test(line)).length;
  return `${dialogues.length} dialogues, ${lines.length} lines by patients (${beyondAscii} with letters beyond ASCII, ${quoted} with quotes or apostrophes)`;
}

/** A table of percentiles in milliseconds. */
export function latencyTable(delays: Delays, withoutProductMs: readonly number[]): string {
  const seen = percentiles(delays.firstTokenMs);
  const straight = percentiles(withoutProductMs);
  const difference = {
    p50: seen.p50 - straight.p50,
    p95: seen.p95 - straight.p95,
    p99: seen.p99 - straight.p99,
    max: seen.max - straight.max,
  };
  const rows = [
    ['first token, as the visitor sees it', seen],
    ['first token, straight from the model server', straight],
    ['difference', difference],
    ['our share of each first token', percentiles(delays.ownFirstTokenMs)],
    ['  of it, until the model is asked', percentiles(delays.beforeModelMs)],
    ['added to each token', percentiles(delays.perTokenMs)],
    ['from the last words to the stored message', percentiles(delays.finalMessageMs)],
  ] as const;
  const row = (name: string, cells: string[]) => `${name.padEnd(44)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  return [
    row('milliseconds', ['p50', 'p95', 'p99', 'max']),
    ...rows.map(([name, { p50, p95, p99, max }]) =>
      row(
        name,
        [p50, p95, p99, max].map((value) => value.toFixed(2)),
      ),
    ),
  ].join('\n');
}

/** All that was computed, divided by the messages that were answered, and by the tokens that were shown. */
export function describeProcessorTime({ serverSeconds, databaseSeconds }: ProcessorTime, lines: readonly HeldLine[]): string {
  const tokens = lines.reduce((sum, line) => sum + line.tokens.length, 0);
  const each = (seconds: number) =>
    `${((seconds * 1e3) / lines.length).toFixed(2)} ms per message, ${((seconds * 1e6) / tokens).toFixed(0)} µs per token`;
  return [
    `server    ${serverSeconds.toFixed(2)} s of processor time: ${each(serverSeconds)} (${(tokens / lines.length).toFixed(1)} tokens per message)`,
    `database  ${databaseSeconds.toFixed(2)} s of processor time: ${each(databaseSeconds)}`,
  ].join('\n');
}
