import { z } from 'zod';

/** What `search_knowledge` answers, as far as it is quoted (agents/knowledge/knowledge.tools.ts). */
const Found = z.object({
  passages: z.array(
    z.object({
      title: z.string(),
      heading: z.string().optional(),
      text: z.string(),
      score: z.number(),
      confidence: z.enum(['confident', 'related', 'doubtful']),
      documentId: z.string(),
    }),
  ),
});

export type Passage = z.output<typeof Found>['passages'][number];

const MOST_SHOWN = 3;
/** The best one stands alone only where it is so much better than what comes after it. */
const CLEAR_LEAD = 0.12;

/** What is worth showing, the best first. A doubtful passage only shares words with the question. */
export function readPassages(content: string): { passages: Passage[]; isOneAnswer: boolean } {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { passages: [], isOneAnswer: false };
  }
  const found = Found.safeParse(json);
  const passages = (found.success ? found.data.passages : []).filter(({ confidence }) => confidence !== 'doubtful');
  const [first, second] = passages;
  if (!first) return { passages: [], isOneAnswer: false };
  const leads = second === undefined || first.score - second.score >= CLEAR_LEAD;
  return first.confidence === 'confident' && leads
    ? { passages: [first], isOneAnswer: true }
    : { passages: passages.slice(0, MOST_SHOWN), isOneAnswer: false };
}
