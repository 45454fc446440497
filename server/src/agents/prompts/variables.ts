import type { ReplyLanguage } from './reply-language.ts';

/** What a prompt can say about where and when it is used. */
export interface PromptFacts {
  organisation: { name: string; locale: string; timeZone: string };
  /** `name` only when somebody gave one. */
  visitor: { name?: string };
  assistantName?: string;
  /** BCP 47, the conversation's. */
  locale: string;
  language: ReplyLanguage;
  now: Date;
}

/** A template's own variables with their values, beside the known ones. */
export type OwnVariables = Readonly<Record<string, string>>;

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;
/** Values come from outside, a visitor's name for one; none needs more room. */
const MAX_VALUE_LENGTH = 200;

const UNNAMED_VISITOR: Record<ReplyLanguage, string> = { en: 'the visitor', es: 'la persona que escribe' };
const UNNAMED_ASSISTANT: Record<ReplyLanguage, string> = { en: 'the assistant', es: 'el asistente' };

const KNOWN = {
  'organisation.name': ({ organisation }) => organisation.name,
  'organisation.locale': ({ organisation }) => organisation.locale,
  'organisation.timeZone': ({ organisation }) => organisation.timeZone,
  'visitor.name': ({ visitor, language }) => visitor.name?.trim() || UNNAMED_VISITOR[language],
  'assistant.name': ({ assistantName, language }) => assistantName?.trim() || UNNAMED_ASSISTANT[language],
  locale: ({ locale }) => locale,
  language: ({ language }) => (language === 'es' ? 'español' : 'English'),
  date: (facts) => formatted(facts, { dateStyle: 'full' }),
  time: (facts) => formatted(facts, { timeStyle: 'short' }),
} satisfies Record<string, (facts: PromptFacts) => string>;

export const KNOWN_VARIABLES: readonly string[] = Object.keys(KNOWN);

/** Names that a template uses and nobody will fill in, in order and once each. A template with any is refused when it is saved. */
export function unknownVariables(template: string, ownNames: Iterable<string> = []): string[] {
  const known = new Set([...KNOWN_VARIABLES, ...ownNames]);
  const named = [...template.matchAll(VARIABLE)].map((match) => match[1] ?? '');
  return [...new Set(named.filter((name) => !known.has(name)))];
}

/** Fills in the variables once: a value that looks like a variable stays a value. Unknown ones stay visible. */
export function renderTemplate(template: string, facts: PromptFacts, own: OwnVariables = {}): string {
  return template.replaceAll(VARIABLE, (placeholder, name: string) => {
    if (isKnown(name)) return singleLine(KNOWN[name](facts));
    return Object.hasOwn(own, name) ? (own[name] ?? placeholder) : placeholder;
  });
}

/** Without line breaks nothing in a value can look like a rule of its own. */
export function singleLine(value: string): string {
  const line = value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length <= MAX_VALUE_LENGTH ? line : `${line.slice(0, MAX_VALUE_LENGTH).toWellFormed()}…`;
}

const isKnown = (name: string): name is keyof typeof KNOWN => Object.hasOwn(KNOWN, name);

function formatted({ now, locale, organisation }: PromptFacts, options: Intl.DateTimeFormatOptions): string {
  const timeZone = isSupported(() => new Intl.DateTimeFormat('en', { timeZone: organisation.timeZone })) ? organisation.timeZone : 'UTC';
  const usableLocale = isSupported(() => Intl.getCanonicalLocales(locale)) ? locale : 'en';
  return new Intl.DateTimeFormat(usableLocale, { ...options, timeZone }).format(now);
}

/** Stored names of zones and locales may be unknown to this runtime; an answer must not fail on that. */
function isSupported(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
