import type { ReplyLanguage } from '../../../prompts/reply-language.ts';
import { REPLIES } from '../replies/replies.ts';
import { readPassages } from './passages.ts';
import { quoteWindow } from './quote-window.ts';

/**
 * What the documents say, with their titles and in their own words; several passages where it is not clear which one is meant.
 * Each quotation stands on a line that begins with `>`, so that a question in it is nobody's question.
 * @returns undefined where nothing was found that is worth showing
 */
export function knowledgeAnswer(content: string, question: string, language: ReplyLanguage): { text: string; isSure: boolean } | undefined {
  const { passages, isOneAnswer } = readPassages(content);
  if (passages.length === 0) return undefined;
  const { foundOne, foundMaybe, foundSeveral } = REPLIES[language];
  const quoted = passages.map(({ title, heading, text }) => {
    const source = heading === undefined || heading === title ? title : `${title} – ${heading}`;
    return `**${singleLine(source)}**\n> ${quoteWindow(text, question)}`;
  });
  const unsure = passages.length === 1 ? foundMaybe : foundSeveral;
  return { text: [isOneAnswer ? foundOne : unsure, ...quoted].join('\n\n'), isSure: isOneAnswer };
}

const singleLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
