const anyOf = (...phrases: string[]) => `(?:${phrases.join('|')})`;
const optional = (...phrases: string[]) => `(?:${anyOf(...phrases)} )?`;

/** How people name whom they want, without accents. Doctors and nurses only after a verb of talking: “I need a doctor” is no hand-over. */
const WHO_EN = anyOf(
  'person',
  'human',
  'human being',
  'operator',
  'receptionist',
  'representative',
  'live agent',
  'real agent',
  'human agent',
);
const WHO_TO_TALK_TO_EN = anyOf(WHO_EN, 'someone', 'somebody', 'agent', 'rep', 'staff', 'team', 'manager', 'doctor', 'nurse');
const ARTICLE_EN = optional('an?', 'the', 'some', 'your', 'any');
const REAL_EN = optional('real', 'live', 'actual', 'human');
const TALK_EN = anyOf(
  'talk',
  'speak',
  'chat',
  'connect me',
  'transfer me',
  'put me through',
  'put me in touch',
  'be connected',
  'be transferred',
);
const WANT_EN = anyOf('want', 'need', 'prefer', 'get me', 'give me', 'find me', 'would like');

const WHO_ES = anyOf('persona', 'persona real', 'persona humana', 'humano', 'ser humano', 'operadora?', 'recepcionista', 'agente humano');
const WHO_TO_TALK_TO_ES = anyOf(
  WHO_ES,
  'alguien',
  'agente',
  'asesora?',
  'representante',
  'encargad[oa]',
  'medic[oa]',
  'doctora?',
  'enfermer[oa]',
);
const ARTICLE_ES = optional('una?', 'el', 'la', 'algun', 'alguna', 'su', 'tu');
const TALK_ES = anyOf(
  'hablar',
  'chatear',
  'contactar',
  'comunic\\w+',
  'comuni(?:que|ca)\\w*',
  'pas(?:e|eme|ame|ar|arme|en|enme)',
  'conect\\w+',
  'transf[ei]\\w+',
  'atiend\\w+',
);
const WANT_ES = anyOf('quiero', 'quisiera', 'necesito', 'prefiero', 'deme', 'dame');

const REQUESTS = [
  `\\b${TALK_EN} (?:\\w+ )?${anyOf('to', 'with')} ${ARTICLE_EN}${REAL_EN}${WHO_TO_TALK_TO_EN}\\b`,
  `\\b${WANT_EN} ${ARTICLE_EN}${REAL_EN}${WHO_EN}\\b`,
  `^${ARTICLE_EN}${REAL_EN}${WHO_EN}(?: please| now)*$`,
  `\\b${TALK_ES} (?:por favor )?${optional('con', 'a')}${ARTICLE_ES}${WHO_TO_TALK_TO_ES}\\b`,
  `\\b${WANT_ES} ${optional('a')}${ARTICLE_ES}${WHO_ES}\\b`,
  `^${ARTICLE_ES}${WHO_ES}(?: por favor| ya)*$`,
].map((source) => new RegExp(source));

/** A negation with at most three words between it and what is not wanted. */
const REFUSALS = [
  `\\b${anyOf('do not', 'don t', 'dont', 'not', 'never', 'without', 'no need to')} (?:\\w+ ){0,3}?${anyOf(TALK_EN, WANT_EN)}`,
  `\\b${anyOf('no', 'sin', 'nunca', 'tampoco')} (?:\\w+ ){0,3}?${anyOf(TALK_ES, WANT_ES)}`,
].map((source) => new RegExp(source));

/** Nobody asks for a person after more text than this. */
const MAX_LENGTH = 2_000;

/**
 * Whether a text asks for a person, in English or Spanish. Deliberately small: a request that is missed costs a second
 * message, one that is imagined costs the team a conversation that nobody asked to hand over.
 */
export function asksForPerson(text: string): boolean {
  return clauses(text).some((clause) => matchesAny(REQUESTS, clause) && !matchesAny(REFUSALS, clause));
}

const matchesAny = (patterns: readonly RegExp[], clause: string) => patterns.some((pattern) => pattern.test(clause));

/** Lower-case words without accents, clause by clause, so that a negation reaches no further than its own. */
function clauses(text: string): string[] {
  const plain = text.slice(0, MAX_LENGTH).toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain
    .split(/[.,;:!?¡¿\n]+|\b(?:but|pero|sino)\b/u)
    .map((clause) => clause.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((clause) => clause !== '');
}
