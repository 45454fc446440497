import { BUCKETS } from '../features.ts';
import { shareOf, softmax } from '../probabilities.ts';
import { CLASSES, type LinearWeights } from '../weights.ts';
import { type Example, shuffle, stepOf, type TrainingSettings } from './examples.ts';
import { randomNumbers } from './expand-corpus.ts';

/** Where a text says hardly anything, nothing is what it most likely means. */
const NONE_BIAS = 3;
const DECAY = 1e-5;
const BIAS_RATE = 0.02;

/** Multinomial logistic regression by AdaGrad; the same examples and the same seed give the same weights to the bit. */
export function trainLinear(examples: readonly Example[], { seed, epochs, rate, forget }: TrainingSettings): LinearWeights {
  const width = CLASSES.length;
  const weights = new Float32Array(BUCKETS * width);
  const squares = new Float32Array(BUCKETS * width).fill(1e-6);
  // The mean of what each later round ends with: one round alone leans to the examples that came last.
  const sums = new Float64Array(weights.length);
  const biases = new Float64Array(width);
  const biasSums = new Float64Array(width);
  biases[CLASSES.indexOf('none')] = NONE_BIAS;
  const random = randomNumbers(seed);
  const order = Array.from(examples.keys());
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const position of order) {
      const example = examples[position];
      if (!example) continue;
      const features = example.features.filter(() => random() >= forget);
      const share = shareOf(features.length);
      const errors = softmax(scoresOf(features, weights, biases, share));
      errors[example.label] = (errors[example.label] ?? 0) - 1;
      errors.forEach((error, index) => {
        biases[index] = (biases[index] ?? 0) - BIAS_RATE * error;
      });
      for (const feature of features) {
        for (let index = 0; index < width; index += 1) {
          const at = feature * width + index;
          const gradient = (errors[index] ?? 0) * share + DECAY * (weights[at] ?? 0);
          if (Math.abs(gradient) < 1e-7) continue;
          const square = (squares[at] ?? 0) + gradient * gradient;
          squares[at] = square;
          weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
    if (epoch < epochs / 2) continue;
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0);
    biases.forEach((bias, index) => {
      biasSums[index] = (biasSums[index] ?? 0) + bias;
    });
  }
  const rounds = epochs - Math.ceil(epochs / 2);
  return quantised(
    sums.map((sum) => sum / rounds),
    biasSums.map((sum) => sum / rounds),
  );
}

function scoresOf(features: Uint32Array, weights: Float32Array, biases: Float64Array, share: number): Float64Array {
  const width = CLASSES.length;
  const sums = new Float64Array(width);
  for (const feature of features) {
    const start = feature * width;
    for (let index = 0; index < width; index += 1) sums[index] = (sums[index] ?? 0) + (weights[start + index] ?? 0);
  }
  return sums.map((sum, index) => (biases[index] ?? 0) + sum * share);
}

/** One byte per weight: each class has its own step. */
function quantised(weights: Float64Array, biases: Float64Array): LinearWeights {
  const width = CLASSES.length;
  const steps = CLASSES.map((_, index) => stepOf(weights.filter((_weight, at) => at % width === index)));
  const round = (value: number) => Number(value.toPrecision(7));
  return {
    values: Int8Array.from(weights, (weight, at) => Math.round(weight / (steps[at % width] ?? 1))),
    scales: steps.map(round),
    biases: Array.from(biases, round),
  };
}
