import { readFileSync } from 'node:fs';
import type { Meaning } from './concepts.ts';
import type { SentenceContext } from './context.ts';
import { type EvidenceTable, readEvidence, type Weighed, weigh } from './evidence.ts';
import { BUCKETS, featuresOf, type ReadSentence } from './features.ts';
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
  /** From these probabilities on it says so; chosen with the development set and the first held-out set in view. */
  thresholds: { emergency: number; emergencyInFewWords: number; emergencyInCalmContext: number; urgent: number };
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
const WINDOW_WORDS = 60;
/** In texts of more sentences only those are judged that may be an emergency: what is urgent in a letter is for its readers to find. */
const LONG_TEXT = 12;

function windowEnd(sentences: readonly { meaning: Meaning }[], from: number): number {
  let to = from + 1;
  let words = sentences[from]?.meaning.words.length ?? 0;
  while (to < Math.min(sentences.length, from + WINDOW)) {
    words += sentences[to]?.meaning.words.length ?? 0;
    if (words > WINDOW_WORDS) break;
    to += 1;
  }
  return to;
}

export function loadClassifier(file: URL = WEIGHTS_FILE): Classifier {
  const bytes = readFileSync(file);
  const headEnd = bytes.indexOf(10);
  const head = JSON.parse(bytes.subarray(0, headEnd).toString('utf8')) as WeightsHead;
  const values = new Int8Array(bytes.subarray(headEnd + 1));
  if (head.buckets !== BUCKETS || head.classes.join() !== CLASSES.join() || values.length !== BUCKETS * CLASSES.length) {
    throw new Error('The weights of the red-flag classifier do not fit this version. Train it again.');
  }
  return createClassifier({ ...head, values }, readEvidence());
}

export function createClassifier(weights: Weights, table: EvidenceTable): Classifier {
  const { values, scales, biases, thresholds } = weights;
  const width = CLASSES.length;

  const probabilities = (sentences: readonly ReadSentence[]): number[] => {
    const features = featuresOf(sentences, (word) => table.has(word));
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
      let best: Judgement | undefined;
      let bestRank = 0;
      let to = 0;
      for (let from = 0; to < sentences.length; from += 1) {
        to = windowEnd(sentences, from);
        const window = sentences.slice(from, to);
        const weighed = weigh(window, table);
        if (weighed.words < LEAST_WORDS || weighed.signs === 0 || weighed.knownShare < KNOWN_SHARE) continue;
        if (sentences.length > LONG_TEXT && !mayBeEmergency(weighed)) continue;
        const read = window.map(({ meaning }, index) => ({ meaning, context: contexts[from + index]?.() ?? NO_CONTEXT }));
        const chances = probabilities(read);
        const alarming = 1 - (chances[0] ?? 0);
        const isCalmed = read.some(({ context }) => context.calms || context.isLasting);
        const isEmergency = alarming - (chances[1] ?? 0) >= emergencyThreshold(weighed, isCalmed, thresholds);
        if (!isEmergency && alarming < thresholds.urgent) continue;
        const rank = (isEmergency ? 1 : 0) + alarming;
        if (rank <= bestRank) continue;
        bestRank = rank;
        const sentence = from + heaviest(read);
        best = { urgency: isEmergency ? 'emergency' : 'urgent', category: likeliest(chances), sentence };
      }
      return best;
    },
  };

  function heaviest(read: readonly ReadSentence[]): number {
    const weights = read.map((sentence) => (read.length === 1 ? 1 : 1 - (probabilities([sentence])[0] ?? 0)));
    return weights.indexOf(Math.max(...weights));
  }
}

/** Of what consists of other words — names, codes, another language — nothing is said. */
const KNOWN_SHARE = 0.6;
/** One word or two are for the rules: “and soon” is no sign of anything, and “can’t breathe” stands there. */
const LEAST_WORDS = 3;
/** One word alone makes no emergency, nor do two in a long story. */
const MIN_SIGNS = 2;
const MIN_SIGN_SHARE = 0.15;
/** So few words, or an answer without its question, hardly say what they are about. */
const FEW_WORDS = 5;
const FEW_WORDS_OF_REPLY = 9;

const mayBeEmergency = ({ words, signs }: Weighed): boolean => signs >= MIN_SIGNS && signs / words >= MIN_SIGN_SHARE;

function emergencyThreshold(weighed: Weighed, isCalmed: boolean, thresholds: WeightsHead['thresholds']): number {
  const { words, isReply } = weighed;
  if (!mayBeEmergency(weighed)) return Number.POSITIVE_INFINITY;
  if (words <= FEW_WORDS || (isReply && words <= FEW_WORDS_OF_REPLY)) return thresholds.emergencyInFewWords;
  return isCalmed ? thresholds.emergencyInCalmContext : thresholds.emergency;
}

const NO_CONTEXT: SentenceContext = { contexts: new Set(), isNow: false, calms: false, isLasting: false };

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
