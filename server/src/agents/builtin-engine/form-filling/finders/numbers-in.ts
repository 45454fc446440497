import { readWords, type Sentence, type Utterance } from '../text/utterance.ts';
import { type Quantity, readQuantities } from '../values/quantities.ts';

/** The quantities of one sentence, with their places in the message. */
export const quantitiesIn = (utterance: Utterance, sentence: Sentence): Quantity[] =>
  readQuantities(readWords(sentence.folded, sentence.start), (from, to) => utterance.folded.slice(from, to));
