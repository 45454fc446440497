import { type Exchange, type Finding, finding, type Scene } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { polarityOf } from '../text/polarity.ts';
import { MEDICINE } from '../topics/medicines.ts';
import { clauseAt, isStatement, spanOf } from './places.ts';

const NAMED = new RegExp(`\\b${MEDICINE}\\b`, 'g');

/** What is taken against an allergy. */
const FOR_ALLERGY =
  /\b(?:tak\w+|took|tried|try|uses?|used|using|on|prescribed|give|help\w*|work\w*|tom\w+)\b[^.;!?]*\b(?:for|para|with) (?:\w+ )?(?:allerg|alerg)|\b(?:for|para) (?:my |your |the |his |her |mi |su |la )?(?:seasonal )?(?:allerg|alerg)/;

/** The medicines that somebody is allergic to, as they name them. */
export function findAllergens(_meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const { reply, question } = exchange;
  const isAsked = /allerg|alerg/.test(question?.folded ?? '') && !FOR_ALLERGY.test(question?.folded ?? '');
  for (const sentence of reply.sentences) {
    const names = [...sentence.folded.matchAll(NAMED)]
      .map((match) => spanOf(sentence, match))
      .filter((span) => {
        const clause = clauseAt(sentence, span.start);
        return (
          clause &&
          isStatement(sentence, clause) &&
          isAboutPatient(exchange, sentence, clause, span.start, scene) &&
          polarityOf(sentence, clause, span, reply.folded) === 'affirmed'
        );
      });
    const isOfAllergy = /allerg|alergi|reaction|hives|rash|ronchas/.test(sentence.folded) || isAsked;
    const first = names[0];
    const last = names.at(-1);
    if (!first || !last || !isOfAllergy || FOR_ALLERGY.test(sentence.folded)) continue;
    return [
      finding(names.map(({ start, end }) => reply.content.slice(start, end)).join(', '), reply, { start: first.start, end: last.end }, 0.8),
    ];
  }
  return [];
}
