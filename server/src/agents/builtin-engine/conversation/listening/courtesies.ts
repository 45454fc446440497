import { fold } from '../../form-filling/text/fold.ts';

export type Courtesy = 'greeting' | 'how-are-you' | 'thanks' | 'goodbye' | 'agreement';

/** In folded text, EN and ES. */
const COURTESIES: readonly [Courtesy, RegExp][] = [
  [
    'how-are-you',
    /^(?:and )?how (?:are you(?: doing)?|is it going|do you do)(?: today)?\b|^(?:y )?como (?:esta|estas|le va|te va|va todo)(?: usted)?(?: hoy)?\b/,
  ],
  [
    'greeting',
    /^(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening|day)|greetings|hola|ola|buen(?:as|os) (?:dias|tardes|noches)|buenas|buen dia|saludos|que tal)(?: (?:there|again|everyone|all|de nuevo|otra vez|a todos))?\b/,
  ],
  [
    'thanks',
    /^(?:(?:many|ok|okay) )?(?:thanks|thank you|thankyou|thx|ty|cheers)(?: (?:so much|very much|a lot|again|for (?:your|the|all your) \w+|anyway))*\b|^(?:muchas |muchisimas |mil )?gracias(?: (?:por (?:su|la|tu|todo)(?: (?:ayuda|atencion|tiempo|informacion))?|de todos modos|igualmente))?\b|^muy amable\b|^(?:se )?lo agradezco\b|^that(?:'s| is) (?:very )?(?:kind|helpful)(?: of you)?\b/,
  ],
  [
    'goodbye',
    /^(?:bye(?: bye)?|good ?bye|see you(?: soon| later| then)?|have a (?:nice|good|great|lovely) (?:day|evening|one|weekend|night)|good night|adios|hasta (?:luego|pronto|manana|la proxima)|chao|chau|nos vemos|que (?:le vaya bien|tengan? (?:un |una )?(?:buen|buena|lindo|linda) \w+)|buen fin de semana)\b/,
  ],
  [
    'agreement',
    /^(?:ok|okay|okey|great|perfect|very good|good|fine|alright|all right|got it|i see|understood|cool|wonderful|lovely|vale|perfecto|muy bien|esta bien|bien|de acuerdo|entendido|listo|bueno|genial|estupendo|excelente|ya|wow|lol|ha(?:ha)+|ja(?:ja)+|je(?:je)+)\b/,
  ],
];
const FILLER =
  /^(?:please|por favor|well|pues|then|entonces|and|y|sir|madam|senor|senora|doctor|i'm back|i am back|estoy de vuelta|ya (?:volvi|regrese))\b/;

/** The courtesies of a message, and what it says apart from them, as it was written. */
export function readCourtesies(text: string): { courtesies: ReadonlySet<Courtesy>; rest: string } {
  const courtesies = new Set<Courtesy>();
  let at = skipSigns(text, 0);
  let kept = at;
  for (;;) {
    const folded = fold(text).slice(at);
    const found = COURTESIES.map(([courtesy, pattern]) => ({ courtesy, match: pattern.exec(folded) })).find(({ match }) => match);
    const filler = found ? undefined : FILLER.exec(folded);
    const length = found?.match?.[0].length ?? (courtesies.size > 0 ? filler?.[0].length : undefined);
    if (length === undefined) break;
    if (found) courtesies.add(found.courtesy);
    at = skipSigns(text, at + length);
    kept = at;
  }
  const rest = withoutEnding(text.slice(kept), courtesies);
  return { courtesies, rest };
}

/** “…, thank you!” at the end is no part of a question. */
function withoutEnding(text: string, courtesies: Set<Courtesy>): string {
  const ending = /[\s,.;!¡?]+(?:(?:many )?thanks|thank you(?: so much| very much)?|(?:muchas )?gracias)[\s.!]*$/i.exec(fold(text));
  if (!ending) return text.trim();
  courtesies.add('thanks');
  const kept = text.slice(0, ending.index);
  return (ending[0].includes('?') ? `${kept}?` : kept).trim();
}

function skipSigns(text: string, from: number): number {
  const next = /[\p{L}\p{N}¿+(]/u.exec(text.slice(from));
  return next ? from + next.index : text.length;
}
