import { type Meaning, readVocabulary } from './concepts.ts';
import type { SentenceContext } from './context.ts';
import { BUCKETS, featuresOf, type Language, type ReadSentence } from './features.ts';
import { linearProbabilities, networkProbabilities } from './probabilities.ts';
import { CATEGORIES, type Category, type Urgency } from './rule.ts';
import { loadThesaurus } from './thesaurus.ts';
import { CLASSES, readWeights, type Thresholds, type Weights } from './weights.ts';

export interface Judgement {
  urgency: Exclude<Urgency, 'none'>;
  category: Category;
  /** Which sentence counts most. */
  sentence: number;
}

export interface Classifier {
  /** Undefined where nothing alarms. */
  judge(sentences: readonly { meaning: Meaning }[], contexts: readonly (() => SentenceContext)[]): Judgement | undefined;
  /** How likely it finds an emergency around a sentence, at most. */
  chanceAround(sentences: readonly { meaning: Meaning }[], contexts: readonly (() => SentenceContext)[], sentence: number): number;
  readonly thresholds: Thresholds;
  /** The probability of an emergency, and the probabilities of all classes. */
  probabilities(sentences: readonly ReadSentence[]): { emergency: number; classes: Float64Array };
}

export function loadLanguage(vocabulary: ReadonlySet<string> = readVocabulary()): Language {
  return { knows: (word) => vocabulary.has(word), thesaurus: loadThesaurus() };
}

export const loadClassifier = (): Classifier => createClassifier(readWeights(BUCKETS), loadLanguage());

export function createClassifier({ linear, networks, thresholds }: Weights, language: Language): Classifier {
  const probabilities: Classifier['probabilities'] = (sentences) => {
    const features = featuresOf(sentences, language);
    const opinions = [linearProbabilities(features, linear), ...networks.map((network) => networkProbabilities(features, network))];
    const classes = new Float64Array(CLASSES.length).map(
      (_, index) => opinions.reduce((sum, chances) => sum + (chances[index] ?? 0), 0) / opinions.length,
    );
    return { emergency: 1 - (classes[0] ?? 0) - (classes[1] ?? 0), classes };
  };

  return {
    probabilities,
    judge: (sentences, contexts) => {
      let best: Judgement | undefined;
      let bestRank = 0;
      for (const { from, to } of windowsOf(sentences)) {
        const window = readWindow(sentences, contexts, from, to);
        if (wordsIn(window).length < LEAST_WORDS) continue;
        const { emergency, classes } = probabilities(window);
        const isEmergency = emergency >= thresholdFor(window, classes, thresholds);
        const alarming = 1 - (classes[0] ?? 0);
        if (!isEmergency && alarming < (isShort(window) ? thresholds.emergencyInFewWords : thresholds.urgent)) continue;
        const rank = isEmergency ? 1 + emergency : alarming;
        if (rank <= bestRank) continue;
        bestRank = rank;
        best = { urgency: isEmergency ? 'emergency' : 'urgent', category: likeliest(classes), sentence: from + heaviest(window) };
      }
      return best;
    },
    thresholds,
    chanceAround: (sentences, contexts, sentence) => {
      const around = windowsOf(sentences).filter(({ from, to }) => from <= sentence && sentence < to);
      return Math.max(...around.map(({ from, to }) => probabilities(readWindow(sentences, contexts, from, to)).emergency));
    },
  };

  function heaviest(window: readonly ReadSentence[]): number {
    const weights = window.map((sentence) => (window.length === 1 ? 1 : probabilities([sentence]).emergency));
    return weights.indexOf(Math.max(...weights));
  }
}

/** A story of so many sentences is read whole; what is longer, through a window of as many. */
const WINDOW = 3;
const WINDOW_WORDS = 60;

/** Stretches of sentences that are read together; each sentence is in one of them at least. */
function windowsOf(sentences: readonly { meaning: Meaning }[]): { from: number; to: number }[] {
  const windows: { from: number; to: number }[] = [];
  let to = 0;
  for (let from = 0; to < sentences.length; from += 1) {
    to = from + 1;
    let words = sentences[from]?.meaning.words.length ?? 0;
    while (to < Math.min(sentences.length, from + WINDOW)) {
      words += sentences[to]?.meaning.words.length ?? 0;
      if (words > WINDOW_WORDS) break;
      to += 1;
    }
    windows.push({ from, to });
  }
  return windows;
}

const readWindow = (
  sentences: readonly { meaning: Meaning }[],
  contexts: readonly (() => SentenceContext)[],
  from: number,
  to: number,
): ReadSentence[] =>
  sentences.slice(from, to).map(({ meaning }, index) => ({ meaning, context: contexts[from + index]?.() ?? NO_CONTEXT }));

const NO_CONTEXT: SentenceContext = { contexts: new Set(), isNow: false, calms: false, isLasting: false };

/** One word or two are for the rules: “and soon” is no sign of anything, and “can’t breathe” stands there. */
const LEAST_WORDS = 3;
const FEW_WORDS = 5;
const FEW_WORDS_OF_REPLY = 8;
/** Where nothing is this unlikely, only how urgent it is is open, and that is decided for safety. */
const CERTAINLY_SOMETHING = 0.1;
const REPLIES = new Set(
  'yes yeah yep yea no nope nah um uh mhm oh well okay ok sure right actually absolutely si bueno pues este claro'.split(' '),
);
const LETTERS = /^\p{L}+$/u;

/** Numbers and codes are not counted: they say nothing. */
const wordsIn = (window: readonly ReadSentence[]): string[] =>
  window.flatMap(({ meaning }) => meaning.words.filter((word) => LETTERS.test(word)));

function isShort(window: readonly ReadSentence[]): boolean {
  const words = wordsIn(window);
  return words.length <= FEW_WORDS || (REPLIES.has(words[0] ?? '') && words.length <= FEW_WORDS_OF_REPLY);
}

function thresholdFor(window: readonly ReadSentence[], classes: Float64Array, thresholds: Thresholds): number {
  if (isShort(window)) return thresholds.emergencyInFewWords;
  const isCalmed = window.some(({ context }) => context.calms || context.isLasting);
  if (isCalmed) return thresholds.emergencyInCalmContext;
  return (classes[0] ?? 0) < CERTAINLY_SOMETHING ? thresholds.emergencyWhereCertain : thresholds.emergency;
}

function likeliest(chances: Float64Array): Category {
  const categories = chances.subarray(2);
  return CATEGORIES[categories.indexOf(Math.max(...categories))] ?? 'other';
}
