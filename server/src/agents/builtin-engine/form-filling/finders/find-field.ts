import type { Finder } from '../dialogue/scene.ts';
import type { FieldKind } from '../fields/field-meaning.ts';
import { findChoice } from './choices.ts';
import { findDate, findTime } from './dates.ts';
import { findInFamily } from './family.ts';
import { findNumber } from './numbers.ts';
import { findText } from './texts.ts';
import { findTruth } from './truths.ts';

/** What one message of the visitor says about one field. */
export const findField: Finder = (meaning, exchange, scene) => {
  if (meaning.isAboutFamily) return findInFamily(meaning, exchange, scene);
  return FINDERS[meaning.kind](meaning, exchange, scene);
};

const FINDERS: Record<FieldKind, Finder> = {
  truth: findTruth,
  choice: findChoice,
  number: findNumber,
  date: findDate,
  time: findTime,
  text: findText,
};
