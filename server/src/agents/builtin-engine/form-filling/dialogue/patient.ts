import { CHILDREN, isChild, PERSON } from '../text/kin.ts';
import { FAMILY } from '../text/subject.ts';
import type { Utterance } from '../text/utterance.ts';

/** Somebody who comes for another: what is said in the third person is about the patient, what they say of themselves is not. */
export interface Carer {
  /** The words for the patient: “son”, “mama”. */
  kin: string | undefined;
}

/** Not the people who are only met: “my boss sent me”. */
const NOT_CARED_FOR =
  'boss|jef[ea]|patron|soci[oa]|landlord|landlady|tenant|inquilin[oa]|caser[oa]|people|gente|famil\\w+|relative|parent|sibling|coworker|co-worker|colleague|doctor';
const KIN = `((?!(?:${NOT_CARED_FOR})\\b)(?:${PERSON}))`;
const CHILD_KIN = `(${CHILDREN}|abuel[oa]|abuelit[oa]|twins?|melliz[oa]s?|gemel[oa]s?)`;
const BRINGING =
  '(?:for|about|por|para|es de|de parte de|on behalf of|bring(?:ing)?|brought|traje a|traigo a|traigo|llevo a|le pasa a|(?:vean|atiendan|revisen|ver|traer|atender|llevar|revisar|checar|checaran|vieran|atendieran|examinen|valoren) a|se trata de|(?<=(?:^|[.,;:!?¡]|\\b(?:hola|buenas|si|no|pues|que|bueno|porque))\\s*)es)';
const COMES_FOR = new RegExp(
  `(?<!as )\\b${BRINGING}\\s+(?:(?:my|our|mi|a mi|nuestr[oa])\\s+)(?:\\w+\\s+)?${KIN}\\b(?!'s (?:insurance|house))(?! (?:me|nos) (?:dij|dic|mand|recomend|cont))|\\b${BRINGING}\\s+(?:el|al|la|a la|los|las|the)\\s+${CHILD_KIN}\\b|\\b(?:this is|here with|this) my ${KIN}\\b`,
);
const LEADING_WORDS =
  '(?:(?:hi|hello|hola|buen[oa]s?(?: (?:dias|tardes|noches))?|hey|doctora?|senorita|senora|senor|joven|well|yes|yeah|sure|si|oiga|es que|que|fijese|fijate|pues|mire|mira|vera|please|por favor|ay|um|uh|so)[\\s,.!]+)*';
