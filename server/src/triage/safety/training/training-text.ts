import { readdirSync, readFileSync } from 'node:fs';
import { readSentences } from '../text-words.ts';
import { CLASSES } from '../weights.ts';
import { expandCorpus, inManner, randomNumbers, type Sample, wordsOfCorpus } from './expand-corpus.ts';

const UTTERANCES = new URL('./utterances/', import.meta.url);
/** How often each template is written out. */
const WRITTEN_OUT = 4;
/** Each utterance as it stands, and so often in another manner. */
const OTHER_MANNERS = 1;
/** Of words that nothing follows from, in any order: what only looks like a sentence is none. */
const WORD_SALADS = 1_500;
/** Of what calm people say, piece by piece, joined anew: harmless things are harmless in any company. */
const MIXTURES = 6_000;
/** A word of one line may be a slip. */
const LINES_OF_KNOWN_WORD = 2;

/**
 * Single messages, each written for itself.
 * @throws {Error} that names the first line without a known label
 */
export function readUtterances(): Sample[] {
  return readdirSync(UTTERANCES)
    .toSorted()
    .flatMap((file) => {
      const language = file.endsWith('.es.tsv') ? 'es' : 'en';
      const lines = readFileSync(new URL(file, UTTERANCES), 'utf8').split('\n').filter(Boolean);
      return lines.map((line, index) => {
        const [label = '', text = ''] = line.split('\t');
        const isKnown = (CLASSES as readonly string[]).includes(label);
        if (!isKnown || text === '') throw new Error(`Line ${index + 1} of ${file} is not a label and a text.`);
        return { text, label, theme: `utterances ${file}`, language } as const;
      });
    });
}

const PIECE_END = /[,.;:!?¿¡]+|\s(?:and|but|y|pero)\s/;

/** All that the classifier learns from; the same seed gives the same lines. */
export function trainingText(seed: number, utterances: readonly Sample[]): Sample[] {
  const random = randomNumbers(seed);
  const words = utterances.filter(({ label }) => label === 'none').flatMap(({ text }) => text.split(/\s+/));
  const salad = () => Array.from({ length: 2 + Math.floor(random() * 10) }, () => words[Math.floor(random() * words.length)]).join(' ');
  const pieces = { en: [] as string[], es: [] as string[] };
  for (const { text, label, language } of utterances) {
    if (label === 'none') pieces[language].push(...text.split(PIECE_END).filter((piece) => piece.trim().length > 3));
  }
  const mixture = (language: 'en' | 'es') =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      pieces[language][Math.floor(random() * pieces[language].length)]?.trim(),
    ).join(random() < 0.5 ? ', ' : '. ');
  return [
    ...expandCorpus(seed, { emergency: WRITTEN_OUT, urgent: WRITTEN_OUT, none: WRITTEN_OUT }),
    ...utterances.flatMap((sample) => [
      sample,
      ...Array.from({ length: OTHER_MANNERS }, () => ({ ...sample, text: inManner(sample.text, sample.language, random) })),
    ]),
    ...Array.from({ length: words.length > 0 ? MIXTURES : 0 }, (_, index) => {
      const language = index % 2 === 0 ? ('en' as const) : ('es' as const);
      return { text: mixture(language), label: 'none', theme: 'mixtures', language };
    }),
    ...Array.from({ length: words.length > 0 ? WORD_SALADS : 0 }, () => ({
      text: salad(),
      label: 'none',
      theme: 'word salads',
      language: 'en' as const,
    })),
  ];
}

/** Every word that means itself: those of the templates, and those of several utterances. */
export function vocabularyOf(utterances: readonly Sample[]): string[] {
  const lines = new Map<string, number>();
  for (const { text } of utterances) {
    const words = new Set(readSentences(text).flatMap(({ words }) => words.map(({ text: word }) => word)));
    for (const word of words) lines.set(word, (lines.get(word) ?? 0) + 1);
  }
  const repeated = [...lines].filter(([word, count]) => count >= LINES_OF_KNOWN_WORD && /^\p{L}+$/u.test(word)).map(([word]) => word);
  return [...new Set([...wordsOfCorpus(), ...repeated])].toSorted();
}
