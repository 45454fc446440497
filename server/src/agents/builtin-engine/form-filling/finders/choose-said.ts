import type { Span, Utterance } from '../text/utterance.ts';

/** What stands between a value and another that takes its place. */
export const CORRECTED =
  /\b(?:me (?:apunta|corrige|aclara|dice|avisa) que|(?<=(?:[.;:!?…¿-]\s*|\b(?:ah|ay|uy|oh|bueno|wait|digo)\s+))(?:no+|nop)|(?<![,;.]\s*)(?<!\bsi )(?<!\bo )(?<!\by )no(?=\s+(?:desde |de |para |en |a |el |la |los |las |es |son |era |on |the )*$)|a ver|let me (?:see|check)|(?<!\bsi )(?<!\bo )(?<!\by )(?:no|nop)(?=\s*[,.;!…])|perdon|perdona|sorry|wait|actually|i mean|i meant|o sea|digo|mejor dicho|mejor|bueno|rather|make (?:it|that)|scratch|correction|que cabeza|me equivoque|o no(?=\W+(?:que|no|espera|espere|mejor|ay))|entonces|asi que|por eso|so|better|that's|sino|espera|espere|quise decir|quiero decir|mas bien|ay para|uy para|pon(?:le|ga|gale|game|me)|dejemoslo|que sea|apunte|anote|venga)\b/;
const OTHERWISE =
  /(?:\b(?:si no|if not|otherwise|o si no|o sino|or else|unless|but not|except|menos|excepto|or maybe|y si|or|o|instead of|rather than|en vez de|en lugar de|antes (?:era|de)|hasta|until|till|through|not until after|a partir del? dia siguiente al?)[\s,]*(?:ya |el |la |los |on |the |then |, ?|puede ser |manana |mejor )*)$/;
const REFUSED_BEFORE =
  /\b(?:que|porque|pues|because|since) (?:\w+ ){0,2}?(?:llego|salgo|sale|termino|acabo|entro|cierran|vuelvo|trabajo|get (?:off|home|out)|finish|leave)\s+(?:hasta )?(?:a )?$|\b(?:mi cita|cita|turno|appointment) (?:del|from)\s+(?:the |el )?$|\b(?:not|no puedo|no|ni|can't|cannot|never|(?<!asi )que|because|porque|cumplo|trabajo|work|salvo|descarto|nunca|(?:eso|ese|that|esa) (?:dia )?(?:es|cae|is)(?: en)?)\s+(?:on |the |el |los |a |at |next |next |this )*$/;
/** What people have to do then. */
const BUSY = String.raw`(?:imposible|no (?:puedo|podria|podemos|voy|hay|estoy|estamos|me|nos|se|va|sirve|trabajan|abren|abris|atienden|llego|alcanzo|da tiempo|es posible|alcanzo|tengo (?:tiempo|libre|como)|quiero|conviene|quien)|tampoco|ni (?:hablar|loc[oa]|modo)|complicad[oa]|dificil|fatal|ocupad[oa]|llen[oa]|tomad[oa]|imposible|viajo|viajamos|me voy|nos vamos|salgo de (?:viaje|vacaciones)|vuelvo|regreso|estoy de (?:viaje|guardia|turno|vacaciones|examenes)|ando (?:fuera|de)|trabajo\b|trabaja\b|laburo\b|estudio\b|(?:ya )?(?:t(?:e)?ngo|tiene|tenemos) (?!libre|tiempo|disponib|que ser|cita\b|la tarde|la manana|el dia|hueco|tod[oa])|hay (?!hueco|sitio|cita|lugar|disponib|espacio|cupo|turno)|(?:esta |es )?cerrad[oa]|cierran|festivo|feriado|(?:es |hay )fiesta|es (?:domingo|sabado|festivo|mi cumple\w*|(?:el |la |un |una )?(?:bautizo|boda|entierro|funeral|misa|graduacion|examen|partido|puente|comunion|aniversario|velorio|posada|santo|thanksgiving|navidad))|is (?:thanksgiving|christmas|my \w+|the (?:wedding|funeral|party|game))|is (?:no good|bad|out|booked|full|taken|a holiday|impossible|tough)|are (?:no good|bad|out)|doesn't|won't|don't|i(?:'m| am) (?:busy|away|out|traveling|travelling|working|booked|at work|off to|flying)|i (?:work|can't|cannot|have|fly|travel|leave)|we're (?:away|out)|maybe\?? (?:wait|no))`;
const REFUSED_AFTER = new RegExp(
  `^\\s*(?:s\\b)?,?\\s*(?:ya |yo |ella |el |ustedes |vosotros |nosotros |ellos |you |they |we |pues |me (?=es |resulta |queda )|me es |me resulta |me queda |es |esta |estoy |i'm |no, )?(?:${BUSY}|no\\b(?!\\W+(?:del? |es |fue |en (?:el )?|in )*(?:\\d{2,4}\\b|mil |dos mil|(?:dieci|veinti)\\w+|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|nineteen|ninety|eighty|seventy|sixty|fifty)\\b))(?=\\s*(?:[,.;!?]|$|el |mejor|sino|que\\b|porque|tengo|puedo)))`,
);

interface Choice<T> {
  /** How much is to be said for one of them, where it is not only the order. */
  weigh?: (mention: T) => number;
  /** Whether two of them mean the same. */
  isSame?: (one: T, other: T) => boolean;
  /** Days and times at which people cannot come are none that they ask for. */
  isOfPlan?: boolean;
}

export interface Chosen<T> {
  said: T;
  /** Another one stands beside it, and nothing tells for sure which of them is meant. */
  isContested: boolean;
}

/**
 * Of several days, times or numbers in a reply the one that is meant: the first, unless a later one corrects it or has more to say
 * for it (`weigh`).
 */
export function chooseSaid<T extends Span>(
  mentions: readonly T[],
  reply: Utterance,
  { weigh = () => 0, isSame = () => false, isOfPlan = true }: Choice<T> = {},
): Chosen<T> | undefined {
  const open = mentions.filter((mention) => (isOfPlan ? !isSetAside(mention, reply) : !isTakenBack(mention, reply)));
  const sure = open.filter(
    (mention) => !reply.sentences.some((one) => one.isQuestion && mention.start >= one.start && mention.end <= one.end),
  );
  const candidates = sure.length > 0 ? sure : open;
  const isCorrected = (one: T, later: T) => CORRECTED.test(reply.folded.slice(one.end, later.start));
  let said = candidates[0];
  for (const mention of candidates.slice(1)) if (said && (isCorrected(said, mention) || weigh(mention) > weigh(said))) said = mention;
  const chosen = said;
  if (!chosen) return undefined;
  const yields = (other: T) =>
    isSame(other, chosen) ||
    weigh(chosen) > weigh(other) ||
    (other.start < chosen.start ? isCorrected(other, chosen) : isOfPlan && ALTERNATIVE.test(reply.folded.slice(chosen.end, other.start)));
  return { said: chosen, isContested: candidates.some((other) => other !== chosen && !yields(other)) };
}

/** “Monday or Tuesday”: the first is the one that is preferred. */
const ALTERNATIVE = /^[^.;]{0,14}\b(?:o|u|or|y|and|al?|to|hasta|until)\b/;

/** “Si me dieran libre sería el 25”. */
const IF_ONLY = /^\W*(?:si|if)\b.*\b(?:seria|podria|iria|would|could)\b/;
/** “6555-0148, no, ese es el que perdí”, “the old one”. */
const TAKEN_BACK_AFTER =
  /^\s*(?:[,.;:(-]|\.\.\.)*\s*(?:(?:no+|nop|uy|ay|ah|oh|perdon|sorry|wait)[\s,.]+)+(?:deja|dejalo|espera|espere|wait|perdon|sorry|ese|esa|eso|that|the|no|scratch|borra|mentira)\b|^\s*(?:[,.;:(-])*\s*(?:ese|esa|that one|that) (?:es|era|is|was|ya no|no)\b|^\s*(?:[,;(-])*\s*(?:ya no (?:sirve|funciona|existe|es|lo|la|vivo)|digo|no,? perdon|mentira)\b/;

const isTakenBack = ({ start, end }: Span, { folded }: Utterance): boolean =>
  TAKEN_BACK_AFTER.test(folded.slice(end, end + 50)) ||
  /[,;]\s*(?:y |and )?(?:no|not)\s+(?:el |la |los |on |the |en |a las )?$/.test(folded.slice(Math.max(0, start - 16), start)) ||
  /\b(?:hasta|until|till)\s+(?:el |los |the )?$/.test(folded.slice(Math.max(0, start - 12), start));

/** Days and times at which people cannot come are none that they ask for. */
function isSetAside(mention: Span, { folded, sentences }: Utterance): boolean {
  const before = folded.slice(Math.max(0, mention.start - 30), mention.start);
  if (sentences.some((one) => mention.start >= one.start && mention.end <= one.end && IF_ONLY.test(one.folded))) return true;
  const after = folded.slice(mention.end, mention.end + 50);
  if (/\bo (?:mejor|mas bien) (?:el )?$/.test(before) || /\bsino\s+(?:el |la )?$/.test(before)) return false;
  return OTHERWISE.test(before) || REFUSED_BEFORE.test(before) || REFUSED_AFTER.test(after) || TAKEN_BACK_AFTER.test(after);
}
