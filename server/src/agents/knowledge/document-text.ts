import type { KnowledgeContentType, KnowledgeDocumentUpdate, KnowledgeLanguage } from '@foyer/contracts/knowledge.ts';
import { QuestionsAndAnswers } from '@foyer/contracts/knowledge.ts';
import { languageOf } from './analysis/language.ts';
import { divideDocument } from './chunking/divide-document.ts';
import { nothingToRead, notQuestions } from './knowledge.errors.ts';

const QUESTIONS = 'application/vnd.foyer.qa+json';

/** Shorter texts are taken apart at once, to see whether there is anything in them. UTF-16 units. */
const SHORT = 20_000;

export interface GivenText {
  title: string;
  content: string;
  contentType: KnowledgeContentType;
  language: KnowledgeLanguage;
}

/**
 * A document in the one form in which it is kept.
 * @throws {AppError} VALIDATION_FAILED for questions and answers that are none, KNOWLEDGE_DOCUMENT_EMPTY
 */
export function documentTextOf({ title, content, items, contentType, language }: KnowledgeDocumentUpdate): GivenText {
  const type = items === undefined ? (contentType ?? 'text/markdown') : QUESTIONS;
  const text = items === undefined ? (content ?? '') : JSON.stringify({ items });
  const questions = type === QUESTIONS ? questionsIn(text) : undefined;
  if (text.length <= SHORT && divideDocument({ title, content: text, contentType: type }).length === 0) throw nothingToRead();
  const spoken = questions?.map(({ question, answer }) => `${question}\n${answer}`).join('\n') ?? text;
  return { title, content: text, contentType: type, language: language ?? languageOf(`${title}\n${spoken}`) };
}

function questionsIn(content: string) {
  const parsed = QuestionsAndAnswers.safeParse(parseJson(content));
  if (parsed.success) return parsed.data.items;
  throw notQuestions(parsed.error.issues.slice(0, 50).map(({ path, message }) => ({ path: ['content', ...path].join('.'), message })));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
