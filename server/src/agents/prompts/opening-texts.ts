import { type OpeningStatus, openingStatus } from '#identity/tenants/opening-hours.policy.ts';
import { dateFormat, localTime } from '#platform/date-formats.ts';
import type { PromptFacts } from './prompt-facts.ts';
import { type ReplyLanguage, replyLanguage } from './reply-language.ts';

type Facts = Pick<PromptFacts, 'organisation' | 'locale' | 'language' | 'now'>;
type Point = { date: string; time: string };

interface OpeningTexts {
  open: string;
  openUntil(end: string): string;
  closed: string;
  closedUntil(start: string): string;
  startToday(time: string): string;
  startOn(day: string, time: string): string;
  endToday(time: string): string;
  endOn(day: string, time: string): string;
}

/** For the model: whether the business is open is worked out here, because models are bad at clocks and calendars. */
const FOR_MODEL: Record<ReplyLanguage, OpeningTexts> = {
  en: {
    open: 'The business is open now.',
    openUntil: (end) => `The business is open now, until ${end}.`,
    closed: 'The business is closed now.',
    closedUntil: (start) => `The business is closed now and opens next ${start}.`,
    startToday: (time) => `today at ${time}`,
    startOn: (day, time) => `on ${day} at ${time}`,
    endToday: (time) => (time === MIDNIGHT ? 'midnight' : time),
    endOn: (day, time) => `${day} at ${time}`,
  },
  es: {
    open: 'El negocio está abierto ahora.',
    openUntil: (end) => `El negocio está abierto ahora, hasta ${end}.`,
    closed: 'El negocio está cerrado ahora.',
    closedUntil: (start) => `El negocio está cerrado ahora y vuelve a abrir ${start}.`,
    startToday: (time) => `hoy a las ${time}`,
    startOn: (day, time) => `el ${day} a las ${time}`,
    endToday: (time) => (time === MIDNIGHT ? 'medianoche' : `las ${time}`),
    endOn: (day, time) => `el ${day} a las ${time}`,
  },
};
const MIDNIGHT = '24:00';

/** For whoever has come in. */
const FOR_VISITOR: Record<ReplyLanguage, Pick<OpeningTexts, 'open' | 'openUntil' | 'closed' | 'closedUntil'>> = {
  en: {
    open: 'We are open now.',
    openUntil: (end) => `We are open now, until ${end}.`,
    closed: 'We are closed at the moment.',
    closedUntil: (start) => `We are closed at the moment and open again ${start}.`,
  },
  es: {
    open: 'Ahora está abierto.',
    openUntil: (end) => `Ahora está abierto, hasta ${end}.`,
    closed: 'En este momento está cerrado.',
    closedUntil: (start) => `En este momento está cerrado; volvemos a abrir ${start}.`,
  },
};

/** @returns undefined where the hours are not known */
export const openingSentence = (facts: Facts): string | undefined => sentence(facts, FOR_MODEL[facts.language]);

/** The same for whoever asks. @returns undefined where the hours are not known */
export const openingForVisitor = (facts: Facts): string | undefined => sentence(facts, FOR_VISITOR[facts.language]);

function sentence(facts: Facts, texts: (typeof FOR_VISITOR)[ReplyLanguage]): string | undefined {
  const status = statusOf(facts);
  if (!status) return undefined;
  if (status.open) return status.until ? texts.openUntil(ending(facts, status.until)) : texts.open;
  return status.next ? texts.closedUntil(beginning(facts, status.next)) : texts.closed;
}

/** @returns undefined where it is open, or where nothing is known about it */
export function closedNotice(facts: Facts): string | undefined {
  const status = statusOf(facts);
  return status?.open === false && status.next ? FOR_VISITOR[facts.language].closedUntil(beginning(facts, status.next)) : undefined;
}

/** A date on the calendar, in words, such as “Tuesday 3 March”. */
export function dayInWords(facts: Pick<Facts, 'locale' | 'language'>, date: string): string {
  const format = dateFormat(wordsLocale(facts), 'UTC', { weekday: 'long', day: 'numeric', month: 'long' });
  return format.format(new Date(`${date}T12:00:00Z`));
}

const statusOf = ({ organisation, now }: Facts): OpeningStatus | undefined =>
  openingStatus(organisation.profile, organisation.timeZone, now);

function beginning(facts: Facts, { date, time }: Point): string {
  const texts = FOR_MODEL[facts.language];
  return isToday(facts, date) ? texts.startToday(time) : texts.startOn(dayInWords(facts, date), time);
}

function ending(facts: Facts, { date, time }: Point): string {
  const texts = FOR_MODEL[facts.language];
  return isToday(facts, date) ? texts.endToday(time) : texts.endOn(dayInWords(facts, date), time);
}

const isToday = ({ now, organisation }: Facts, date: string): boolean => localTime(now, organisation.timeZone).date === date;

/** The conversation's own locale where our words are in its language; a French date would stand oddly in an English sentence. */
const wordsLocale = ({ locale, language }: Pick<Facts, 'locale' | 'language'>): string =>
  /^(en|es)\b/i.test(locale) && replyLanguage(locale) === language ? locale : language;
