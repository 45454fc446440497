import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ExtractionMessage } from '#agents/extraction/extraction-engine.ts';
import type { FormSchema } from '#agents/forms/form-schema.ts';
import { readFormSchema } from '#agents/forms/form-schema.ts';
import type { FieldValue } from '#agents/forms/known-field.ts';
import { readCsv } from '../dialogues/csv.ts';
import { UsageError } from '../dialogues/options.ts';

/** What a dialogue says about a field, written down by people who did not know the engine. */
export interface FieldLabel {
  name: string;
  value?: FieldValue;
  /** For texts: right is what contains one of these. */
  accept?: string[];
  /** The messages in which the evidence may lie. */
  lines: number[];
  /** Reasonable people differ whether it is stated. */
  optional?: boolean;
  tolerance?: number;
}

export interface Trap {
  name: string;
  why: string;
  value?: FieldValue;
  /** The tempting value, in sets that give it here; `true` where any value is meant. */
  wrong?: FieldValue;
}

export interface LabelledDialogue {
  id: string;
  form: string;
  language: 'en' | 'es';
  schema: FormSchema;
  messages: ExtractionMessage[];
  /** YYYY-MM-DD, the day on which it takes place. */
  today: string;
  fields: FieldLabel[];
  traps: Trap[];
  /** Which of the lots it was labelled in. */
  lot: string;
}

const FOLDER = new URL('../../evaluations/extraction/', import.meta.url);
/** A day for dialogues that name none. */
const DEFAULT_TODAY = '2026-11-20';

export type LabelSet = 'development' | 'gold';

/** What was once a gold set, or a fresh one, is for development once it has been read. */
export const LOTS: Record<LabelSet, readonly string[]> = {
  development: ['development', 'development-second', 'development-gold-second', 'development-third', 'development-fourth'],
  gold: ['gold-third'],
};

/** The gold set is packed, so that nobody reads it by chance. */
function linesOf(set: LabelSet, lot: string, language: string): string[] {
  const bytes = readFileSync(new URL(`${lot}.${language}.jsonl${set === 'gold' ? '.gz' : ''}`, FOLDER));
  const text = (set === 'gold' ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line.trim() !== '');
}

/**
 * The labelled dialogues of a language. English ones name dialogues of a public collection, whose file is given.
 * @throws {UsageError} when the file is missing or has other dialogues
 */
export function readLabelled(
  set: LabelSet,
  language: 'en' | 'es',
  dialogues: ReadonlyMap<string, ExtractionMessage[]>,
): LabelledDialogue[] {
  return LOTS[set].flatMap((lot) =>
    linesOf(set, lot, language).map((line) => {
      const { id, form, messages, today = DEFAULT_TODAY, fields, traps = [] } = JSON.parse(line);
      const said = messages ? withIds(messages) : dialogues.get(String(id));
      if (!said) throw new UsageError(`The dialogue ${id} is not in the file that --data names.`);
      return { id: String(id), form, language, schema: readForm(form), messages: said, today, fields, traps, lot };
    }),
  );
}

const withIds = (messages: { role: ExtractionMessage['role']; content: string }[]): ExtractionMessage[] =>
  messages.map((message, index) => ({ id: `m${index}`, ...message }));

export function readForm(name: string): FormSchema {
  const reading = readFormSchema(JSON.parse(readFileSync(new URL(`forms/${name}.json`, FOLDER), 'utf8')), 'form');
  if (!reading.ok) throw new UsageError(`The form ${name} cannot be read: ${JSON.stringify(reading.problems)}`);
  return reading.form;
}

const SPEAKER = /^([A-Za-z]+(?:_[A-Za-z0-9]+)*):\s*/;

/** The dialogues of the collection by their ids: the doctor's lines are the assistant's, all others the visitor's. */
export function readCollection(file: string): Map<string, ExtractionMessage[]> {
  const [header = [], ...rows] = readCsv(readFileSync(file, 'utf8'));
  const id = header.indexOf('ID');
  const dialogue = header.indexOf('dialogue');
  if (id === -1 || dialogue === -1) throw new UsageError(`${file} has the columns ${header.join(', ')}; “ID” and “dialogue” are needed.`);
  return new Map(rows.map((row) => [row[id] ?? '', messagesOf(row[dialogue] ?? '')]));
}

function messagesOf(dialogue: string): ExtractionMessage[] {
  return dialogue
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => {
      const speaker = SPEAKER.exec(line);
      return { id: `m${index}`, role: speaker?.[1] === 'Doctor' ? 'assistant' : 'user', content: line.slice(speaker?.[0].length ?? 0) };
    });
}
