import { type ComponentChild, h } from 'preact';
import { inline } from './inline.ts';

interface Block {
  readonly node: ComponentChild;
  /** The first line after it. */
  readonly next: number;
}

const FENCE = /^ {0,3}(```|~~~)/;
const HEADING = /^ {0,3}#{1,6} +/;
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( *)([-*+]|\d{1,9}[.)]) +/;
const TABLE_RULE = /^[ \t:|-]+$/;

/** Reads what begins at a line that is not empty. */
export function readBlock(lines: readonly string[], at: number, depth = 0): Block {
  const line = lines[at] ?? '';
  if (FENCE.test(line)) return readFence(lines, at);
  if (HEADING.test(line)) {
    const title = line.replace(HEADING, '').replace(/ #+$/, '');
    return { node: h('p', { class: 'heading' }, h('strong', null, inline(title))), next: at + 1 };
  }
  if (RULE.test(line.trimEnd())) return { node: h('hr', null), next: at + 1 };
  if (QUOTE.test(line)) return readQuote(lines, at, depth);
  if (ITEM.test(line)) return readList(lines, at);
  if (isTable(lines, at)) return readTable(lines, at);
  return readParagraph(lines, at);
}

function isTable(lines: readonly string[], at: number): boolean {
  const rule = lines[at + 1] ?? '';
  return (lines[at] ?? '').includes('|') && rule.includes('-') && rule.includes('|') && TABLE_RULE.test(rule);
}

const beginsBlock = (lines: readonly string[], at: number) =>
  [FENCE, HEADING, QUOTE, ITEM].some((begin) => begin.test(lines[at] ?? '')) ||
  RULE.test((lines[at] ?? '').trimEnd()) ||
  isTable(lines, at);

function readFence(lines: readonly string[], at: number): Block {
  const mark = FENCE.exec(lines[at] ?? '')?.[1] ?? '```';
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').trimStart().startsWith(mark)) end++;
  const code = lines.slice(at + 1, end).join('\n');
  return { node: h('pre', { tabIndex: 0 }, h('code', null, code)), next: end + 1 };
}

function readQuote(lines: readonly string[], at: number, depth: number): Block {
  let end = at;
  const quoted: string[] = [];
  while (end < lines.length && QUOTE.test(lines[end] ?? '')) quoted.push((lines[end++] ?? '').replace(QUOTE, ''));
  if (depth >= 2) return { node: h('blockquote', null, inline(quoted.join('\n'))), next: end };
  const children: ComponentChild[] = [];
  for (let inside = 0; inside < quoted.length; ) {
    if (!quoted[inside]?.trim()) {
      inside++;
      continue;
    }
    const block = readBlock(quoted, inside, depth + 1);
    children.push(block.node);
    inside = block.next;
  }
  return { node: h('blockquote', null, children), next: end };
}

interface Item {
  readonly lines: string[];
  readonly nested: string[];
}

/** A list, and within its items one more. */
function readList(lines: readonly string[], at: number): Block {
  const [, indent = '', mark = ''] = ITEM.exec(lines[at] ?? '') ?? [];
  const isOrdered = mark.length > 1;
  const items: Item[] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const found = ITEM.exec(line);
    const last = items.at(-1);
    if (found && (found[1] ?? '').length < indent.length + 2) {
      if ((found[2] ?? '').length > 1 !== isOrdered) break;
      items.push({ lines: [line.slice(found[0].length)], nested: [] });
    } else if (last && line.trim() && (found || line.startsWith(' ')) && !FENCE.test(line)) {
      // Deeper items make the list within; other lines go on with what stood last.
      if (found) last.nested.push(line.trim());
      else (last.nested.length > 0 ? last.nested : last.lines).push(line.trim());
    } else break;
  }
  const children = items.map((item) => h('li', null, [inline(item.lines.join('\n')), item.nested.length > 0 && nestedList(item.nested)]));
  const start = isOrdered ? Number.parseInt(mark, 10) : 1;
  return { node: h(isOrdered ? 'ol' : 'ul', start === 1 ? null : { start }, children), next: end };
}

function nestedList(lines: readonly string[]): ComponentChild {
  const items: string[] = [];
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else items.push(`${items.pop() ?? ''}\n${line}`);
  }
  const children = items.map((item) => h('li', null, inline(item)));
  return h(/^\d/.test(lines[0] ?? '') ? 'ol' : 'ul', null, children);
}

function readTable(lines: readonly string[], at: number): Block {
  let end = at + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end++;
  const row = (line: string, tag: 'th' | 'td') =>
    h(
      'tr',
      null,
      cells(line).map((cell) => h(tag, null, inline(cell))),
    );
  const body = lines.slice(at + 2, end).map((line) => row(line, 'td'));
  const table = h('table', null, [h('thead', null, row(lines[at] ?? '', 'th')), h('tbody', null, body)]);
  // Wide tables move within the bubble, and can be moved by keyboard.
  return { node: h('div', { class: 'table', tabIndex: 0 }, table), next: end };
}

function cells(line: string): string[] {
  const trimmed = line.trim();
  return trimmed
    .slice(trimmed.startsWith('|') ? 1 : 0, trimmed.endsWith('|') ? -1 : undefined)
    .split('|')
    .map((cell) => cell.trim());
}

/** Its lines stay lines: in a chat a new line is meant as one, and the styles keep it. */
function readParagraph(lines: readonly string[], at: number): Block {
  let end = at + 1;
  while (end < lines.length && lines[end]?.trim() && !beginsBlock(lines, end)) end++;
  return {
    node: h(
      'p',
      null,
      inline(
        lines
          .slice(at, end)
          .map((line) => line.trim())
          .join('\n'),
      ),
    ),
    next: end,
  };
}
