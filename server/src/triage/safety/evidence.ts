import { existsSync, readFileSync } from 'node:fs';
import type { Meaning } from './concepts.ts';
import type { ReadSentence } from './features.ts';
import type { Concept } from './lexicon.ts';

/** In how much of the training text a word (or `@concept`) stands, and which share of that, from 0 to 1, is about emergencies. */
export interface Evidence {
  lines: number;
  alarming: number;
}
export type EvidenceTable = ReadonlyMap<string, Evidence>;

/** Made with the classifier’s weights, from the same texts: a word, its lines and the share in percent, with spaces between them. */
export const EVIDENCE_FILE = new URL('./weights/evidence.txt', import.meta.url);

export function readEvidence(file: URL = EVIDENCE_FILE): EvidenceTable {
  const table = new Map<string, Evidence>();
  if (!existsSync(file)) return table;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word, lines, percent] = line.split(' ');
    if (word && lines && percent) table.set(word, { lines: Number(lines), alarming: Number(percent) / 100 });
  }
  return table;
}

/** What a text offers to be judged by. */
export interface Weighed {
  words: number;
  /** The share of its words that the training text has. */
  knownShare: number;
  /** How many different words of it stand mostly in emergencies. */
  signs: number;
  /** It begins with “yes”, “no” and the like: an answer whose question is not in it. */
  isReply: boolean;
}

/** Rarer words were not learnt well enough to be a sign, and those that stand everywhere say how somebody talks. */
const SIGN_LINES = { least: 6, most: 2_500 };
const SIGN_SHARE = 0.6;
/** Who it is about, and when: emergencies are about somebody, too. */
const NO_SIGNS: ReadonlySet<string> = new Set<Concept>(['person', 'self', 'now', 'want', 'side', 'toomany']);
const REPLIES = new Set(
  'yes yeah yep yea no nope nah um uh oh well okay ok sure right actually absolutely si bueno pues este claro'.split(' '),
);

const LETTERS = /^\p{L}+$/u;

export function weigh(sentences: readonly Pick<ReadSentence, 'meaning'>[], table: EvidenceTable): Weighed {
  let words = 0;
  let known = 0;
  const signs = new Set<string>();
  for (const { meaning } of sentences) {
    meaning.words.forEach((word, index) => {
      // Numbers and codes are not counted: they say nothing, and no share of them does.
      if (!LETTERS.test(word)) return;
      words += 1;
      const concepts = meaning.at[index];
      if ((concepts && concepts.size > 0) || table.has(word)) known += 1;
      if (isSign(word, concepts, table)) signs.add(word);
    });
  }
  const isReply = REPLIES.has(sentences[0]?.meaning.words[0] ?? '');
  return { words, knownShare: words === 0 ? 0 : known / words, signs: signs.size, isReply };
}

function isSign(word: string, concepts: Meaning['at'][number] | undefined, table: EvidenceTable): boolean {
  const names = [...(concepts?.keys() ?? [])];
  if (names.length === 1 && (names[0] === 'person' || names[0] === 'self')) return false;
  const own = table.get(word);
  if (own && own.lines >= SIGN_LINES.least && own.lines < SIGN_LINES.most && own.alarming >= SIGN_SHARE) return true;
  return names.some((name) => !NO_SIGNS.has(name) && (table.get(`@${name}`)?.alarming ?? 0) >= SIGN_SHARE);
}
