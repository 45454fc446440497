import { dateFormat } from '#platform/date-formats.ts';
import { openingSentence } from './opening-texts.ts';
import { hoursLine, servicesLine } from './organisation-texts.ts';
import type { PromptFacts } from './prompt-facts.ts';
import type { ReplyLanguage } from './reply-language.ts';
import { singleLine } from './single-line.ts';

/** A template's own variables with their values, beside the known ones. */
export type OwnVariables = Readonly<Record<string, string>>;

const VARIABLE = /\{\{([^{}]*)\}\}/g;
/** Of what the tenant says about itself. */
const MAX_VALUE_LENGTH = 4_000;

const UNNAMED_VISITOR: Record<ReplyLanguage, string> = { en: 'the visitor', es: 'la persona que escribe' };
const UNNAMED_ASSISTANT: Record<ReplyLanguage, string> = { en: 'the assistant', es: 'el asistente' };
const NOT_GIVEN: Record<ReplyLanguage, string> = { en: 'not given', es: 'no consta' };

const KNOWN = {
  'organisation.name': ({ organisation }) => name(organisation.name),
  'organisation.locale': ({ organisation }) => name(organisation.locale),
  'organisation.timeZone': ({ organisation }) => name(organisation.timeZone),
  'organisation.about': (facts) => given(facts, facts.organisation.profile.about),
  'organisation.services': (facts) => given(facts, servicesLine(facts)),
  'organisation.hours': (facts) => given(facts, hoursLine(facts)),
  'organisation.openNow': (facts) => given(facts, openingSentence(facts)),
  'organisation.phone': (facts) => given(facts, facts.organisation.profile.contact?.phone),
  'organisation.email': (facts) => given(facts, facts.organisation.profile.contact?.email),
  'organisation.address': (facts) => given(facts, facts.organisation.profile.contact?.address),
  'organisation.website': (facts) => given(facts, facts.organisation.profile.contact?.website),
  'visitor.name': ({ visitor, language }) => name(visitor.name ?? '') || UNNAMED_VISITOR[language],
  'assistant.name': ({ assistantName, language }) => name(assistantName ?? '') || UNNAMED_ASSISTANT[language],
  locale: ({ locale }) => name(locale),
  language: ({ language }) => (language === 'es' ? 'español' : 'English'),
  date: (facts) => formatted(facts, { dateStyle: 'full' }),
  time: (facts) => formatted(facts, { timeStyle: 'short' }),
} satisfies Record<string, (facts: PromptFacts) => string>;

export const KNOWN_VARIABLES: readonly string[] = Object.keys(KNOWN);

/** Names that a template uses and nobody will fill in, in order and once each. A template with any is refused when it is saved. */
export function unknownVariables(template: string, ownNames: Iterable<string> = []): string[] {
  const known = new Set([...KNOWN_VARIABLES, ...ownNames]);
  const named = [...template.matchAll(VARIABLE)].map(([, inside = '']) => inside.trim());
  return [...new Set(named.filter((variable) => !known.has(variable)))];
}

/** Fills in the variables once: a value that looks like a variable stays a value. Unknown ones stay visible. */
export function renderTemplate(template: string, facts: PromptFacts, own: OwnVariables = {}): string {
  return template.replaceAll(VARIABLE, (placeholder, inside: string) => {
    const variable = inside.trim();
    if (isKnown(variable)) return KNOWN[variable](facts);
    return Object.hasOwn(own, variable) ? (own[variable] ?? placeholder) : placeholder;
  });
}

const isKnown = (variable: string): variable is keyof typeof KNOWN => Object.hasOwn(KNOWN, variable);
const name = (value: string) => singleLine(value);
const given = ({ language }: PromptFacts, value: string | undefined) => singleLine(value ?? '', MAX_VALUE_LENGTH) || NOT_GIVEN[language];

const formatted = ({ now, locale, organisation }: PromptFacts, options: Intl.DateTimeFormatOptions): string =>
  singleLine(dateFormat(locale, organisation.timeZone, options).format(now));
