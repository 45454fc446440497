/**
 * How many tokens a text is, about, without knowing whose model reads it. In thirds of a token: one for a small letter or
 * blank of ASCII, two for the rest of ASCII (digits, capitals and signs make short tokens) and for letters with accents,
 * Greek, Cyrillic and Arabic, three for other scripts, six for an emoji.
 *
 * Rather too many than too few: of ordinary messages in twelve languages, between 1.3 and 2.7 times what o200k_base
 * counts, and from 0.8 times what the older cl100k_base does; the figures are in docs/prompts.md. (A token per four
 * characters, the usual rule, is a third of the truth for Chinese.)
 */
export function estimateTokens(text: string): number {
  let thirds = 0;
  for (let index = 0; index < text.length; index += 1) thirds += thirdsOf(text.charCodeAt(index));
  return Math.ceil(thirds / 3);
}

/** The longest beginning of a text that has at most so many tokens, without half a surrogate pair at its end. */
export function beginningWithin(text: string, tokens: number): string {
  let thirdsLeft = tokens * 3;
  let end = 0;
  for (; end < text.length; end += 1) {
    thirdsLeft -= thirdsOf(text.charCodeAt(end));
    if (thirdsLeft < 0) break;
  }
  const splitsPair = end > 0 && end < text.length && isHighSurrogate(text.charCodeAt(end - 1));
  return text.slice(0, splitsPair ? end - 1 : end);
}

/** No text of so many tokens is larger, in UTF-8: what a query can know of texts without reading them. */
export const bytesWithin = (tokens: number): number => tokens * 3;

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLowerCaseLetter = (unit: number) => unit >= 0x61 && unit <= 0x7a;
const ASCII_THIRDS = Uint8Array.from({ length: 0x80 }, (_, unit) => (isLowerCaseLetter(unit) || unit === 0x20 ? 1 : 2));

/** At least a third per byte of UTF-8; a surrogate is half of four bytes. */
const thirdsOf = (unit: number): number => ASCII_THIRDS[unit] ?? (unit < 0x800 ? 2 : 3);
