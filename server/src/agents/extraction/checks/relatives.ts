import type { FormField } from '../../forms/form-field.ts';
import { fold, type Word, wordsOf, wordsOfName } from './words.ts';

/** Who is somebody else whenever they are named. */
const KIN = `mother mom mum mommy mummy father dad daddy brother sister sibling son daughter husband wife spouse aunt uncle cousin grandmother
  grandma granny grandfather grandpa grandson granddaughter grandparent nephew niece stepmother stepfather parent
  madre mama padre papa hermano hermana hijo hija esposo esposa marido tia tio primo prima abuelo abuela nieto nieta sobrino sobrina suegro
  suegra cunado cunada`;
/** Who is somebody else only as “my …”. */
const OTHERS = `child children kid boy girl partner boyfriend girlfriend fiance family friend neighbor neighbour roommate coworker colleague boss
  familia familiar pareja novio novia mujer viejo vieja amigo amiga vecino vecina nino nina companero companera jefe padres`;

const KIN_WORDS = new Set(KIN.split(/\s+/));
const OTHER_WORDS = new Set(OTHERS.split(/\s+/));
const POSSESSIVES = new Set('my our your his her their mi mis su sus tu tus nuestro nuestra nuestros nuestras vuestro vuestra'.split(' '));
const ARTICLES = new Set('the a an one two three el la un una los las dos tres'.split(' '));
/** Between “my” and the person. */
const MAX_BETWEEN = 2;

/** `sons` and `son’s` are “son”. */
const singular = (word: string): string => {
  const bare = word.replace(/'s$/, '');
  return KIN_WORDS.has(bare) || OTHER_WORDS.has(bare) ? bare : bare.replace(/s$/, '');
};

export interface NamedRelative {
  /** The first of its words, the possessive included. */
  first: number;
  /** The word itself, in the singular. */
  who: string;
}

/** The first relative or friend whom these words name. */
export function findRelative(words: readonly Word[], isAllowed: (who: string) => boolean = () => false): NamedRelative | undefined {
  for (const [index, { text }] of words.entries()) {
    const who = singular(text);
    const isKin = KIN_WORDS.has(who);
    if ((!isKin && !OTHER_WORDS.has(who)) || isAllowed(who)) continue;
    const before = words.slice(Math.max(0, index - 1 - MAX_BETWEEN), index);
    const owner = before.findLastIndex((word) => POSSESSIVES.has(word.text));
    if (owner >= 0) return { first: index - before.length + owner, who };
    if (isKin && (index === 0 || ARTICLES.has(words[index - 1]?.text ?? ''))) return { first: Math.max(0, index - 1), who };
  }
  return undefined;
}

const ABOUT_OTHERS =
  /\b(family|familiar\w*|relatives?|mother|father|parents?|guardian|spouse|husband|wife|partner|children|child|kids?|siblings?|emergency|lives? with|living with|vive con|contact person|next of kin|companion|caregiver|carer|household|madre|padres?|tutor\w*|conyuge|espos[oa]|parej[ao]|hij[oa]s?|hered\w*|emergencia|acompanante|cuidador\w*|parentesco)\b/;

/** A field that asks about somebody else than the patient or customer. */
export const isAboutOthers = ({ name, title = '', description = '' }: FormField): boolean =>
  ABOUT_OTHERS.test(fold(`${wordsOfName(name).join(' ')} ${title} ${description}`));

const ON_BEHALF =
  /(?<!\bcare |\bcaring |\bcook |\bwork )(?:\bfor|\bon behalf of|\b(?:writ|call|ask|contact)\w* (?:[\w']+ ){0,3}about|\bpara|\bpor|\bde parte de|\bit's|\bthis is|\bes) (?:my|our|mi|nuestr[oa]) ([\w']+(?: [\w']+)?)/g;
const FOR_THEM = /\b(?:for (?:her|him)|por (?:ella|el))\b/;
const CHILDREN = new Set('son daughter child children kid boy girl hijo hija nino nina grandson granddaughter nieto nieta'.split(' '));
const WANTS_CARE = /\b(?:appointment|needs?|booking|see (?:a|the) doctor|fell|cita|hora|turno|necesita|se cayo)\b/;
const FIRST_PERSON = /\b(?:i (?:have|am|feel|need|had|got)|i'm|i've|tengo|soy|estoy|me duele|me siento|necesito)\b/;

/** Relatives for whom the visitor speaks: what is said about them is said about the patient. */
export function spokenFor(visitorMessages: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [index, message] of visitorMessages.entries()) {
    const text = wordsOf(message)
      .map((word) => word.text)
      .join(' ');
    const named = [...text.matchAll(ON_BEHALF)].flatMap(([, who = '']) => who.split(' ').map(singular));
    for (const who of named) if (KIN_WORDS.has(who) || OTHER_WORDS.has(who)) found.add(who);
    const they = FOR_THEM.test(text) ? findRelative(wordsOf(message)) : undefined;
    if (they) found.add(they.who);
    // “My son has a fever”, to begin with, and nothing about themselves: they come for the son. Of adults it takes a word more.
    const opening = index === 0 ? findRelative(wordsOf(message)) : undefined;
    const isComing = opening && opening.first <= 3 && !FIRST_PERSON.test(text);
    if (isComing && (CHILDREN.has(opening.who) || WANTS_CARE.test(text))) found.add(opening.who);
    // “Who is it for?” – “My daughter.”
    const words = wordsOf(message);
    const alone = words.length <= 3 ? findRelative(words) : undefined;
    if (alone) found.add(alone.who);
  }
  return found;
}
