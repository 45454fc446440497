import { readFileSync } from 'node:fs';
import { readCsv } from './csv.ts';
import { UsageError } from './options.ts';

export interface Dialogue {
  id: string;
  /** What the patient says, in order, to the letter. */
  lines: string[];
}

/**
 * Every dialogue of a CSV file in which a patient says something.
 * @throws {UsageError} when the file cannot be read or has other columns
 */
export function readDialogues(file: string): Dialogue[] {
  let records: string[][];
  try {
    records = [...readCsv(readFileSync(file, 'utf8'))];
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  const [header = [], ...rows] = records;
  const idColumn = header.indexOf('ID');
  const dialogueColumn = header.indexOf('dialogue');
  if (idColumn === -1 || dialogueColumn === -1) {
    throw new UsageError(`${file} has the columns ${header.join(', ') || '(none)'}; “ID” and “dialogue” are needed.`);
  }
  return rows
    .map((row) => ({ id: row[idColumn] ?? '', lines: patientLines(row[dialogueColumn] ?? '') }))
    .filter(({ lines }) => lines.length > 0);
}

const SPEAKER = /^\s*([A-Za-z]+(?:_[A-Za-z0-9]+)*): ?/;

/** What stands after “Patient:”; a line that names no speaker belongs to the one before. */
export function patientLines(dialogue: string): string[] {
  const lines: string[] = [];
  let isPatient = false;
  for (const line of dialogue.split(/\r?\n/)) {
    const speaker = SPEAKER.exec(line);
    if (speaker) {
      isPatient = speaker[1] === 'Patient';
      if (isPatient) lines.push(line.slice(speaker[0].length));
    } else if (isPatient && line.trim() !== '') {
      lines.push(`${lines.pop()}\n${line}`);
    }
  }
  return lines.filter((line) => line.trim() !== '');
}

/**
 * So many of them, drawn without putting back; the same seed draws the same ones.
 * @throws {UsageError} when there are fewer
 */
export function drawDialogues(all: readonly Dialogue[], count: number, seed: number): Dialogue[] {
  if (all.length < count) throw new UsageError(`The file has ${all.length} dialogues with a patient's line; ${count} are asked for.`);
  const random = randomNumbers(seed);
  const left = [...all];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}

/** Numbers from 0 to below 1, the same for the same seed: Marsaglia's 32-bit xorshift, after its start was spread over all bits. */
function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
