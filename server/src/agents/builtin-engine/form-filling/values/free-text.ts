import type { TextMention } from './contact-details.ts';

const FILLER =
  /^[\s,.…!¡¿"-]*(?:(?:(?:well|oh|um+|uh|er|ah|hmm*|ay|uy|pues|bueno|buen[oa]s?(?: (?:dias|días|tardes|noches|dia|día))?|mire|mira|mirá|eh|ok(?:ay)?|so|hi|hello|hey|hola+|yes|yeah|yep|yup|sí|si|sure|claro|thank you|thanks|gracias|doctora?|doc|sir|ma'am|señora?|señor|actually|la verdad|absolutely|correct|oiga|good (?:morning|afternoon|evening))(?![\p{L}])|it's(?: just)?(?: a)?\s|it is(?: a)?\s|es que\s|es(?: una?)?\s|son\s|creo que\s|i think\s|i guess\s|that would be\s|probably\s|just\s)[\s,.!¡:;-]*)*/iu;

/** A reply without the words that people begin with, up to the end of its first sentence that says something. */
export function readFreeText(content: string, end = content.length): TextMention | undefined {
  const text = content.slice(0, end);
  const start = FILLER.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const stop = /(?<!\b(?:av|jr|mz|urb|cra|cl|st|dr|dra|no|num|apt|ave|blvd|mr|mrs|ms))[.!?;\n]+(?=\s|$)/iu.exec(rest)?.index ?? rest.length;
  const value = rest.slice(0, stop).replace(/[\s,;:]+$/u, '');
  return /[\p{L}\p{N}]/u.test(value) ? { value, start, end: start + value.length } : undefined;
}
