import type { Clause } from './clauses.ts';
import { findPhrase, type Word } from './words.ts';

const DENIES = new Set(
  `no not never none without neither nor nope cannot denies denied negative
  nunca jamas tampoco sin ningun ninguno ninguna ni niego niega negativo`.split(/\s+/),
);
/** Behind what they deny: “asma no”, “diabetes: negative”. */
const DENIES_BEHIND = new Set('no nope never negative nunca tampoco negativo descartado descartada'.split(' '));
const ENDED = /^(?:quit|stopped|gave|former|ex|dej[eo]|dejado|antes)$/;
const TURNS = new Set(['but', 'pero', 'except', 'salvo', 'excepto', 'sino', 'only', 'solo']);
/** How far a denial reaches forward within its clause, in words. */
const REACH = 6;

const denies = ({ text }: Word): boolean => DENIES.has(text) || /n't$/.test(text) || text === 'dont' || text === 'doesnt';

export const hasDenial = (words: readonly Word[]): boolean => words.some(denies);
/** Also what is over: “I quit”. */
export const hasDenialOrEnd = (words: readonly Word[]): boolean => words.some((word) => denies(word) || ENDED.test(word.text));

/** Whether the clauses mention one of the phrases, and whether every such mention is denied. */
export function mentions(clauses: readonly Clause[], phrases: readonly (readonly string[])[]): 'none' | 'denied' | 'said' {
  let found = false;
  for (const { words } of clauses) {
    for (const phrase of phrases) {
      for (const at of findPhrase(words, phrase)) {
        found = true;
        if (!isDenied(words, at, at + phrase.length - 1)) return 'said';
      }
    }
  }
  return found ? 'denied' : 'none';
}

function isDenied(words: readonly Word[], first: number, last: number): boolean {
  const before = words.slice(Math.max(0, first - REACH), first);
  const turn = before.findLastIndex(({ text }) => TURNS.has(text));
  if (before.slice(turn + 1).some(denies)) return true;
  return DENIES_BEHIND.has(words[last + 1]?.text ?? '');
}

const YES =
  /^(?:yes|yeah|yep|yup|sure|correct|right|exactly|affirmative|indeed|absolutely|ok|okay|si|claro|correcto|exacto|asi|efectivamente|afirmativo|dale)$/;
const NO = /^(?:no|nope|nah|never|none|neither|nothing|nunca|jamas|tampoco|ninguno|ninguna|nada|negativo)$/;

/** What a reply begins with, where that answers a question by itself. */
export function answerOf(words: readonly Word[]): 'yes' | 'no' | undefined {
  const first = words.slice(0, 2).find(({ text }) => YES.test(text) || NO.test(text));
  if (!first) return undefined;
  return NO.test(first.text) ? 'no' : 'yes';
}
