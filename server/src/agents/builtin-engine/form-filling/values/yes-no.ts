import type { Span } from '../text/utterance.ts';

export interface YesNo extends Span {
  value: boolean;
}

const LEAD =
  /^[\s,.!¡¿"'-]*(?:(?:well|oh|um+|uh(?!\s*huh)|er|ah|hmm*|ay|uy|pues|bueno|mire|mira|eh|este|ok(?:ay)?|so|and|y|hi|hello|hola|thank you|thanks|gracias|doctora?|doc|sir|ma'am|actually|la verdad|mm+(?!-?hmm?)|hm+|like|honestly)\b[\s,.!]*)*/;
const YES =
  /^(?:yes|yeah|yea|yep|yup|ya|yessir|sure|correct|right|exactly|absolutely|definitely|certainly|of course|indeed|(?:i do|i have|i am|i did|he does|she does|he has|she has|he is|she is|he did|she did|we do|it is|it does)(?=\W*$|\s*[,.!;]|\s+(?:and|but|actually|sir|ma'am|doctor|indeed))|(?:it was|it is|i was|she was|he was|they were|we are|i will|it has|it did)(?=\W*$|\s*[,.!;]|\s+(?:and|but))|that'?s (?:correct|right|true)|that is (?:correct|right|true)|(?:just )?(?:like crazy|a lot|terribly|very much|quite a bit|constantly|all the time|mucho|muchisimo|bastante|todo el tiempo|a little(?: bit)?|a bit|somewhat|slightly|un poco|un poquito|poquito|algo)(?=\s*(?:[,.;!]|$))|uh[- ]?huh|m+-?hmm?|affirmative|unfortunately,? yes|afraid so|sometimes|occasionally|on occasion|every now and then|once in a while|now and then|a veces|de vez en cuando|de acuerdo|si|sip|claro(?: que si)?|correcto|asi es|exacto|exactamente|sep|sipi|simon|aja|ajam|por supuesto|efectivamente|desde luego|eso es|cierto|obvio)\b/;
const NO =
  /^(?:no|nope|nop|nel|nah|na|never|not (?:really|at all|that i(?:'m| am)? (?:know|can|aware|remember|recall)|at the moment|anymore|currently|right now|so far|yet|any ?more)|none|neither|nothing|negative|i don'?t|i do not|i haven'?t(?=\s*(?:[,.;!]|$|had|noticed|been|felt|experienced|seen|really))|i'm not|i am not|i didn'?t|i never|he doesn'?t|she doesn'?t|he hasn'?t|she hasn'?t|she isn'?t|he isn'?t|we don'?t|that'?s not|absolutely not|definitely not|(?:i|he|she) (?:has|have)(?: not|n'?t) (?:complained|noticed|experienced|had)|nunca|jamas|para nada|(?:a |de |con )?ningun[oa]?|nada|tampoco|negativo|q va|que va|ni hablar|ni (?:una|uno) (?:sol[oa])?|que (?:yo )?(?:sepa|sepamos|recuerde|me acuerde) (?:no|ning\w+|nada)|(?:creo|pienso|diria|me parece) q(?:ue)? no(?=\s*(?:[,.;!]|$))|quita|imposible(?=\s*(?:[,.;!]|$))|impossible(?=\s*(?:[,.;!]|$))|ni (?:de broma|loc[oa]|en suenos)|no way|not that i(?:'ve| have) (?:noticed|seen)|de momento no|por ahora no|en absoluto|(?:de|en) ningun[oa]? (?:modo|manera)|i don'?t think so|i don'?t believe so|claro que no|todavia no|aun no|ya no|ahora no)\b/;
const NOT_YET_NO =
  /^(?:no,? (?:you'?re|you are) (?:right|correct)|no (?:problem|worries|idea|se preocupe|hay problema|se\b(?! preocupe)|recuerdo|me acuerdo|sabria|estoy segur)|not sure|nothing (?:much|new)|right (?:here|now|side|shoulder|knee|arm|leg|hand|hip|ankle|foot|ear|eye|wrist)|sure,? (?:i|doctor|it|what|go|thing|let|my|well|so|no|he|she|the)|ya que|right away|never ?mind|i (?:don'?t|do not) (?:think(?! so)|know|remember|recall|mind|care|understand|want|see)|si (?:me|se|puede|es|no|tengo|hay|quiere)\b|ya (?:no|se|lo|me)\b)/;
const AFFIRMED_INSTEAD = /^(?:no|nope)[\s,.]+(?:i do|i have|i am|yo si|si)\b/;

/** “Here, yes”, “a mí no”. */
const ABOUT_WHICH =
  /^(?:aqui|aca|ahi|alli|con (?:ustedes|vosotros|nosotros)|a mi|yo|para mi|por mi|here|with you|me)[\s,]+(?=(?:si|no|yes)\b(?!\s+(?:me|se|lo|la|puedo|tengo|soy|estoy|quiero|he|tomo|fumo|se))\s*(?:[,.;!]|$|la|es))/;

/** The plain answer that a reply begins with; undefined where it begins with anything else. */
export function readYesNo(folded: string): YesNo | undefined {
  const filler = LEAD.exec(folded)?.[0].length ?? 0;
  const lead = filler + (ABOUT_WHICH.exec(folded.slice(filler))?.[0].length ?? 0);
  const rest = folded.slice(lead);
  const agrees = /^(?:no|nope)[\s,]+(?:you'?re|you are|that'?s|that is|it'?s) (?:right|correct|true)\b/.exec(rest);
  if (agrees) return { value: true, start: lead, end: lead + agrees[0].length };
  if (NOT_YET_NO.test(rest)) return undefined;
  const backwards = /^(?:yeah|yes|ya|si)[\s,]+no\b/.exec(rest);
  if (backwards) return { value: false, start: lead, end: lead + backwards[0].length };
  const no = NO.exec(rest);
  if (no && !AFFIRMED_INSTEAD.test(rest)) return { value: false, start: lead, end: lead + no[0].length };
  const yes = YES.exec(rest);
  return yes ? { value: true, start: lead, end: lead + yes[0].length } : undefined;
}

const AGREES =
  /^\W*(?:perfecto|vale|dale|listo|genial|(?:me|nos) (?:va|viene|queda|parece) (?:muy )?bien|esta bien|ok|okay|de acuerdo|that (?:works|sounds good|is (?:fine|good))|that's (?:fine|good|great)|sounds (?:good|great)|works for me|perfect|great|fine)\b/;

/** To a proposal “perfect” says yes as well. */
export function readAgreement(folded: string): YesNo | undefined {
  const answer = readYesNo(folded);
  if (answer) return answer;
  const match = AGREES.exec(folded);
  return match ? { value: true, start: match.index, end: match.index + match[0].length } : undefined;
}

const TAIL_NO =
  /(?:\b(?:pero|but)\s+|\b(?:todavia|aun|ahora|ya|hoy dia|hoy en dia|actualmente|hoy por hoy|nowadays|currently|these days|right now|anymore)\s+)(?:todavia |aun |ahora |de momento |creo que )?(?:no|not)\b(?:\s+(?:tengo|tiene|lo tengo|estoy|now|yet|anymore))?(?=\s*(?:[,.;!]|$))/;

/** “My son has; I have nothing.” */
const NOTHING_OF_MINE = /\b(?:yo|i) (?:a |no tengo |have )?(?:nada|ningun[oa]?|nothing|none)(?=\s*(?:[,.;!]|$))/;

/** A reply that comes to a plain no only after other words: “we are trying, but not yet”. */
export function readLateNo(folded: string): YesNo | undefined {
  const match = TAIL_NO.exec(folded) ?? NOTHING_OF_MINE.exec(folded);
  return match ? { value: false, start: match.index, end: match.index + match[0].length } : undefined;
}

/** “I don't know” and the like: nothing is said. */
export const isDontKnow = (folded: string): boolean =>
  /\b(?:i (?:don'?t|do not) (?:know|remember|recall)|no idea|not sure|no (?:lo )?se\b(?! (?:esta|estan|ve|ven|puede|oye|nota|me|le|te|nos|ha|han|va|rieg\w*|reg\w*|preocupe|sale|cae|siente|quita|pasa))|ni idea|no (?:me acuerdo|recuerdo|sabria)|no estoy segur[oa])/.test(
    folded,
  );
