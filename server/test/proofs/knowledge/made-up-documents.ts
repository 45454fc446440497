import { createRandom, type Random } from '../../chaos/random.ts';
import { readDocuments } from './evaluation-set.ts';

/** Made-up words, beside the real ones: so many different ones has a large handbook, with its names and codes. */
const MADE_UP_WORDS = 40_000;
const PASSAGES_PER_DOCUMENT = 20;

const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi xo zu bra cre dri flo gru pla ste tri van ser mon tel lin cor'.split(' ');

/** Texts of any number, in words as unequally common as those of a language (Zipf's law), from a seed alone. */
export interface DocumentMaker {
  document(): { title: string; content: string };
  /** Some words, common and rare ones. */
  question(): string;
}

export function createDocumentMaker(seed: number): DocumentMaker {
  const random = createRandom(seed);
  const vocabulary = [...realWords(), ...Array.from({ length: MADE_UP_WORDS }, () => madeUpWord(random))];
  // Zipf's law with the exponent 1: the logarithm of the place is drawn evenly.
  const word = () => vocabulary[Math.floor(vocabulary.length ** random.next()) - 1] ?? 'clinic';
  const words = (least: number, most: number) => Array.from({ length: random.whole(least, most) }, word).join(' ');
  const sentence = () => `${words(8, 18)}.`;
  const passage = () => `## ${words(2, 5)}\n\n${Array.from({ length: random.whole(7, 11) }, sentence).join(' ')}`;
  return {
    document: () => ({
      title: words(2, 5),
      content: Array.from({ length: PASSAGES_PER_DOCUMENT }, passage).join('\n\n'),
    }),
    question: () => words(3, 9),
  };
}

/** Of the evaluation's documents, the commonest first. */
function realWords(): string[] {
  const counts = new Map<string, number>();
  for (const { document } of readDocuments()) {
    const text = document.content ?? document.items?.map(({ question, answer }) => `${question} ${answer}`).join(' ') ?? '';
    for (const word of text.toLowerCase().match(/\p{L}{2,}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([word]) => word);
}

const madeUpWord = (random: Random): string => Array.from({ length: random.whole(2, 5) }, () => random.pick(SYLLABLES)).join('');
