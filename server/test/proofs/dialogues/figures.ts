import type { HeldLine } from './hold-dialogue.ts';
import { answerNumber, type ModelAnswer } from './model-protocol.ts';

/** Milliseconds of each line, and of each token. */
export interface Delays {
  /** From the visitor's send to the first token on their screen. */
  firstTokenMs: number[];
  /** Of that, what is ours: up to the model's receiving the request, and from its first words to the visitor's first token. */
  ownFirstTokenMs: number[];
  beforeModelMs: number[];
  /** From the moment that the model server writes a chunk to the arrival of the token that completes it. */
  perTokenMs: number[];
  /** From the model's last words to the final message: the answer is stored in between. */
  finalMessageMs: number[];
}

export function delaysOf(lines: readonly HeldLine[], answers: readonly ModelAnswer[]): Delays {
  const answerOf = new Map(answers.map((answer) => [answer.number, answer]));
  const delays: Delays = { firstTokenMs: [], ownFirstTokenMs: [], beforeModelMs: [], perTokenMs: [], finalMessageMs: [] };
  for (const line of lines) {
    const given = answerOf.get(answerNumber(line.answer.content) ?? -1);
    const firstToken = line.tokens[0];
    const firstChunk = given?.chunks[0];
    const lastChunk = given?.chunks.at(-1);
    if (!given || !firstToken || !firstChunk || !lastChunk) continue;
    const beforeModelMs = given.requestedAtMs - line.sentAtMs;
    delays.firstTokenMs.push(firstToken.receivedAtMs - line.sentAtMs);
    delays.beforeModelMs.push(beforeModelMs);
    delays.ownFirstTokenMs.push(beforeModelMs + firstToken.receivedAtMs - firstChunk.writtenAtMs);
    delays.finalMessageMs.push(line.answeredAtMs - lastChunk.writtenAtMs);
    for (const { endOffset, writtenAtMs } of given.chunks) {
      // Chunks may be joined on the way, or a character that two of them share held back until it is whole.
      const token = line.tokens.find((candidate) => candidate.endOffset >= endOffset);
      if (token) delays.perTokenMs.push(token.receivedAtMs - writtenAtMs);
    }
  }
  return delays;
}

export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** Each is a value that occurred: the smallest that so many per cent do not exceed. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
