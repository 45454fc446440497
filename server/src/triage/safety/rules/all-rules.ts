import type { Rule } from '../rule.ts';
import { birthAndInfantRules } from './birth-and-infants.ts';
import { brainRules } from './brain.ts';
import { heartAndBreathingRules } from './heart-and-breathing.ts';
import { illnessRules } from './illness.ts';
import { injuryRules } from './injury.ts';
import { mindRules } from './mind.ts';
import { urgentRules } from './urgent.ts';

/** The rules that everybody has. */
export const ALL_RULES: readonly Rule[] = [
  ...heartAndBreathingRules,
  ...brainRules,
  ...injuryRules,
  ...mindRules,
  ...birthAndInfantRules,
  ...illnessRules,
  ...urgentRules,
];
