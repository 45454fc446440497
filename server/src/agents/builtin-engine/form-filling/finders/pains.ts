import { type Finder, type Finding, finding } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import { fitting } from './fitting.ts';
import { quantitiesIn } from './numbers-in.ts';
import { clauseAt, isStatement } from './places.ts';

const SCALE_AFTER = /^\s*(?:out of|\/|of|over|on (?:a|the)|sobre|de)\s*(?:a |the )?(?:\w+ )?(?:scale|ten|10|diez|escala)\b/;
const SCALE_BEFORE = /(?:\bout of|\/|\bover|\bsobre|\bde|\bto|\bal|(?:\d|\bcero|\buno|\bzero|\bone) a)\s*$/;
const OF_PAIN = /\b(?:pain|hurts?|duele|dolor|severity|bad)\b/;
const AT_OTHER_TIMES =
  /\b(?:at (?:its|the|it's) (?:worst|least|best)|worst (?:it|is)|at first|initially|al (?:principio|inicio|comienzo)|primero|fue\b|me dolia|at worst|at best|anoche|ayer|yesterday|last (?:night|week)|was|were|era|estaba|antes|used to|when it'?s not|when i|at night|in the mornings?|cuando (?:camino|me|lo|la|muevo|toso|respiro|hago)|al (?:caminar|mover\w*|toser|respirar|andar|subir|levantar\w*|pisar|tragar|masticar)|caminando|andando|moviendo\w*|(?:en|por) la noche|sube (?:a|hasta)|baja (?:a|hasta)|sin (?:el|ella|eso|calmante\w*|medic\w*|pastill\w*)|without (?:it|the|my|medic\w*)|de noche|por las? (?:noches?|mananas?)|llega (?:a|al)|si (?:me|camino|toso|piso|lo|la)|with (?:medication|medicine)|after (?:medication|taking))\b/;
const ASKS_OF_OTHER_TIMES =
  /\b(?:at night|in the mornings?|yesterday|last (?:night|week|month)|before|when (?:you|it) |with (?:medic|the pill)|after (?:you|the)|por la noche|ayer|antes|cuando|at its (?:worst|least|best)|what about at|at (?:its )?(?:least|worst))\b(?!.*\bnow\b)/;

/** How bad it is now on the scale of the form: “a seven”, “six out of ten”. */
export const findPain: Finder = (meaning, exchange, scene) => {
  const { reply, question } = exchange;
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  if (ASKS_OF_OTHER_TIMES.test(question?.folded ?? '')) return [];
  return reply.sentences.flatMap((sentence) =>
    quantitiesIn(reply, sentence).flatMap((quantity): Finding[] => {
      const clause = clauseAt(sentence, quantity.start);
      if (!clause || quantity.unit || quantity.isRange || !isStatement(sentence, clause)) return [];
      const isOfParts = isAsked && /\b(?:they|they're|both)\b/.test(clause.folded);
      if (!isOfParts && !isAboutPatient(exchange, sentence, clause, quantity.start, scene)) return [];
      if (AT_OTHER_TIMES.test(clause.folded) && !/\b(?:ahora|now)\b/.test(clause.folded)) return [];
      const before = reply.folded.slice(clause.start, quantity.start);
      const after = reply.folded.slice(quantity.end, sentence.end);
      if (SCALE_BEFORE.test(before) && quantity.value === meaning.field.maximum) return [];
      const isOnScale = SCALE_AFTER.test(after) || (isAsked && !/^\s*(?:times|people|pills|of (?:my|the|them))/.test(after));
      const isOfPain = isAsked || (SCALE_AFTER.test(after) && OF_PAIN.test(`${sentence.folded} ${question?.folded ?? ''}`));
      const value = isOnScale && isOfPain ? fitting(meaning.field, quantity.value) : undefined;
      return value === undefined ? [] : [finding(value, reply, quantity, isAsked ? 0.9 : 0.75)];
    }),
  );
};
