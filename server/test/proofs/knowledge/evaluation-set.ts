import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { KnowledgeDocumentUpdate } from '@foyer/contracts/knowledge.ts';
import { z } from 'zod';

const FOLDER = new URL('../../evaluations/knowledge/', import.meta.url);

export const Question = z.object({
  id: z.string(),
  question: z.string(),
  language: z.enum(['en', 'es']),
  kind: z.string(),
  /** Every document that answers it; none: nothing does. */
  documents: z.array(z.string()),
});
export type Question = z.output<typeof Question>;

export interface EvaluationDocument {
  /** As questions name it: `parking.en`. */
  name: string;
  document: KnowledgeDocumentUpdate & { language: 'en' | 'es' };
}

const QuestionFile = z.object({ title: z.string(), items: z.array(z.object({ question: z.string(), answer: z.string() })) });

export const readDocuments = (): EvaluationDocument[] => readdirSync(new URL('documents/', FOLDER)).toSorted().map(readDocument);

function readDocument(file: string): EvaluationDocument {
  const [, id = '', language = '', ending = ''] = /^(.+)\.(en|es)\.(md|txt|qa\.json)$/.exec(file) ?? [];
  if (id === '') throw new Error(`“${file}” is not named as a document of the evaluation.`);
  const text = readFileSync(new URL(`documents/${file}`, FOLDER), 'utf8');
  const name = `${id}.${language}`;
  const spoken = language === 'es' ? 'es' : 'en';
  if (ending === 'qa.json') {
    const { title, items } = QuestionFile.parse(JSON.parse(text));
    return { name, document: { title, items, language: spoken } };
  }
  const [first = '', ...rest] = text.split('\n');
  const contentType = ending === 'md' ? ('text/markdown' as const) : ('text/plain' as const);
  return { name, document: { title: first.replace(/^#\s*/, '').trim(), content: rest.join('\n'), contentType, language: spoken } };
}

export const developmentQuestions = (): Question[] => parseLines(readFileSync(new URL('questions.development.jsonl', FOLDER), 'utf8'));

/** Written without sight of the search, and not read by whoever works on it: only totals of it are shown. */
export function frozenQuestions(): Question[] {
  const text = gunzipSync(readFileSync(new URL('questions.frozen.jsonl.gz', FOLDER)));
  const [sum = ''] = readFileSync(new URL('questions.frozen.sha256', FOLDER), 'utf8').trim().split(/\s+/);
  if (createHash('sha256').update(text).digest('hex') !== sum) throw new Error('The frozen questions are not those of the checksum.');
  return parseLines(text.toString('utf8'));
}

const parseLines = (text: string): Question[] =>
  text
    .trim()
    .split('\n')
    .map((line) => Question.parse(JSON.parse(line)));
