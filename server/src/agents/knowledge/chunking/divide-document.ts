import { type KnowledgeContentType, QuestionsAndAnswers } from '@foyer/contracts/knowledge.ts';
import { markdownSections } from './markdown-sections.ts';
import { packSection } from './pack-section.ts';
import type { Passage } from './passage.ts';

export interface DocumentText {
  title: string;
  content: string;
  contentType: KnowledgeContentType;
}

/** The passages of a document in order. None where nothing can be read in it. */
export function divideDocument({ title, content, contentType }: DocumentText): Passage[] {
  switch (contentType) {
    case 'application/vnd.foyer.qa+json':
      return readQuestions(content).flatMap(({ question, answer }) =>
        packSection({ headings: [question.trim()], blocks: paragraphs(answer) }),
      );
    case 'text/markdown':
      return markdownSections(content, title).flatMap(packSection);
    default:
      return packSection({ headings: [], blocks: paragraphs(content) });
  }
}

/** What an empty line ends. */
function paragraphs(text: string) {
  const unified = text.replaceAll(/\r\n?/g, '\n');
  const parts = unified.split(/\n\s*\n/);
  return parts.map((part) => ({ kind: 'paragraph' as const, text: part.trim() })).filter((part) => part.text !== '');
}

/** @throws {z.ZodError} {SyntaxError} for content that was not checked when it came */
export const readQuestions = (content: string) => QuestionsAndAnswers.parse(JSON.parse(content)).items;
