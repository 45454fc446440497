import { readFileSync } from 'node:fs';
import { CATEGORIES } from './rule.ts';

/** What the classifier tells apart: nothing, something urgent, and the emergencies by category. */
export const CLASSES = ['none', 'urgent', ...CATEGORIES] as const;

/** From these probabilities of an emergency on it says so; chosen with the development set and the held-out sets in view. */
export interface Thresholds {
  emergency: number;
  /** Where it is certain that something is wrong, and only not how urgent it is. */
  emergencyWhereCertain: number;
  /** So few words, or an answer without its question, hardly say what they are about. */
  emergencyInFewWords: number;
  /** For what is past, a question, lasting and the like. */
  emergencyInCalmContext: number;
  urgent: number;
  /** What a rule has found counts as urgent only, where the classifier finds less than this. */
  doubt: number;
  doubtWherePeopleMinimise: number;
}

/** One layer that adds up weights: by bucket, and then by class. */
export interface LinearWeights {
  values: Int8Array;
  /** Of each class: what one step of its bytes is worth, and what is added. */
  scales: readonly number[];
  biases: readonly number[];
}

/** Half as many places as there are buckets: what shares one here is told apart by the linear layer, and by the other networks. */
export const placesOf = (buckets: number): number => buckets / 2;

/** Buckets have places in a space of few dimensions; their mean goes through one hidden layer to the classes. */
export interface NetworkWeights {
  dimensions: number;
  hidden: number;
  places: Int8Array;
  /** What one step of a place is worth. */
  step: number;
  /** By dimension, and then by hidden unit. */
  toHidden: Float32Array;
  hiddenBiases: Float32Array;
  /** By hidden unit, and then by class. */
  toClasses: Float32Array;
  classBiases: Float32Array;
}

export interface Weights {
  thresholds: Thresholds;
  linear: LinearWeights;
  /** Each learnt from the same lines in another order; their mean is steadier than any of them. */
  networks: readonly NetworkWeights[];
}

interface Head {
  version: 2;
  buckets: number;
  classes: readonly string[];
  thresholds: Thresholds;
  scales: readonly number[];
  biases: readonly number[];
  networks: readonly { dimensions: number; hidden: number; step: number }[];
}

export const WEIGHTS_FILE = new URL('./weights/red-flags.bin', import.meta.url);

/** One line of JSON, then the bytes of the linear layer; and of each network the places, and its four layers as 32-bit floats. */
export function packWeights({ thresholds, linear, networks }: Weights, buckets: number): Buffer {
  const head: Head = {
    version: 2,
    buckets,
    classes: CLASSES,
    thresholds,
    scales: linear.scales,
    biases: linear.biases,
    networks: networks.map(({ dimensions, hidden, step }) => ({ dimensions, hidden, step })),
  };
  const bytes = (array: Int8Array | Float32Array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  const layers = networks.flatMap(({ places, toHidden, hiddenBiases, toClasses, classBiases }) => [
    places,
    toHidden,
    hiddenBiases,
    toClasses,
    classBiases,
  ]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes(linear.values), ...layers.map(bytes)]);
}

/** @throws {Error} when the file was made for other features or classes */
export function readWeights(buckets: number, file: URL = WEIGHTS_FILE): Weights {
  const bytes = readFileSync(file);
  const headEnd = bytes.indexOf(10);
  const head = JSON.parse(bytes.subarray(0, headEnd).toString('utf8')) as Head;
  const width = CLASSES.length;
  const lengthOf = ({ dimensions, hidden }: { dimensions: number; hidden: number }) =>
    placesOf(buckets) * dimensions + (dimensions * hidden + hidden + hidden * width + width) * Float32Array.BYTES_PER_ELEMENT;
  const isOfThisKind = head.version === 2 && head.buckets === buckets && head.classes.join() === CLASSES.join();
  const length = isOfThisKind
    ? headEnd + 1 + buckets * width + head.networks.reduce((sum, network) => sum + lengthOf(network), 0)
    : undefined;
  if (bytes.length !== length) throw new Error('The weights of the red-flag classifier do not fit this version. Train it again.');
  let at = headEnd + 1;
  const take = (count: number): Buffer => {
    at += count;
    return bytes.subarray(at - count, at);
  };
  const takeFloats = (count: number) => {
    const copy = Uint8Array.from(take(count * Float32Array.BYTES_PER_ELEMENT));
    return new Float32Array(copy.buffer);
  };
  return {
    thresholds: head.thresholds,
    linear: { values: new Int8Array(take(buckets * width)), scales: head.scales, biases: head.biases },
    networks: head.networks.map(({ dimensions, hidden, step }) => ({
      dimensions,
      hidden,
      step,
      places: new Int8Array(take(placesOf(buckets) * dimensions)),
      toHidden: takeFloats(dimensions * hidden),
      hiddenBiases: takeFloats(hidden),
      toClasses: takeFloats(hidden * width),
      classBiases: takeFloats(width),
    })),
  };
}
