import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export interface DialogueOptions {
  /** A CSV file with the columns `ID` and `dialogue`. */
  dataFile: string;
  dialogues: number;
  /** Dialogues that are held before anything is measured, so that the figures are those of a server that has been up for a while. */
  warmUp: number;
  /** How many visitors chat at the same time. */
  concurrency: number;
  /** Decides which dialogues are taken; the default takes lines beyond ASCII and with quotes from the data set of docs/proofs.md. */
  seed: number;
  /** From the request to the first chunk of an answer, and from one chunk to the next. */
  firstChunkMs: number;
  chunkDelayMs: number;
  transcriptsDirectory: string;
}

export class UsageError extends Error {
  override name = 'UsageError';
}

const USAGE = `prove dialogues --data=<csv> [--dialogues=200] [--warm-up=20] [--concurrency=20] [--seed=9]
               [--first-chunk-ms=100] [--chunk-delay-ms=10] [--transcripts=<directory>]`;

/** @throws {UsageError} */
export function readOptions(args: string[]): DialogueOptions {
  const values = parse(args);
  if (values.data === undefined || values.data === '') {
    throw new UsageError(`--data is missing: a CSV file of dialogues with the columns “ID” and “dialogue”.\n${USAGE}`);
  }
  const number = (name: keyof typeof values, least: number, preset: number): number => {
    const text = values[name] ?? String(preset);
    if (!/^\d+$/.test(text) || Number(text) < least)
      throw new UsageError(`--${name} must be a whole number from ${least} on, not “${text}”.`);
    return Number(text);
  };
  return {
    dataFile: values.data,
    dialogues: number('dialogues', 1, 200),
    warmUp: number('warm-up', 0, 20),
    concurrency: number('concurrency', 1, 20),
    seed: number('seed', 0, 9),
    firstChunkMs: number('first-chunk-ms', 0, 100),
    chunkDelayMs: number('chunk-delay-ms', 0, 10),
    transcriptsDirectory: values.transcripts ?? mkdtempSync(join(tmpdir(), 'foyer-transcripts-')),
  };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: text,
        dialogues: text,
        'warm-up': text,
        concurrency: text,
        seed: text,
        'first-chunk-ms': text,
        'chunk-delay-ms': text,
        transcripts: text,
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
