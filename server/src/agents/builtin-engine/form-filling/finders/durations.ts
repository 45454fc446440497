import { type Finder, type Finding, finding } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import { readWords } from '../text/utterance.ts';
import { readTimeSpans } from '../values/spans-of-time.ts';
import { convert, UNITS } from '../values/units.ts';
import { fitting } from './fitting.ts';
import { clauseAt, isStatement } from './places.ts';

const DAY = UNITS.find((unit) => unit.id === 'day');

/** For how long it has been so, in the unit that the field names (days where it names none). */
export const findDuration: Finder = (meaning, exchange, scene) => {
  const { reply } = exchange;
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  const target = meaning.unit?.dimension === 'time' ? meaning.unit : DAY;
  if (!target) return [];
  return reply.sentences
    .flatMap((sentence) =>
      readTimeSpans(sentence.folded, readWords(sentence.folded), scene.today)
        .flatMap((span): Finding[] => {
          const place = { start: sentence.start + span.start, end: sentence.start + span.end };
          const clause = clauseAt(sentence, place.start);
          if (!clause || !isStatement(sentence, clause) || !isAboutPatient(exchange, sentence, clause, place.start, scene)) return [];
          const isOfComplaint =
            (exchange.index <= 1 && exchange.asked.some((one) => one.meaning.topic?.id === 'reason')) ||
            ASKS_WHY.test(exchange.question?.folded ?? '') ||
            isComplaint(exchange.index <= 1 ? reply.folded : sentence.folded) ||
            (exchange.index <= 1 && isComplaint(exchange.question?.folded ?? ''));
          if (!asked && !(meaning.topic?.says?.test(clause.folded) && isOfComplaint)) return [];
          if (!asked && (span.unit?.id === 'minute' || span.unit?.id === 'hour')) return [];
          if (!asked && exchange.index > 1 && /\b(?:also|besides|another|tambien|additional)\b/.test(reply.folded)) return [];
          if (
            !asked &&
            /\b(?:in the past|past (?:medical )?history|history of|before|ever|like this|previous\w*)\b/.test(
              exchange.question?.folded ?? '',
            )
          )
            return [];
          if (!asked && /\bstarted (?:to see|taking|seeing|using|on)\b|\b(?:see|saw) (?:a|my|the) \w+/.test(sentence.folded)) return [];
          if (/\b(?:old|years? of age)\b/.test(sentence.folded.slice(span.end, span.end + 10))) return [];
          const value = span.unit && span.value !== undefined ? convert(span.value, span.unit, target) : span.days / target.factor;
          const fits = fitting(meaning.field, Math.round(value * 10) / 10);
          return fits === undefined ? [] : [finding(fits, reply, place, asked ? 0.85 : 0.6)];
        })
        .slice(0, 1),
    )
    .slice(0, 1);
};

const ASKS_WHY = /\b(?:brings|brought) you\b|reason for (?:your|the) visit|can i (?:help|do)/;

const isComplaint = (sentence: string): boolean =>
  /\b(?:pain|hurt|ache|aching|cough|rash|fever|sick|symptom|bother|started|sore|swollen|headache|vomit|dizzy|problem|dolor|duele|tos|mareo|fiebre|empez|comenz|short of breath|had (?:this|it)|having)\w*/.test(
    sentence,
  );
