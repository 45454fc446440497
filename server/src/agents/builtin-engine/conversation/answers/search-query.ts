import type { ExtractionMessage } from '../../../extraction/extraction-engine.ts';
import { asksSomething, followsUp } from '../listening/questions-asked.ts';

/** What the search tool takes at most. */
const LONGEST_QUERY = 2_000;

/** The question from which a short one goes on: “And on Saturdays?” */
export function questionBefore(question: string, earlier: readonly ExtractionMessage[]): string | undefined {
  if (!followsUp(question)) return undefined;
  return earlier.findLast(({ role, content }) => role === 'user' && asksSomething(content))?.content;
}

/** A question as it is looked up. */
export const searchQuery = (question: string, context: string | undefined): string =>
  [context, question]
    .filter((part) => part !== undefined)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_QUERY);
