import type { Clause, Sentence, Span } from './utterance.ts';

/** Whether what is mentioned is said to be so, said not to be so, or neither. */
export type Polarity = 'affirmed' | 'denied' | 'open';

const WORDS_A_NEGATION_REACHES = 7;
const NEGATION =
  /\b(?:no|not|never|without|den(?:y|ies|ied)|none|neither|nor|cannot|\w+n't|dont|doesnt|didnt|havent|hasnt|isnt|wasnt|nothing|nunca|jamas|sin|ni|ningun[oa]?|tampoco|nada de|niega|negative for|free of|rules? out|ruled out|descart\w+)\b/g;
const NO_NEGATION =
  /\b(?:no doubt|not only|no se preocupe|no solo|not just|no wonder|without (?:trying|doubt)|nothing but|not (?:been )?(?:well )?controlled|not as)\b/g;
const ENDS_NEGATION =
  /\b(?:but|pero|except|only|solo|sino|however|although|aunque|besides|apart from|other than|aparte de|until|hasta|since|because|whenever|desde que|porque|after i|when i|cuando (?:me|tuve|tenia))\b/;
const DENIED_AFTER =
  /^\s*,?\s*(?:no|not|nope|never|nunca|tampoco|nada(?! (?:mas|menos))|negativo|negative|normal|(?:era|fue|la tuve|lo tuve|la tenia|was|were) (?:solo |only |just )?(?:mientras|cuando|durante|en el embarazo|de (?:nin|chic|joven|pequen)\w+|while|when|during|back then|as a (?:kid|child))|(?:couldn't|could not|can't|cannot) be|is (?:normal|fine|ok|okay|good)|esta bien|(?:la |lo |el |las )?(?:tengo|tiene|esta|anda|sale|ando|estan) (?:muy |siempre |todo )?(?:bien|normal(?:es)?|perfect\w*)|has (?:gone|resolved)|no (?:tengo|tiene|hay)|(?:me )?(?:la|lo|las|los) (?:tolero|tolera|aguanto|aguanta|soporto|soporta)|(?:la |lo |las |los )?(?:si )?(?:la |lo |las |los )?puedo (?:tomar|comer|usar)|me (?:va|van|cae|caen|sienta|sientan|hace|hacen) (?:bien|barbaro|perfecto|genial|de maravilla)|(?:la|lo|las|los) (?:tomo|he tomado|uso)[^.,;]{0,12}(?:sin problema|bien|normal|tranquil)\w*|sin (?:ningun )?problemas?|i can (?:take|have|eat)|i tolerate|doesn't bother|no me (?:da|hace|cae|sienta|pasa) (?:nada|mal|problemas?)|(?:is |are )?no problem)\b(?!\s+(?:se|only|solo|me acuerdo|muy|tan|mucho))/;
/** “Of the thyroid I was examined and all was well.” */
const FOUND_WELL =
  /^[^.;!?]{0,40}\b(?:sali[oe]\w*|resulto|dio|esta|estan|anda|came (?:back|out)|was|turned out) (?:todo |todos |muy |all )?(?:bien|normal(?:es)?|en orden|perfect\w*|negativ[oea]s?|clear|fine|clean)\b|^[^.;!?]{0,50}\b(?:but|pero)\s+(?:\w+ )?(?:it's|it is|is|es|esta|ahora|ya|la tengo|lo tengo|now)\s+(?:\w+ )?(?:normal|fine|bien|perfect\w*|ok|okay)\b/;
const CONFIRMED_AFTER = /^\s*,?\s*(?:yes|yeah|yep|si|tambien|also|as well|too)\b/;
const UNSURE =
  /\b(?:maybe|perhaps|might|not sure|i(?:'m| am) afraid of|worried (?:about|that)|quizas?|tal vez|a lo mejor|no se si|creo que no se|could be|potentially|linked to|suspicious for|possibl[ey]|posible|if i|if he|if she|in case|por si|si me|si le|would|afraid|miedo|wanted (?:me|him|her) to|supposed to|was going to|offered|recommended|suggested|asked me to|don't know if|i think i have|i think he has|i think she has|creo que tengo)\b/;

/** Looks at the clause around what is mentioned; in a list a negation reaches on (“no fever, nausea or chills”). */
export function polarityOf(sentence: Sentence, clause: Clause, mention: Span, folded: string): Polarity {
  const after = folded.slice(mention.end, Math.min(sentence.end, mention.end + 30));
  if (CONFIRMED_AFTER.test(after)) return 'affirmed';
  if (DENIED_AFTER.test(after)) return 'denied';
  if (FOUND_WELL.test(folded.slice(mention.end, Math.min(sentence.end, mention.end + 70)))) return 'denied';
  const before = folded.slice(startOfList(sentence, clause, folded), mention.start);
  if (/\b(?:hope|hoping|pray|wish|espero|ojala)\b/.test(folded.slice(clause.start, mention.start))) return 'open';
  // “I don't need anything for the cough” does not say that there is none.
  if (reaches(before))
    return /\b(?:for|with|from|about|because of|by|para|con|por) (?:the|my|this|that|his|her|el|la|mi)\s+$/.test(before)
      ? 'open'
      : 'denied';
  return UNSURE.test(folded.slice(clause.start, clause.end)) ? 'open' : 'affirmed';
}

/** Whether a negation stands before it in its clause, or “there is none” right behind. */
export function isDeniedBefore(clause: Clause, mention: Span, folded: string): boolean {
  if (/^\s*,?\s*(?:no hay|not|isn't|no (?:es|tengo))\b/.test(folded.slice(mention.end, mention.end + 14))) return true;
  return reaches(folded.slice(clause.start, mention.start));
}

/** “No, I have a migraine”: the answer is over before the sentence begins. */
const ANSWER_BEFORE_SENTENCE =
  /^\W*(?:no|nope|nah)(?:\W+(?=(?:i|i'm|i've|he|he's|she|she's|we|it|it's|just|only|my|there|the|that)\b)|,\s+(?=(?:yo (?!no|nunca|tampoco)|tengo|tiene|es|solo|son)\b))/;

function reaches(before: string): boolean {
  const text = before.replace(ANSWER_BEFORE_SENTENCE, '').replace(NO_NEGATION, (found) => ' '.repeat(found.length));
  const last = [...text.matchAll(NEGATION)].at(-1);
  if (!last) return false;
  const between = text.slice(last.index + last[0].length);
  return !ENDS_NEGATION.test(between) && between.trim().split(/\s+/).length <= WORDS_A_NEGATION_REACHES;
}

/** The clauses before belong to the same list as long as they are short and have no verb of their own. */
function startOfList(sentence: Sentence, clause: Clause, folded: string): number {
  let at = sentence.clauses.indexOf(clause);
  const startsAList = (text: string) =>
    !/\b(?:i|i'm|my|he|she|it|we|they|yo|mi|es|is|have|has|tengo|tiene|tomo|soy|eres|estoy|sufro|padezco|uso|me|le|tuve)\b/.test(text);
  while (at > 0) {
    const here = sentence.clauses[at];
    const previous = sentence.clauses[at - 1];
    if (!here || !previous || !startsAList(folded.slice(here.start, here.end)) || here.words.length > 4) break;
    // “No, just a headache”: a bare answer denies nothing that follows it.
    if (/^\W*(?:ah |ay |oh )?(?:no|nope|nah|yes|si|yeah|never|nunca|ninguna?|espere\w*|wait)\s*$/.test(previous.folded)) break;
    if (ENDS_NEGATION.test(here.folded)) break;
    at -= 1;
  }
  return sentence.clauses[at]?.start ?? clause.start;
}
