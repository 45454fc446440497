import { CLASSES, softmax, type Weights } from '../classifier.ts';
import type { ConceptFinder } from '../concepts.ts';
import { readContext } from '../context.ts';
import type { EvidenceTable } from '../evidence.ts';
import { BUCKETS, featuresOf } from '../features.ts';
import { readSentences } from '../text-words.ts';
import { randomNumbers, type Sample } from './expand-corpus.ts';

const NONE_BIAS = 3;
/** Of each example's features so many are left out each time, so that no single one is relied upon. */
const FORGET = 0.4;

export interface Example {
  features: Uint32Array;
  label: number;
}

export function toExample({ text, label }: Pick<Sample, 'text' | 'label'>, concepts: ConceptFinder, table: EvidenceTable): Example {
  const sentences = readSentences(text).map(({ words }) => {
    const meaning = concepts.read(words);
    return { meaning, context: readContext(meaning) };
  });
  return {
    features: Uint32Array.from(featuresOf(sentences, (word) => table.has(word))),
    label: CLASSES.indexOf(label as (typeof CLASSES)[number]),
  };
}

/** Multinomial logistic regression by AdaGrad; the same examples and the same seed give the same weights to the bit. */
export function train(
  examples: readonly Example[],
  { seed, epochs, rate, decay }: { seed: number; epochs: number; rate: number; decay: number },
  thresholds: Weights['thresholds'],
): Weights {
  const width = CLASSES.length;
  const weights = new Float32Array(BUCKETS * width);
  const squares = new Float32Array(BUCKETS * width).fill(1e-6);
  const biases = new Float64Array(width);
  // Where a text says hardly anything, nothing is what it most likely means.
  biases[CLASSES.indexOf('none')] = NONE_BIAS;
  const random = randomNumbers(seed);
  const order = Array.from(examples.keys());
  // The mean of what each later round ends with: one round alone leans to the examples that came last.
  const sums = new Float64Array(weights.length);
  const biasSums = new Float64Array(width);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const position of order) {
      const example = examples[position];
      if (!example) continue;
      const features = example.features.filter(() => random() >= FORGET);
      const share = 1 / Math.sqrt(Math.max(1, features.length));
      const scores = scoresOf(features, weights, biases, share);
      const errors = softmax(scores).map((chance, index) => chance - (index === example.label ? 1 : 0));
      errors.forEach((error, index) => {
        biases[index] = (biases[index] ?? 0) - 0.02 * error;
      });
      for (const feature of features) {
        for (let index = 0; index < width; index += 1) {
          const at = feature * width + index;
          const gradient = (errors[index] ?? 0) * share + decay * (weights[at] ?? 0);
          if (Math.abs(gradient) < 1e-7) continue;
          const square = (squares[at] ?? 0) + gradient * gradient;
          squares[at] = square;
          weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
    if (epoch < epochs / 2) continue;
    weights.forEach((weight, at) => {
      sums[at] = (sums[at] ?? 0) + weight;
    });
    biases.forEach((bias, index) => {
      biasSums[index] = (biasSums[index] ?? 0) + bias;
    });
  }
  const rounds = epochs - Math.ceil(epochs / 2);
  return quantised(
    Float32Array.from(sums, (sum) => sum / rounds),
    biasSums.map((sum) => sum / rounds),
    thresholds,
  );
}

function scoresOf(features: Uint32Array, weights: Float32Array, biases: Float64Array, share: number): number[] {
  const width = CLASSES.length;
  const sums = new Float64Array(width);
  for (const feature of features) {
    const start = feature * width;
    for (let index = 0; index < width; index += 1) sums[index] = (sums[index] ?? 0) + (weights[start + index] ?? 0);
  }
  return Array.from(sums, (sum, index) => (biases[index] ?? 0) + sum * share);
}

/** One byte per weight: each class has its own step. */
function quantised(weights: Float32Array, biases: Float64Array, thresholds: Weights['thresholds']): Weights {
  const width = CLASSES.length;
  const steps = CLASSES.map((_, index) => {
    let largest = 0;
    for (let at = index; at < weights.length; at += width) largest = Math.max(largest, Math.abs(weights[at] ?? 0));
    return largest / 127 || 1;
  });
  const values = Int8Array.from(weights, (weight, at) => Math.round(weight / (steps[at % width] ?? 1)));
  const round = (value: number) => Number(value.toPrecision(7));
  return {
    version: 1,
    buckets: BUCKETS,
    classes: CLASSES,
    scales: steps.map(round),
    biases: Array.from(biases, round),
    thresholds,
    values,
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}
