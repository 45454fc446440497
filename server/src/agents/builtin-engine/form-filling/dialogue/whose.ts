import { RELATIVE, type Subject, subjectAt, subjectBefore } from '../text/subject.ts';
import type { Clause, Sentence, Utterance } from '../text/utterance.ts';
import { isSpanishText } from './language.ts';
import type { Scene } from './scene.ts';

/** Whether what stands at this place of a message is about the one that the form is about. */
export function isAboutPatient(utterance: Utterance, sentence: Sentence, clause: Clause, place: number, scene: Scene): boolean {
  const isSpanish = isSpanishText(clause.folded, isSpanishText(sentence.folded, scene.language) ? 'es' : 'en');
  const here = subjectAt(clause, place, isSpanish);
  const subject: Subject = here === 'unsaid' ? subjectBefore(sentence, clause, isSpanish) : here;
  if (!scene.carer) return subject === 'speaker' || subject === 'unsaid' ? !goesOnAboutRelative(utterance, sentence, here) : false;
  if (subject === 'relative') return namesPatient(sentence.folded.slice(0, Math.max(0, place - sentence.start)), scene.carer.kin);
  return subject !== 'speaker';
}

/** “My mother had it. Died at fifty.” speaks of the mother still. */
function goesOnAboutRelative(utterance: Utterance, sentence: Sentence, here: Subject): boolean {
  if (here === 'speaker') return false;
  const before = utterance.sentences[utterance.sentences.indexOf(sentence) - 1];
  return before !== undefined && startsWithRelative(before) && !/\b(?:i|i'm|my|me|yo|tengo|estoy)\b/.test(sentence.folded);
}

const startsWithRelative = ({ folded }: Sentence): boolean => {
  const relative = new RegExp(RELATIVE.source).exec(folded);
  return relative !== null && relative.index < 12;
};

function namesPatient(before: string, kin: string | undefined): boolean {
  const last = [...before.matchAll(RELATIVE)].at(-1)?.[0];
  return last !== undefined && kin !== undefined && last.endsWith(kin);
}
