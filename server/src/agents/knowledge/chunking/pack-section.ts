import type { Block, Passage, Section } from './passage.ts';
import { countWords, sentencesOf } from './sentences.ts';

/** A passage is as long as a model or a person reads at once and still knows what it is about. Words. */
const LONGEST = 300;
/** Blocks are put together until there are so many words, where more of the section follows. */
const ENOUGH = 80;
/** The longest piece of text without a space that is left whole; texts without spaces are cut there. UTF-16 units. */
const LONGEST_SENTENCE = 2_400;

/**
 * The passages of a section, in order: its blocks whole as far as they fit, long ones divided between sentences, items or rows. Where a
 * paragraph is divided, its parts share a sentence, so that what refers to the one before is understood.
 */
export function packSection({ headings, blocks }: Section): Passage[] {
  const passages: Passage[] = [];
  let gathered: string[] = [];
  let words = 0;
  const flush = () => {
    if (gathered.length > 0) passages.push({ headings, text: gathered.join('\n\n') });
    gathered = [];
    words = 0;
  };
  const sizes = blocks.map(({ text }) => sizeOf(text));
  let rest = sizes.reduce((sum, size) => sum + size, 0);
  for (const [index, block] of blocks.entries()) {
    const size = sizes[index] ?? 0;
    // What is left stays together where it fits, so that no crumb remains.
    if (words >= ENOUGH && words + rest > LONGEST) flush();
    if (words > 0 && words + size > LONGEST) flush();
    rest -= size;
    if (size > LONGEST) {
      flush();
      for (const text of divide(block)) passages.push({ headings, text });
      continue;
    }
    gathered.push(block.text);
    words += size;
  }
  flush();
  return passages;
}

/** In words; what is written without spaces counts by its length. */
const sizeOf = (text: string): number => Math.max(countWords(text), Math.ceil(text.length / 20));

function divide({ kind, text }: Block): string[] {
  if (kind === 'table') return divideTable(text);
  if (kind === 'list') return gather(text.split(/\n(?=\S)/), '\n', 0);
  if (kind === 'code') return gather(text.split('\n'), '\n', 0);
  return gather(sentencesOf(text), ' ', 1);
}

/** Every part begins with the head of the table. */
function divideTable(text: string): string[] {
  const rows = text.split('\n');
  const headRows = /^[\s|:-]+$/.test(rows[1] ?? '') ? 2 : 0;
  const head = rows.slice(0, headRows).join('\n');
  return gather(rows.slice(headRows), '\n', 0).map((part) => (head === '' ? part : `${head}\n${part}`));
}

/** Puts pieces together up to the longest passage; `shared` of them stand in both of two neighbours. */
function gather(pieces: readonly string[], separator: string, shared: number): string[] {
  const parts: string[] = [];
  let gathered: string[] = [];
  let words = 0;
  for (const piece of pieces.flatMap(cutLong)) {
    const size = sizeOf(piece);
    if (gathered.length > shared && words + size > LONGEST) {
      parts.push(gathered.join(separator));
      gathered = gathered.slice(gathered.length - shared).filter((kept) => sizeOf(kept) + size <= LONGEST);
      words = gathered.reduce((sum, kept) => sum + sizeOf(kept), 0);
    }
    gathered.push(piece);
    words += size;
  }
  if (gathered.length > 0) parts.push(gathered.join(separator));
  return parts;
}

/** Pieces of a sentence that is longer than any passage, between words where there are spaces. */
function cutLong(piece: string): string[] {
  if (piece.length <= LONGEST_SENTENCE && countWords(piece) <= LONGEST) return [piece];
  const cut: string[] = [];
  let rest = piece;
  while (rest.length > LONGEST_SENTENCE || countWords(rest) > LONGEST) {
    const end = endOfPart(rest);
    cut.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...cut, rest].filter((part) => part !== '');
}

function endOfPart(text: string): number {
  const reach = text.slice(0, LONGEST_SENTENCE);
  const words = [...reach.matchAll(/\S+/g)];
  const last = words[LONGEST];
  const end = last?.index ?? (reach.length < text.length ? reach.lastIndexOf(' ') : reach.length);
  // No half of a surrogate pair where there is no space at all.
  return end > 0 ? end : reach.length - (/[\uD800-\uDBFF]$/.test(reach) ? 1 : 0);
}
