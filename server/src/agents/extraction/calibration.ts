/** What people have said about an engine's suggestions for one field. */
export interface Judgement {
  /** As the engine and its checks had it. */
  confidence: number;
  isRight: boolean;
}

/** Below so many judged values a share says too little. */
export const LEAST_JUDGED = 30;
/** Where one band ends and the next begins. */
const BORDERS = [0.4, 0.55, 0.7, 0.85];
/** However many were right, the next may be wrong. */
const MAX_SHARE = 0.99;
/** Every band is taken to have seen so many values more, right as often as the field's on the whole. */
const PRIOR_WEIGHT = 2;

/**
 * The share of right values by confidence, band by band: smoothed towards the field's own share, and never falling as confidence rises.
 * Undefined where too few values have been judged.
 */
export function calibrationOf(judged: readonly Judgement[]): ((confidence: number) => number) | undefined {
  if (judged.length < LEAST_JUDGED) return undefined;
  const overall = (judged.filter(({ isRight }) => isRight).length + 1) / (judged.length + 2);
  const bands = Array.from({ length: BORDERS.length + 1 }, (_, band) => {
    const inBand = judged.filter(({ confidence }) => bandOf(confidence) === band);
    const right = inBand.filter(({ isRight }) => isRight).length;
    const weight = inBand.length + PRIOR_WEIGHT;
    return { share: (right + PRIOR_WEIGHT * overall) / weight, weight, width: 1 };
  });
  const shares = rising(bands);
  return (confidence) => Math.min(MAX_SHARE, Math.round((shares[bandOf(confidence)] ?? overall) * 1000) / 1000);
}

const bandOf = (confidence: number): number => BORDERS.filter((border) => confidence >= border).length;

interface Band {
  share: number;
  weight: number;
  /** How many bands were pooled into it. */
  width: number;
}

/** Neighbours of which the higher has the smaller share are pooled until none is left. */
function rising(bands: readonly Band[]): number[] {
  const pooled: Band[] = [];
  for (const band of bands) {
    pooled.push(band);
    for (
      let last = pooled.at(-1), before = pooled.at(-2);
      last && before && before.share > last.share;
      last = pooled.at(-1), before = pooled.at(-2)
    ) {
      const weight = before.weight + last.weight;
      pooled.splice(-2, 2, {
        share: (before.share * before.weight + last.share * last.weight) / weight,
        weight,
        width: before.width + last.width,
      });
    }
  }
  return pooled.flatMap(({ share, width }) => Array.from({ length: width }, () => share));
}
