import type { Finder } from '../dialogue/scene.ts';
import { answeredTruth } from './answered-truths.ts';
import { statedTruths } from './stated-truths.ts';

/** Things that are so or not: what is said by itself counts more than a plain answer beside it. */
export const findTruth: Finder = (meaning, exchange, scene) => {
  const said = statedTruths(meaning, exchange, scene);
  if (said.length > 0) return said;
  const answered = answeredTruth(meaning, exchange);
  return answered ? [answered] : [];
};
