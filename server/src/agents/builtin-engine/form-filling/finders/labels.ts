import { type Exchange, type Finding, finding, type Scene } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import type { Span } from '../text/utterance.ts';
import { readFreeText } from '../values/free-text.ts';
import { readYesNo } from '../values/yes-no.ts';
import { clauseAt, clausesOf, isStatement, spanOf } from './places.ts';

const NAME = "\\p{Lu}[\\p{L}\\d&'’.-]*(?:\\s+(?:de\\s+|del\\s+|y\\s+|of\\s+)?\\p{Lu}[\\p{L}\\d&'’-]*)*";
const BRAND_SAID = new RegExp(
  `(?:(?<![\\p{L}])(?:[Ee]s|son|is|[Ii]t['’]?s|tengo|[Mm]arca|brand|have|made by)(?:\\s+(?:un|una|a|an|el|la|de|marca|the|de marca))*)\\s+(${NAME})`,
  'u',
);
const NO_LABEL = /^(?:Sí|Si|No|Yes|El|La|Un|Una|The|It|Es|Yo|I|A|Creo|Ni|Pues|Ya|Hola|Hi|My|Mi|Me|Con|Sin|Tengo|Como)$/u;

/** The make of a thing, asked for. */
export function findBrand(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const { reply } = exchange;
  if (!exchange.asked.some((one) => one.meaning === meaning)) return [];
  const said = BRAND_SAID.exec(reply.content);
  if (said?.[1] && !NO_LABEL.test(said[1])) {
    const start = said.index + said[0].length - said[1].length;
    return [finding(said[1].replace(/\.$/, ''), reply, { start, end: start + said[1].length }, 0.85)];
  }
  const first = readFreeText(reply.content);
  const words = first?.value.split(/[\s,]+/) ?? [];
  const value = words[0];
  const isLabel =
    first &&
    value &&
    words.length <= 4 &&
    /^[\p{L}][\p{L}\d-]+$/u.test(value) &&
    readYesNo(reply.folded) === undefined &&
    !/^(?:no|ni|creo|unos?|como|hace|años)$/iu.test(value);
  return isLabel ? [finding(value, reply, { start: first.start, end: first.start + value.length }, 0.8)] : [];
}

/** The insurance, asked for; not one that somebody else has or that is over. */
export function findInsurer(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const { reply } = exchange;
  if (!exchange.asked.some((one) => one.meaning === meaning)) return [];
  if (readYesNo(reply.folded)?.value === false) return [];
  for (const { sentence, clause } of clausesOf(reply)) {
    if (!isStatement(sentence, clause) || /\b(?:tenia|had|antes|used to|deje|quite|cancel\w*|no tengo)\b/.test(clause.folded)) continue;
    for (const match of reply.content.slice(clause.start, clause.end).matchAll(new RegExp(NAME, 'gu'))) {
      const label = match[0].replace(/^(?:Sí|Si|Yes|Yeah|Claro|Tengo|Con|Es|La|El|Soy|I|Por)\s+/u, '');
      const span: Span = {
        start: clause.start + match.index + match[0].length - label.length,
        end: clause.start + match.index + match[0].length,
      };
      if (
        NO_LABEL.test(label) ||
        /^(?:Sí|Si|Yes|Yeah|Claro|señor)/u.test(label) ||
        !isAboutPatient(exchange, sentence, clause, span.start, scene)
      )
        continue;
      return [finding(label, reply, span, 0.85)];
    }
  }
  const answer = readFreeText(reply.content);
  const isShort =
    answer &&
    answer.value.split(/\s+/).length <= 4 &&
    readYesNo(reply.folded) === undefined &&
    !/\b(?:no|tengo|pago|seguro)\b/iu.test(answer.value);
  return isShort ? [finding(answer.value, reply, answer, 0.7)] : [];
}

const WORKS =
  /\b(?:i|he|she)(?:'m| am| was| is| used to be| have been|'ve been| work(?:ed|s)? as| was working as)(?: (?:currently|now|also|just|actually|a retired|retired))* (?:an? |the )((?:[a-z-]+ ){0,3}?(?:teacher|nurse|engineer|driver|manager|clerk|secretary|accountant|lawyer|attorney|mechanic|carpenter|electrician|plumber|cook|chef|waitress|waiter|cashier|farmer|officer|programmer|salesman|salesperson|worker|technician|contractor|realtor|banker|firefighter|policeman|cop|hairdresser|housekeeper|janitor|welder|painter|supervisor|assistant|analyst|consultant|professor|librarian|pharmacist|therapist|doctor|operator|machinist|homemaker|executive|foreman|guard|pilot|editor|writer|artist|designer|photographer|barber|baker|butcher|counselor|coach|instructor|dentist|aide|agent|owner|superintendent|inspector|laborer|trucker|miner))\b/;
const WORKS_IN =
  /\b(?:i|he|she)(?: used to| still| currently| also| mostly|'ve| have|'d)* (?:work|worked|works|been working)(?: part time| full time)? (?:as|for|in|on|at|with) (?:an? |the |my )?([^,.;!?]{3,60})/;
const OWN_WORK =
  /\b(?:trabajo|trabajaba|trabaje) (?:de|como|en) (?:un |una |el |la )?([^,.;!?]{3,60})|\bsoy (maestr[oa]|enfermer[oa]|ingenier[oa]|abogad[oa]|chofer|cociner[oa]|contador[oa]?|vendedor[oa]?|albanil|profesor[oa]?)\b/;
const AS_ANSWER = /(?:(?:i'm|i am|i was|he's|she's) (?:an? )?|^\W*(?:an? )?)([a-z][^,.;!?]{3,50})/;

/** The patient's own work. */
export function findOccupation(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const { reply } = exchange;
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  for (const sentence of reply.sentences) {
    const match =
      WORKS.exec(sentence.folded) ??
      WORKS_IN.exec(sentence.folded) ??
      OWN_WORK.exec(sentence.folded) ??
      (isAsked && isJobAsked(exchange) ? AS_ANSWER.exec(sentence.folded) : null);
    const job = match?.slice(1).find(Boolean);
    const clause = match && clauseAt(sentence, sentence.start + match.index);
    if (
      !match ||
      !job ||
      !clause ||
      !isStatement(sentence, clause) ||
      !isAboutPatient(exchange, sentence, clause, sentence.start + match.index, scene)
    )
      continue;
    if (
      /^\W*(?:yes|yeah|no|nope|si|retired|not|never|well|oh|at (?:home|night|work)|out|it|that|the (?:past|last)|on disability|disability|unemployed|single|married|two|three|about|doing|here)\b/.test(
        job,
      )
    )
      continue;
    const whole = spanOf(sentence, match);
    const start = reply.folded.indexOf(job, whole.start);
    const span = { start, end: start + job.trimEnd().length };
    return [finding(reply.content.slice(span.start, span.end), reply, span, isAsked ? 0.8 : 0.7)];
  }
  return [];
}

const isJobAsked = ({ question }: Exchange): boolean =>
  /do for (?:a living|work)|occupation|what (?:do|did) (?:you|he|she) do\b|kind of work|dedica|in que trabaja|your job\b/.test(
    question?.folded ?? '',
  ) && !/fun|when you/.test(question?.folded ?? '');
