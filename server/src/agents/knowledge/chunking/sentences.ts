/** Words as people count them: what stands between spaces. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** After these a dot ends no sentence. */
const ABBREVIATION =
  /(?:^|\s)(?:dr|dra|drs|mr|mrs|ms|sr|sra|srta|prof|st|av|avda|no|núm|tel|ext|e\.g|i\.e|p\.ej|a\.m|p\.m|etc|vs|approx|aprox)\.$/i;
const INITIAL = /(?:^|\s)\p{Lu}\.$/u;
/** The longest of them, with what is before it. UTF-16 units. */
const ENDING = 10;
/** No sentence that anybody wrote; a text of abbreviations alone ends too. */
const LONGEST = 2_400;

/** The sentences of a text in order; together they are the text but for the spaces between them. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let current = '';
  for (const part of text.split(/(?<=[.!?…]["”»)]?)\s+|\n+/u)) {
    const piece = part.trim();
    if (piece === '') continue;
    current = current === '' ? piece : `${current} ${piece}`;
    if (current.length < LONGEST && isAbbreviation(current.slice(-ENDING))) continue;
    sentences.push(current);
    current = '';
  }
  if (current !== '') sentences.push(current);
  return sentences;
}

const isAbbreviation = (ending: string): boolean => ABBREVIATION.test(ending) || INITIAL.test(ending);
