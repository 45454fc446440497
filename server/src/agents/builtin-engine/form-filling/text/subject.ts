import { CALLED, PEOPLE } from './kin.ts';
import type { Clause, Sentence, Span } from './utterance.ts';

/** Of whom something is said. */
export type Subject = 'speaker' | 'addressee' | 'third' | 'relative' | 'unsaid';

const WITHOUT_MY =
  'senoras?|mujer|chiquit[oa]|pequen[oa]|gord[oa]|gordit[oa]|gente|people|jef[ea]|patron|soci[oa]|baby|twin|boss|partner|landlord|tenant';
const OF_SOMEBODY = 'my|your|his|her|our|their|mi|mis|su|sus|tu|tus|nuestr[oa]s?';
export const RELATIVE = new RegExp(
  `\\b(?:(?:${OF_SOMEBODY})\\s+(?:\\w+\\s+)?${PEOPLE}|(?:el|la|los|las|al|del|un|una|a|an|the|another|one|two|three|both|otr[oa]|dos)\\s+(?:\\w+\\s+)?(?!(?:${WITHOUT_MY})\\b)${PEOPLE})\\b|\\b(?:${CALLED})\\b`,
  'g',
);
/** “Mi hija dice que …” tells of somebody else than the daughter. */
const RELATIVE_TOLD_OF = new RegExp(`(?:${RELATIVE.source})(?!\\s+(?:dice|dijo|me dijo|cree|says|said|thinks|told|noticed)\\b)`, 'g');
export const FAMILY =
  /\b(?:famil(?:y|ies|ia|iares?)|relatives?|parents|siblings|runs? in|hereditary|both sides|blood relative|parientes?|mother'?s? side|father'?s? side)\b/;
const SPEAKER =
  /\b(?:i|i'm|i've|i'd|i'll|im|ive|me|myself|mine|yo|mi|me|conmigo|tengo|tuve|estoy|soy|tomo|fumo(?! tod[oa])|fumaba|peso|mido|siento|llevo|he(?!')|puedo|padezco|sufro|vivo|trabajo|traigo|ando|bebo|quiero|necesito|dejo|deje|tenia|estaba|uso)\b/g;
const THIRD =
  /\b(?:he|he's|she|she's|his|her|him|hers|they (?:have|had|has|are|were|both|all|also|died|take|smoke|drink)|they've (?:had|got)|someone|somebody|everybody|everyone|el (?:no|nunca|si|esta|tiene|es|toma|fuma|va|ha|ya|tambien|tampoco|pesa|mide|se|le)|ella|le|lo|ellos|ellas|tiene|esta|toma|fuma|pesa|mide)\b/g;

/** “You know” and the like speak of nobody. */
const ADDRESSEE = /(?<!thank )\byou(?:'re|'ve)?\b(?! (?:know|see|said|told|asked|mentioned|saw|gave|put|prescribed))/g;

export interface Mention extends Span {
  /** The word of kin that stands nearest before, where there is one. */
  relative?: string;
}

/**
 * Who a place in a clause speaks of: the last person named before it. “Mi mamá dice que tengo fiebre” speaks of the speaker,
 * “my sister has asthma” of a relative. `isSpanish` keeps “he” and “son” apart in the two languages.
 */
export function subjectAt(clause: Clause, place: number, isSpanish: boolean): Subject {
  const until = place - clause.start;
  const relative = lastOf(clause, until, RELATIVE_TOLD_OF);
  const speaker = lastOf(clause, until, SPEAKER, isSpanish ? undefined : /^(?:he|mi|yo)$/);
  const third = lastOf(clause, until, THIRD, isSpanish ? /^(?:he|le|lo|her|esta)$/ : /^(?:el .*|le|lo|esta|toma)$/);
  const addressee = isSpanish ? -1 : lastOf(clause, until, ADDRESSEE);
  const last = Math.max(relative, speaker, third, addressee);
  if (last === -1) return 'unsaid';
  // “My husband” begins with a word of the speaker's.
  if (relative !== -1 && relative + 4 >= last) return 'relative';
  if (last === addressee) return 'addressee';
  return last === speaker ? 'speaker' : 'third';
}

function lastOf({ folded }: Clause, until: number, pattern: RegExp, not?: RegExp): number {
  let last = -1;
  for (const { 0: word, index } of folded.matchAll(pattern)) if (index < until && !not?.test(word)) last = index;
  return last;
}

/** Who the sentence has been about before this clause begins: a subject holds until another is named. */
export function subjectBefore(sentence: Sentence, clause: Clause, isSpanish: boolean): Subject {
  const at = sentence.clauses.indexOf(clause);
  for (const earlier of sentence.clauses.slice(0, at).reverse()) {
    const subject = subjectAt(earlier, earlier.end, isSpanish);
    if (subject !== 'unsaid') return subject;
  }
  return 'unsaid';
}
