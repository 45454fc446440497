import { CLASSES, type LinearWeights, type NetworkWeights } from './weights.ts';

/** What a hidden unit lets through of what is below zero. */
export const LEAK = 0.01;

/** The probabilities of all classes by the linear layer. */
export function linearProbabilities(features: ReadonlySet<number>, { values, scales, biases }: LinearWeights): Float64Array {
  const width = CLASSES.length;
  const sums = new Int32Array(width);
  for (const feature of features) {
    const start = feature * width;
    for (let index = 0; index < width; index += 1) sums[index] = (sums[index] ?? 0) + (values[start + index] ?? 0);
  }
  const share = shareOf(features.size);
  return softmax(Float64Array.from(biases, (bias, index) => bias + (sums[index] ?? 0) * (scales[index] ?? 0) * share));
}

/** The same by the network. */
export function networkProbabilities(features: ReadonlySet<number>, network: NetworkWeights): Float64Array {
  const { dimensions, hidden, places, step, toHidden, hiddenBiases, toClasses, classBiases } = network;
  const sums = new Int32Array(dimensions);
  const lastPlace = places.length / dimensions - 1;
  for (const feature of features) {
    const start = (feature & lastPlace) * dimensions;
    for (let index = 0; index < dimensions; index += 1) sums[index] = (sums[index] ?? 0) + (places[start + index] ?? 0);
  }
  const scale = step * shareOf(features.size);
  const units = Float64Array.from(hiddenBiases);
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const place = (sums[dimension] ?? 0) * scale;
    for (let unit = 0; unit < hidden; unit += 1) units[unit] = (units[unit] ?? 0) + place * (toHidden[dimension * hidden + unit] ?? 0);
  }
  const scores = Float64Array.from(classBiases);
  units.forEach((value, unit) => {
    const passed = value > 0 ? value : LEAK * value;
    for (let index = 0; index < scores.length; index += 1) {
      scores[index] = (scores[index] ?? 0) + passed * (toClasses[unit * scores.length + index] ?? 0);
    }
  });
  return softmax(scores);
}

/** So that long texts are not surer of everything than short ones. */
export const shareOf = (features: number): number => 1 / Math.sqrt(Math.max(1, features));

export function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
