import type { Span, Utterance } from '../text/utterance.ts';

/** What stands between a value and another that takes its place. */
export const CORRECTED =
  /\b(?:(?<!\bsi )(?<!\bo )(?<!\by )(?:no|nop)|perdon|perdona|sorry|wait|actually|i mean|i meant|o sea|digo|mejor dicho|mejor|bueno|rather|make (?:it|that)|scratch|correction|que cabeza|me equivoque|entonces|asi que|por eso|so|better|that's|sino|espera|espere|quise decir|quiero decir|mas bien|ay para|uy para|pon(?:le|ga|gale|game|me)|dejemoslo|que sea|apunte|anote|venga)\b/;
const OTHERWISE =
  /(?:\b(?:si no|if not|otherwise|o si no|o sino|or else|unless|but not|except|menos|excepto|or maybe|y si|or|o)[\s,]*(?:ya |el |la |on |then |, ?|puede ser |manana |mejor )*)$/;
const REFUSED_BEFORE =
  /\b(?:mi cita|cita|turno|appointment) (?:del|from)\s+(?:the |el )?$|\b(?:not|no puedo|no|can't|cannot|never|(?<!asi )que|because|porque|cumplo|trabajo|work)\s+(?:on |the |el |los |next |next |this )*$/;
const REFUSED_AFTER =
  /^\s*(?:s\b)?,?\s*(?:no puedo|no podria|no me|no\b(?!\W+(?:del? |es |fue )?\d{4})(?=\s*(?:[,.;]|$|el |mejor|sino))|tampoco|(?:ella |el )?(?:tengo|tiene) (?!libre|tiempo|disponib|que ser|cita)|is (?:no good|bad)|doesn't|won't|i (?:work|can't|have)|trabajo|trabaja|estudio|estoy (?:de|en|fuera)|es (?:domingo|sabado|feriado|festivo|fiesta)|hay|(?:esta |es )?cerrad[oa]|maybe\?? (?:wait|no))/;

/** Of several days or times in a reply the one that is meant: the first, unless a later one corrects it. */
export function chooseSaid<T extends Span>(mentions: readonly T[], reply: Utterance): T | undefined {
  const open = mentions.filter((mention) => !isSetAside(mention, reply));
  const sure = open.filter(
    (mention) => !reply.sentences.some((one) => one.isQuestion && mention.start >= one.start && mention.end <= one.end),
  );
  const candidates = sure.length > 0 ? sure : open;
  let said = candidates[0];
  for (const mention of candidates.slice(1)) {
    if (said && CORRECTED.test(reply.folded.slice(said.end, mention.start))) said = mention;
  }
  return said;
}

/** “Si me dieran libre sería el 25”. */
const IF_ONLY = /^\W*(?:si|if)\b.*\b(?:seria|podria|iria|would|could)\b/;

function isSetAside(mention: Span, { folded, sentences }: Utterance): boolean {
  const before = folded.slice(Math.max(0, mention.start - 30), mention.start);
  if (sentences.some((one) => mention.start >= one.start && mention.end <= one.end && IF_ONLY.test(one.folded))) return true;
  const after = folded.slice(mention.end, mention.end + 30);
  if (/\bo (?:mejor|mas bien) (?:el )?$/.test(before) || /\bsino\s+(?:el |la )?$/.test(before)) return false;
  return OTHERWISE.test(before) || REFUSED_BEFORE.test(before) || REFUSED_AFTER.test(after);
}
