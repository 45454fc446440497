import { languageOf } from '../../../knowledge/analysis/language.ts';
import { termsOf } from '../../../knowledge/analysis/terms.ts';

/** UTF-16 units. */
const LONGEST_QUOTE = 400;
const CUT_MARK = ' …';

/** The sentences of a passage that have most of the question, one after the other, as many as fit. */
export function quoteWindow(text: string, question: string): string {
  const sentences = readableSentences(text);
  const whole = sentences.join(' ');
  if (whole.length <= LONGEST_QUOTE) return whole;
  const language = languageOf(text);
  const wanted = new Set(termsOf(question, language).map(({ term }) => term));
  const points = sentences.map(
    (sentence) =>
      new Set(
        termsOf(sentence, language)
          .map(({ term }) => term)
          .filter((term) => wanted.has(term)),
      ).size,
  );

  let best = { from: 0, to: 1, points: -1 };
  for (let from = 0; from < sentences.length; from += 1) {
    let total = 0;
    let length = 0;
    for (let to = from; to < sentences.length; to += 1) {
      length += (sentences[to]?.length ?? 0) + 1;
      if (length - 1 > LONGEST_QUOTE && to > from) break;
      total += points[to] ?? 0;
      const isLonger = total === best.points && from === best.from;
      if (total > best.points || isLonger) best = { from, to: to + 1, points: total };
    }
  }
  const quote = sentences.slice(best.from, best.to).join(' ');
  if (quote.length > LONGEST_QUOTE) return `${quote.slice(0, quote.lastIndexOf(' ', LONGEST_QUOTE - CUT_MARK.length))}${CUT_MARK}`;
  return best.to < sentences.length ? `${quote}${CUT_MARK}` : quote;
}

/** Without the marks of Markdown; the items of a list and the lines of a table stand for themselves. */
function readableSentences(text: string): string[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:#{1,6}|[-*+]|>)\s+/, '')
        .replace(/^\s*\|?[\s:|-]+\|?\s*$/, '')
        .replace(/^\s*\||\|\s*$/g, '')
        .replace(/\s*\|\s*/g, ': ')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .flatMap((line, index, lines) => (/[.!?:;…]$/.test(line) || index === lines.length - 1 ? [line] : [`${line};`]))
    .join('\n')
    .split(/\n|(?<=[.!?…])\s+(?=[\p{Lu}¿¡\d"“])/u)
    .filter((sentence) => sentence.trim() !== '');
}
