import { BUCKETS } from '../features.ts';
import { LEAK, shareOf, softmax } from '../probabilities.ts';
import { CLASSES, type NetworkWeights, placesOf } from '../weights.ts';
import { type Example, shuffle, stepOf, type TrainingSettings } from './examples.ts';
import { randomNumbers } from './expand-corpus.ts';

const DIMENSIONS = 32;
const HIDDEN = 32;
const BIAS_RATE = 0.01;
const WIDTH = CLASSES.length;
const PLACES = placesOf(BUCKETS);

/** Weights with the sum of the squares of their gradients, as AdaGrad goes by. */
class Layer {
  readonly values: Float32Array;
  readonly #squares: Float32Array;
  readonly #rate: number;

  constructor(length: number, spread: number, rate: number, random: () => number) {
    this.values = Float32Array.from({ length }, () => (random() - 0.5) * spread);
    this.#squares = new Float32Array(length).fill(1e-4);
    this.#rate = rate;
  }

  learn(at: number, gradient: number): void {
    const square = (this.#squares[at] ?? 0) + gradient * gradient;
    this.#squares[at] = square;
    this.values[at] = (this.values[at] ?? 0) - (this.#rate * gradient) / Math.sqrt(square);
  }
}

/**
 * Learns a place for every feature, in a space where what means the same lies close, and one hidden layer above their mean. The same
 * examples and the same seed give the same weights to the bit.
 */
export function trainNetwork(examples: readonly Example[], { seed, epochs, rate, forget }: TrainingSettings): NetworkWeights {
  const random = randomNumbers(seed);
  const places = new Layer(PLACES * DIMENSIONS, 0.2, rate, random);
  const toHidden = new Layer(DIMENSIONS * HIDDEN, 2 / Math.sqrt(DIMENSIONS), rate, random);
  const toClasses = new Layer(HIDDEN * WIDTH, 2 / Math.sqrt(HIDDEN), rate, random);
  const hiddenBiases = new Float32Array(HIDDEN).fill(0.1);
  const classBiases = new Float32Array(WIDTH);
  classBiases[CLASSES.indexOf('none')] = 1;

  const mean = new Float32Array(DIMENSIONS);
  const units = new Float32Array(HIDDEN);
  const order = Array.from(examples.keys());
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const position of order) {
      const example = examples[position];
      if (!example) continue;
      const features = example.features.filter(() => random() >= forget);
      const share = shareOf(features.length);
      const errors = forward(features, share);
      errors[example.label] = (errors[example.label] ?? 0) - 1;
      backward(features, share, errors);
    }
  }
  const step = stepOf(places.values);
  return {
    dimensions: DIMENSIONS,
    hidden: HIDDEN,
    places: Int8Array.from(places.values, (value) => Math.round(value / step)),
    step,
    toHidden: toHidden.values,
    hiddenBiases,
    toClasses: toClasses.values,
    classBiases,
  };

  function forward(features: Uint32Array, share: number): Float64Array {
    mean.fill(0);
    for (const feature of features) {
      const start = (feature & (PLACES - 1)) * DIMENSIONS;
      for (let index = 0; index < DIMENSIONS; index += 1) mean[index] = (mean[index] ?? 0) + (places.values[start + index] ?? 0);
    }
    for (let unit = 0; unit < HIDDEN; unit += 1) {
      let sum = hiddenBiases[unit] ?? 0;
      for (let index = 0; index < DIMENSIONS; index += 1) {
        sum += (mean[index] ?? 0) * share * (toHidden.values[index * HIDDEN + unit] ?? 0);
      }
      units[unit] = sum > 0 ? sum : LEAK * sum;
    }
    const scores = Float64Array.from(classBiases);
    for (let unit = 0; unit < HIDDEN; unit += 1) {
      for (let index = 0; index < WIDTH; index += 1) {
        scores[index] = (scores[index] ?? 0) + (units[unit] ?? 0) * (toClasses.values[unit * WIDTH + index] ?? 0);
      }
    }
    return softmax(scores);
  }

  function backward(features: Uint32Array, share: number, errors: Float64Array): void {
    const toMean = new Float64Array(DIMENSIONS);
    for (let unit = 0; unit < HIDDEN; unit += 1) {
      let toUnit = 0;
      for (let index = 0; index < WIDTH; index += 1) {
        const at = unit * WIDTH + index;
        toUnit += (toClasses.values[at] ?? 0) * (errors[index] ?? 0);
        toClasses.learn(at, (errors[index] ?? 0) * (units[unit] ?? 0));
      }
      toUnit *= (units[unit] ?? 0) > 0 ? 1 : LEAK;
      hiddenBiases[unit] = (hiddenBiases[unit] ?? 0) - BIAS_RATE * toUnit;
      for (let index = 0; index < DIMENSIONS; index += 1) {
        const at = index * HIDDEN + unit;
        toMean[index] = (toMean[index] ?? 0) + (toHidden.values[at] ?? 0) * toUnit;
        toHidden.learn(at, toUnit * (mean[index] ?? 0) * share);
      }
    }
    errors.forEach((error, index) => {
      classBiases[index] = (classBiases[index] ?? 0) - BIAS_RATE * error;
    });
    for (const feature of features) {
      const start = (feature & (PLACES - 1)) * DIMENSIONS;
      for (let index = 0; index < DIMENSIONS; index += 1) places.learn(start + index, (toMean[index] ?? 0) * share);
    }
  }
}
