import { PEOPLE } from '../text/kin.ts';
import { RELATIVE, type Subject, subjectAt, subjectBefore } from '../text/subject.ts';
import type { Clause, Sentence } from '../text/utterance.ts';
import { isSpanishText } from './language.ts';
import type { Exchange, Scene } from './scene.ts';

/** Whether what stands at this place of a reply is about the one that the form is about. */
export function isAboutPatient(exchange: Exchange, sentence: Sentence, clause: Clause, place: number, scene: Scene): boolean {
  if (/\b(?:famil(?:y|ies|ia)|runs in)\b(?! (?:doctor|physician|medicine|practice|dr))/.test(clause.folded)) return false;
  if (
    !scene.carer &&
    /\bwe (?:all )?have\b(?! (?:been|to|a (?:dog|cat|son|daughter|boy|girl)|insurance|(?:two|three|four|five|six|one|\d)\b))/.test(
      sentence.folded,
    ) &&
    !/\b(?:i|i'm|i've|my)\b/.test(sentence.folded)
  )
    return false;
  if (HAD_BY_ANOTHER.test(clause.folded.slice(Math.max(0, place - clause.start))))
    return isAfterPatient(clause.folded.slice(Math.max(0, place - clause.start)), scene);
  const subject = subjectOf(exchange, sentence, clause, place, scene);
  if (!scene.carer) {
    if (subject === 'speaker') return true;
    return subject === 'unsaid' && !exchange.isOfRelative && !goesOnAboutRelative(exchange, sentence);
  }
  if (subject === 'relative') return namesPatient(sentence.folded.slice(0, Math.max(0, place - sentence.start)), scene.carer.kin);
  if (subject === 'third' && namesAnother(clause.folded.slice(0, Math.max(0, place - clause.start)), scene.carer.kin)) return false;
  return subject !== 'speaker' && subject !== 'addressee' && !exchange.isOfRelative;
}

/** “High blood pressure my dad tiene”, “la diabética es mi hermana”: who it is stands behind. */
const HAD_BY_ANOTHER = new RegExp(
  `^\\s*(?:[\\w'-]+\\s+){0,5}?(?:(?:la |lo |las |los )?(?:es|era|son|is|was|tiene|tenia|padece|sufre|toma|fuma)\\s+(?:de |solo |only )?(?:my|mi|mis)\\s+(?:\\w+\\s+)?${PEOPLE}\\b|(?:my|mi|mis)\\s+(?:\\w+\\s+)?${PEOPLE}\\s+(?:la |lo )?(?:tiene|tenia|tuvo|has|had|padece|sufre|does|si\\b|toma|fuma))`,
);

const isAfterPatient = (after: string, { carer }: Scene): boolean => carer?.kin !== undefined && namesPatient(after, carer.kin);

function subjectOf(_exchange: Exchange, sentence: Sentence, clause: Clause, place: number, scene: Scene): Subject {
  const isSpanish = isSpanishText(clause.folded, isSpanishText(sentence.folded, scene.language) ? 'es' : 'en');
  const here = subjectAt(clause, place, isSpanish);
  return here === 'unsaid' ? subjectBefore(sentence, clause, isSpanish) : here;
}

/** “My mother had it. Died at fifty.” speaks of the mother still. */
function goesOnAboutRelative({ reply }: Exchange, sentence: Sentence): boolean {
  const before = reply.sentences[reply.sentences.indexOf(sentence) - 1];
  return before !== undefined && startsWithRelative(before) && !/\b(?:i|i'm|my|me|yo|tengo|estoy)\b/.test(sentence.folded);
}

const startsWithRelative = ({ folded }: Sentence): boolean => {
  const [relative] = folded.matchAll(RELATIVE);
  return relative !== undefined && relative.index < 12;
};

/** “The twin weighs thirteen”, said by somebody who comes for the other one. */
function namesAnother(before: string, kin: string | undefined): boolean {
  const last = [...before.matchAll(RELATIVE)].at(-1);
  return (
    last !== undefined && last.index <= 2 && kin !== undefined && !last[0].endsWith(kin) && !/\b(?:says|said|dice|dijo)\b/.test(before)
  );
}

function namesPatient(before: string, kin: string | undefined): boolean {
  const last = [...before.matchAll(RELATIVE)].at(-1)?.[0];
  return last !== undefined && kin !== undefined && last.endsWith(kin);
}