const STARTS_WITH = new RegExp(
  `^\\W*${LEADING_WORDS}(?:(?:a )?(?:my|mi|our|nuestr[oa]) (?:\\w+ (?:old )?)?${KIN}|(?:al|a la|el|la|the) ${CHILD_KIN})\\b(?! (?:says|said|told|thinks|made|dice|dijo|me dijo|told me|and i|y yo|sent|me mando|me trajo|recommended|works|drove|brought))`,
);
/** What is told of somebody who needs help now, rather than of a family. */
const AILS =
  /\b(?:le duelen?|se (?:cayo|siente|lastimo|golpeo|quemo|desmayo)|anda (?:con|mal)|lleva|necesita|esta (?:con|mal|enferm[oa])|needs|fell|hurt (?:his|her)|isn't feeling|is (?:sick|having|not feeling|in pain|running)|has been (?:having|vomiting|coughing|complaining))\b/;

/** Whoever begins with a child, and is asked nothing yet, comes for the child; with a mother it may be the family's history. */
const HISTORY =
  /\bfamil(?:y|ies|ia|iares?)\b|hereditary|\b(?:parents|siblings|padres)\b.*\b(?:histor\w+|health|illness\w*|disease\w*|enfermedad\w*)\b|antecedentes/;
const WRITES_FOR =
  /\bwriting for (?:her|him)\b|\bescribo por (?:el|ella|don|dona)\b|\b(?:el senor|la senora|el abuelo|la abuela|la persona) que cuido\b|\b(?:person|man|woman|lady|gentleman) i (?:care for|look after|take care of)\b/;
/** “My son is, I'm not.” */
const CONTRASTED = /\byo (?:no|a nada|si|tampoco)\b|\bi(?:'m not| do not| don't| am not)\b/;
/** “I'm the mother of my four year old boy.” */
const IS_PARENT = new RegExp(
  `\\b(?:i'm|i am|soy) (?:the|his|her|la|el|su) (?:mother|mom|mum|father|dad|mama|papa|madre|padre)\\b(?: (?:of|de) (?:my |mi )?(?:[\\w-]+ ){0,4}?${KIN}\\b)?`,
);

/** Whether the one who writes comes for somebody else, by their first words or by how they are spoken to. */
export function readCarer(utterances: readonly { role: string; utterance: Utterance }[]): Carer | undefined {
  const asked = utterances.filter((one) => one.role !== 'user').map((one) => one.utterance.folded);
  // “Any illnesses in your family?” – “My dad has diabetes.”
  const isHistory = asked.some((text) => HISTORY.test(text) && !/family (?:here|with)|\b(?:live|lives|living|home)\b/.test(text));
  const users = utterances.filter((one) => one.role === 'user').slice(0, 3);
  for (const { utterance } of users) {
    const kin = namedBy(COMES_FOR, utterance.folded);
    if (kin && (!isHistory || isChild(kin))) return { kin };
  }
  for (const { utterance } of users) {
    const parent = isHistory ? undefined : IS_PARENT.exec(utterance.folded);
    if (parent) return { kin: parent[1] ?? firstKin(asked) };
  }
  const [first] = users;
  const starting =
    first && !isHistory && !CONTRASTED.test(first.utterance.folded) ? namedBy(STARTS_WITH, first.utterance.folded) : undefined;
  const kinAsked = firstKin(asked);
  const third = count(asked, /\b(?:he|she|his|her|him|he's|she's)\b/g);
  const second = count(asked, /\b(?:you|your|you're|usted|tu)\b/g);
  if (third >= 2 && third > second && !isHistory) return { kin: starting ?? kinAsked ?? firstNamed(users) };
  const kinAtOnce = firstKin(asked.slice(0, 2));
  if (
    kinAtOnce &&
    !isHistory &&
    firstNamed(users.slice(0, 1)) === kinAtOnce &&
    !users.some(({ utterance }) => FAMILY.test(utterance.folded))
  )
    return { kin: kinAtOnce };
  if (starting && AILS.test(first?.utterance.folded ?? '')) return { kin: starting };
  const isSpokenOf =
    third > 0 ||
    kinAsked !== undefined ||
    asked.some((text) => /\b(?:el|la) (?:paciente|nin[oa])\b|(?:^|[\s¿,])(?:el|ella)\b\W*$|se llama el\b|\bella\b/.test(text));
  if (starting && (isSpokenOf || (second === 0 && isChild(starting)))) return { kin: starting };
  if (third > 0 && !isHistory && speaksOfAnother(utterances)) return { kin: starting ?? firstNamed(users) };
  if (users.some(({ utterance }) => WRITES_FOR.test(utterance.folded))) return { kin: starting };
  return kinAsked && !isHistory && third > 0 && third >= second ? { kin: kinAsked } : undefined;
}

/** Nearly everything that the visitor says is about “him” or “her”. */
function speaksOfAnother(utterances: readonly { role: string; utterance: Utterance }[]): boolean {
  const said = utterances.filter((one) => one.role === 'user').map((one) => one.utterance.folded);
  const third = count(said, /\b(?:he|she|he's|she's|his|her)\b/g);
  const first = count(said, /\b(?:i|i'm|i've|my|me)\b/g);
  return third >= 2 && third > first * 1.5 && !said.some((text) => FAMILY.test(text));
}

const namedBy = (pattern: RegExp, folded: string): string | undefined => pattern.exec(folded)?.slice(1).find(Boolean);

function firstNamed(users: readonly { utterance: Utterance }[]): string | undefined {
  const pattern = new RegExp(`\\b(?:my|our|mi) (?:\\w+ )?${KIN}\\b`);
  return users.map(({ utterance }) => pattern.exec(utterance.folded)?.[1]).find(Boolean);
}

function firstKin(asked: readonly string[]): string | undefined {
  const pattern = new RegExp(`\\b(?:your|su|tu) (?:\\w+ )?${KIN}\\b`);
  for (const text of asked.slice(0, 4)) {
    const kin = pattern.exec(text)?.[1];
    if (kin && !/family|history/.test(text)) return kin;
  }
  return undefined;
}

const count = (texts: readonly string[], pattern: RegExp): number =>
  texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
