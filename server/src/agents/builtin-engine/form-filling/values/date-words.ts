const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
];
const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'domingo'],
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miercoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sabado'],
];
const ORDINALS: readonly (readonly string[])[] = [
  ['first', 'primero'],
  ['second'],
  ['third'],
  ['fourth'],
  ['fifth'],
  ['sixth'],
  ['seventh'],
  ['eighth'],
  ['ninth'],
  ['tenth'],
  ['eleventh'],
  ['twelfth'],
  ['thirteenth'],
  ['fourteenth'],
  ['fifteenth'],
  ['sixteenth'],
  ['seventeenth'],
  ['eighteenth'],
  ['nineteenth'],
  ['twentieth'],
  ['twenty first'],
  ['twenty second'],
  ['twenty third'],
  ['twenty fourth'],
  ['twenty fifth'],
  ['twenty sixth'],
  ['twenty seventh'],
  ['twenty eighth'],
  ['twenty ninth'],
  ['thirtieth'],
  ['thirty first'],
];
const SPANISH_DAYS =
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta'.split(
    ' ',
  );

const longestFirst = (words: readonly string[]): string => [...words].sort((one, other) => other.length - one.length).join('|');

export const MONTH = longestFirst(MONTHS.flat());
export const WEEKDAY = longestFirst(WEEKDAYS.flat());
/** The number of a day of the month, in digits or words. */
export const ORDINAL = `\\d{1,2}(?:st|nd|rd|th)?|${longestFirst([...ORDINALS.flat(), ...ORDINALS.flat().map((word) => word.replace(' ', '-')), ...SPANISH_DAYS])}`;

const indexIn = (lists: readonly (readonly string[])[], word: string): number | undefined => {
  const index = lists.findIndex((list) => list.includes(word));
  return index === -1 ? undefined : index;
};

export const monthOf = (word: string): number | undefined => {
  const index = indexIn(MONTHS, word);
  return index === undefined ? undefined : index + 1;
};
export const weekdayOf = (word: string): number | undefined => indexIn(WEEKDAYS, word);

export function ordinalOf(text: string): number | undefined {
  const digits = /^\d{1,2}/.exec(text);
  if (digits) return Number(digits[0]);
  const index = indexIn(ORDINALS, text.replace('-', ' ')) ?? (SPANISH_DAYS.includes(text) ? SPANISH_DAYS.indexOf(text) : undefined);
  return index === undefined ? undefined : index + 1;
}

/** Days told by their distance from today. “Mañana” is a day only where it is not the morning. */
export const RELATIVE_DAYS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:the )?day after tomorrow\b|\bpasado manana\b|\bpasau? manana\b/g, 2],
  [/\b(?:the )?day before yesterday\b|\bante ?ayer\b|\bantier\b|\bantes de ayer\b|\bantes de anoche\b|\bantenoche\b|\bante anoche\b/g, -2],
  [
    /\btomorrow\b(?! week)|(?<!\b(?:la|esta|cada|toda la|por la|en la|de la|a la|una|media|muy de|toda|las) )\bmanana\b(?! en (?:ocho|quince|una semana))|\bmanana mismo\b/g,
    1,
  ],
  [/\byesterday\b|\bayer\b(?! (?:hizo|hace))|\blast (?:night|evening)\b|\banoche\b|\bla noche de ayer\b/g, -1],
  [/\b(?:de )?hoy en (?:ocho(?: dias)?|una semana)\b|\ba week from (?:today|now)\b/g, 7],
  [/\b(?:de )?manana en (?:ocho(?: dias)?|una semana)\b|\ba week from tomorrow\b|\btomorrow week\b/g, 8],
  [/\b(?:de )?hoy en (?:quince(?: dias)?|dos semanas)\b|\btwo weeks from (?:today|now)\b|\bin a fortnight\b/g, 14],
  [
    /\b(?:hace|hara|hacia) (?:un|muy|bien |apenas )?(?:rato|ratito|momento|poco|poquito|nada)\b|\b(?:hace|hara) (?:como |cosa de |mas o menos |casi )?(?:unos |unas )?(?:un|una|un par de|dos|tres|cuatro|cinco|seis|media|diez|veinte|\d{1,2}) (?:horas?|hora|minutos?|ratos?|horitas?)\b|\bahorita\b|\brecien(?:cito)?\b(?= (?:me|se|nomas|ahora|hace))|\b(?:an|one|two|three|four|five|six|a few|half an|couple of|a couple of|\d{1,2}) (?:hours?|minutes?|hrs?|mins?) ago\b|\bjust now\b/g,
    0,
  ],
  [
    /\btoday\b|\btonight\b|\bthis (?:very )?(?:morning|afternoon|evening)\b|\bhoy\b(?! (?:hace|en (?:ocho|quince|una semana|dos semanas)|en dia|dia)\b)|\besta (?:misma )?(?:manana|tarde|noche|madrugada)\b|\bhoy dia\b/g,
    0,
  ],
];
