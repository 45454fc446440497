import { readFileSync } from 'node:fs';
import type { Meaning } from './concepts.ts';
import type { SentenceContext } from './context.ts';
import { BUCKETS, featuresOf, type ReadSentence } from './features.ts';
import type { Concept } from './lexicon.ts';
import { CATEGORIES, type Category, type Urgency } from './rule.ts';

/** What the classifier tells apart: nothing, something urgent, and the emergencies by category. */
export const CLASSES = ['none', 'urgent', ...CATEGORIES] as const;

/** The head of the weights file, one line of JSON; behind it the weights, one signed byte each, by bucket and then by class. */
export interface WeightsHead {
  version: number;
  buckets: number;
  classes: readonly string[];
  /** Of each class: what one step of its bytes is worth, and what is added. */
  scales: readonly number[];
  biases: readonly number[];
  /** From these probabilities on it says so; chosen on the development set. */
  thresholds: { emergency: number; urgent: number };
}

export interface Weights extends WeightsHead {
  values: Int8Array;
}

export interface Judgement {
  urgency: Exclude<Urgency, 'none'>;
  category: Category;
  /** Which sentence counts most. */
  sentence: number;
}

export interface Classifier {
  /** Undefined where nothing alarms. */
  judge(sentences: readonly { meaning: Meaning }[], contexts: readonly (() => SentenceContext)[]): Judgement | undefined;
  /** The probabilities of all classes. */
  probabilities(sentences: readonly ReadSentence[]): number[];
}

export const WEIGHTS_FILE = new URL('./weights/red-flags.bin', import.meta.url);
/** A story of so many sentences is read whole; what is longer, through a window of as many. */
const WINDOW = 3;

export function loadClassifier(file: URL = WEIGHTS_FILE): Classifier {
  const bytes = readFileSync(file);
  const headEnd = bytes.indexOf(10);
  const head = JSON.parse(bytes.subarray(0, headEnd).toString('utf8')) as WeightsHead;
  const values = new Int8Array(bytes.subarray(headEnd + 1));
  if (head.buckets !== BUCKETS || head.classes.join() !== CLASSES.join() || values.length !== BUCKETS * CLASSES.length) {
    throw new Error('The weights of the red-flag classifier do not fit this version. Train it again.');
  }
  return createClassifier({ ...head, values });
}

export function createClassifier(weights: Weights): Classifier {
  const { values, scales, biases, thresholds } = weights;
  const width = CLASSES.length;

  const probabilities = (sentences: readonly ReadSentence[]): number[] => {
    const features = featuresOf(sentences);
    const sums = new Int32Array(width);
    for (const feature of features) {
      const start = feature * width;
      for (let index = 0; index < width; index += 1) sums[index] = (sums[index] ?? 0) + (values[start + index] ?? 0);
    }
    const share = 1 / Math.sqrt(Math.max(1, features.size));
    return softmax(biases.map((bias, index) => bias + (sums[index] ?? 0) * (scales[index] ?? 0) * share));
  };

  return {
    probabilities,
    judge: (sentences, contexts) => {
      if (!sentences.some(saysSomething)) return undefined;
      const read = sentences.map(({ meaning }, index) => ({ meaning, context: contexts[index]?.() ?? NO_CONTEXT }));
      let best: { rank: number; chance: number; urgency: Judgement['urgency']; category: Category; from: number; to: number } | undefined;
      for (let from = 0; from === 0 || from + WINDOW <= read.length; from += 1) {
        const chances = probabilities(read.slice(from, from + WINDOW));
        const emergency = 1 - (chances[0] ?? 0) - (chances[1] ?? 0);
        const alarming = 1 - (chances[0] ?? 0);
        const urgency = emergency >= thresholds.emergency ? 'emergency' : alarming >= thresholds.urgent ? 'urgent' : undefined;
        if (!urgency) continue;
        const rank = urgency === 'emergency' ? 2 : 1;
        if (best && (best.rank > rank || (best.rank === rank && best.chance >= alarming))) continue;
        best = { rank, chance: alarming, urgency, category: likeliest(chances), from, to: Math.min(read.length, from + WINDOW) };
      }
      if (!best) return undefined;
      const { urgency, category, from, to } = best;
      const weightOf = (index: number) => 1 - (probabilities(read.slice(index, index + 1))[0] ?? 0);
      let sentence = from;
      if (to - from > 1) for (let index = from; index < to; index += 1) if (weightOf(index) > weightOf(sentence)) sentence = index;
      return { urgency, category, sentence };
    },
  };
}

/** Concepts that any text may have. */
const COMMON: ReadonlySet<string> = new Set<Concept>([
  'self',
  'person',
  'now',
  'cannot',
  'want',
  'side',
  'severe',
  'took',
  'speak',
  'move',
  'wake',
  'afraid',
  'toomany',
  'weapon',
  'back',
  'leg',
  'arm',
]);
/** Fewer words say nothing that could be weighed, unless one of them names something. */
const ENOUGH_WORDS = 6;

const saysSomething = ({ meaning: { words, at } }: { meaning: Meaning }): boolean =>
  words.length >= ENOUGH_WORDS || at.some((concepts) => [...concepts.keys()].some((name) => !COMMON.has(name)));

const NO_CONTEXT: SentenceContext = { contexts: new Set(), isNow: false, calms: false };

function likeliest(chances: readonly number[]): Category {
  let best = 0;
  for (let index = 1; index < CATEGORIES.length; index += 1) if ((chances[index + 2] ?? 0) > (chances[best + 2] ?? 0)) best = index;
  return CATEGORIES[best] ?? 'other';
}

export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
