import type { Block, Section } from './passage.ts';

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const ROW = /^\s*\|.*\|\s*$/;
const INDENTED = /^\s{2,}\S/;

/** The sections of a Markdown text, each with the path of its headings and its blocks whole. A heading that repeats the title is left out. */
export function markdownSections(markdown: string, title: string): Section[] {
  const sections: { headings: string[]; blocks: Block[] }[] = [{ headings: [], blocks: [] }];
  const path: { level: number; text: string }[] = [];
  const current = () => sections[sections.length - 1] ?? { headings: [], blocks: [] };
  let fence: string | undefined;

  const addLine = (kind: Block['kind'], line: string, joins: boolean) => {
    const { blocks } = current();
    const last = blocks[blocks.length - 1];
    if (joins && last?.kind === kind) last.text += `\n${line}`;
    else blocks.push({ kind, text: line });
  };

  let afterBlank = true;
  for (const raw of markdown.split(/\r\n?|\n/)) {
    const line = raw.trimEnd();
    const marks = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      addLine('code', line, true);
      if (marks?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (marks !== undefined) {
      fence = marks;
      addLine('code', line, false);
      continue;
    }
    if (line === '') {
      afterBlank = true;
      continue;
    }
    const heading = HEADING.exec(line);
    if (heading) {
      const level = heading[1]?.length ?? 1;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({ level, text: plain(heading[2] ?? '') });
      const headings = path.map(({ text }) => text).filter((text) => text !== '' && text !== title.trim());
      sections.push({ headings, blocks: [] });
    } else {
      const kind = kindOf(line, current().blocks.at(-1), afterBlank);
      // The items of a list may stand apart; paragraphs and tables end with an empty line.
      addLine(kind, line, kind === 'list' || !afterBlank);
    }
    afterBlank = false;
  }
  return sections.filter(({ blocks }) => blocks.length > 0);
}

function kindOf(line: string, before: Block | undefined, afterBlank: boolean): Block['kind'] {
  if (ROW.test(line)) return 'table';
  if (ITEM.test(line)) return 'list';
  // What is indented, or follows without a gap, belongs to the item before it.
  if (before?.kind === 'list' && (INDENTED.test(line) || !afterBlank)) return 'list';
  return 'paragraph';
}

/** A heading without the marks for bold, code and links. */
const plain = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]+/g, '')
    .trim();
