/**
 * Reduces a Spanish word, written without accents, to what its forms have in common: cita and citas to cit; pagar, pago, pagué and
 * pagarlo to pag; cancelar and cancelación to cancel. The result need not be a word.
 */
export function stemSpanish(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return withoutEnding(withoutSuffix(withoutPronoun(withoutPlural(word))));
}

function withoutPlural(word: string): string {
  if (word.length > 4 && word.endsWith('ces')) return `${word.slice(0, -3)}z`;
  if (word.length > 5 && /[^aeiou]es$/.test(word)) return word.slice(0, -2);
  return /[aeiou]s$/.test(word) ? word.slice(0, -1) : word;
}

/** pagarlo, decirme, haciendose */
function withoutPronoun(word: string): string {
  const found = /^(.{2,}(?:ar|er|ir|ando|iendo))(?:se|me|te|nos|le|les|lo|los|la|las|melo|mela|selo|sela)$/.exec(word);
  return found?.[1] ?? word;
}

/** Endings with the fewest letters that have to stay, the longest first. */
const SUFFIXES: readonly (readonly [ending: string, stay: number])[] = [
  ['amiento', 4],
  ['imiento', 4],
  ['aciones', 4],
  ['iciones', 4],
  ['acion', 4],
  ['icion', 4],
  ['uciones', 4],
  ['ucion', 4],
  ['mente', 4],
  ['adora', 4],
  ['ancia', 4],
  ['encia', 4],
  ['idad', 4],
  ['ador', 4],
  ['edor', 4],
  ['idor', 4],
  ['able', 4],
  ['ible', 4],
  ['iera', 3],
  ['iese', 3],
  ['ieron', 3],
  ['iendo', 3],
  ['yendo', 3],
  ['arian', 3],
  ['erian', 3],
  ['irian', 3],
  ['aramo', 3],
  ['aremo', 3],
  ['eremo', 3],
  ['iremo', 3],
  ['aria', 3],
  ['eria', 4],
  ['iria', 3],
  ['aron', 3],
  ['aban', 3],
  ['ando', 3],
  ['amo', 4],
  ['emo', 4],
  ['imo', 4],
  ['aran', 3],
  ['eran', 4],
  ['iran', 3],
  ['aba', 3],
  ['ado', 3],
  ['ada', 3],
  ['ido', 3],
  ['ida', 3],
  ['are', 4],
  ['ion', 4],
  ['ar', 3],
  ['er', 3],
  ['ir', 3],
  ['an', 3],
  ['en', 3],
  ['io', 4],
  ['ia', 4],
];

function withoutSuffix(word: string): string {
  for (const [ending, stay] of SUFFIXES) {
    if (word.length - ending.length >= stay && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}

function withoutEnding(stem: string): string {
  const bare = stem.length > 3 && /[aeiou]$/.test(stem) ? stem.slice(0, -1) : stem;
  // pague → pag, busque → busc: the u only keeps the sound.
  if (bare.length > 3 && bare.endsWith('gu')) return bare.slice(0, -1);
  return bare.length > 3 && bare.endsWith('qu') ? `${bare.slice(0, -2)}c` : bare;
}
