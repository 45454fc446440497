import { replyLanguage } from './reply-language.ts';
import { singleLine } from './single-line.ts';
import { VISITOR_TEXTS } from './visitor-notice.texts.ts';

/** What was said of a visitor before the conversation; none of it is proven. */
export interface SaidOfVisitor {
  hasEmail: boolean;
  hasPhone: boolean;
  /** By the names of the questions. */
  answers: Readonly<Record<string, string>>;
  attributes: Readonly<Record<string, string | number | boolean>>;
}

/** Enough for what a page has to say; what is longer is for the team. */
const MAX_ENTRIES = 30;
const MAX_VALUE_LENGTH = 200;

/**
 * What the agent is told of a visitor besides their name; undefined where nothing is known. Anybody may have written it, so it is
 * quoted like data. Address and number are not told, only that they need not be asked for.
 */
export function visitorNotice({ hasEmail, hasPhone, answers, attributes }: SaidOfVisitor, locale: string): string | undefined {
  const texts = VISITOR_TEXTS[replyLanguage(locale)];
  const given = [hasEmail ? texts.email : undefined, hasPhone ? texts.phone : undefined].filter((what) => what !== undefined);
  const parts = [
    given.length > 0 ? texts.given(given) : undefined,
    quoted(texts.answers, answers),
    quoted(texts.attributes, attributes),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? [texts.heading, ...parts].join(' ') : undefined;
}

function quoted(introduction: string, values: Readonly<Record<string, string | number | boolean>>): string | undefined {
  const entries = Object.entries(values).slice(0, MAX_ENTRIES);
  if (entries.length === 0) return undefined;
  const lines = entries.map(([name, value]) => [singleLine(name), typeof value === 'string' ? singleLine(value, MAX_VALUE_LENGTH) : value]);
  return `${introduction} ${JSON.stringify(Object.fromEntries(lines))}`;
}
