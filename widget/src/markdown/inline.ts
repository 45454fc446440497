import { type ComponentChild, h } from 'preact';

/**
 * Text with emphasis, code and links as nodes of Preact. Nothing is ever read as HTML. Every character is looked at a bounded number of
 * times, whatever the text is.
 */
export function inline(text: string): ComponentChild[] {
  return new InlineReader(text).read();
}

/** What a person has written: to the letter, but addresses can be followed. */
export function plainText(text: string): ComponentChild[] {
  return new InlineReader(text, 'links-only').read();
}

/** An address that may be followed, in the form in which the browser reads it; undefined for every other kind. */
export function safeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
}

export function link(href: string, children: ComponentChild): ComponentChild {
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, children);
}

/** Emphasis that has begun and may end: until it does, its mark stands there as it was written. */
interface Span {
  readonly mark: string;
  readonly children: ComponentChild[];
}

/** Deeper nesting than this is not meant; the marks stay as they are. */
const MAX_DEPTH = 12;
const TAGS: Readonly<Record<string, string>> = { '*': 'em', _: 'em', '**': 'strong', __: 'strong', '~~': 'del' };
const SPACE = /\s/;
const WORD = /[\p{L}\p{N}]/u;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const URL_END = /[\s<>"`]/;

class InlineReader {
  readonly #text: string;
  readonly #linksOnly: boolean;
  #at = 0;
  #plainFrom = 0;
  readonly #spans: Span[] = [{ mark: '', children: [] }];
  /** Runs of backticks that have no end, by their length. */
  readonly #endless = new Set<number>();
  /** Up to here no address in brackets ends. */
  #noAddressUntil = 0;

  constructor(text: string, mode?: 'links-only') {
    this.#text = text;
    this.#linksOnly = mode === 'links-only';
  }

  read(): ComponentChild[] {
    while (this.#at < this.#text.length) if (!this.#special()) this.#at++;
    this.#flush();
    while (this.#spans.length > 1) this.#unwrap();
    return this.#top().children;
  }

  #top(): Span {
    return this.#spans.at(-1) as Span;
  }

  /** Reads what begins here, if something does. */
  #special(): boolean {
    const character = this.#text[this.#at] ?? '';
    if (character === 'h') return this.#bareAddress();
    if (this.#linksOnly) return false;
    if (character === '\\') return this.#escaped();
    if (character === '`') return this.#code();
    if (character === '*' || character === '_' || character === '~') return this.#emphasis(character);
    if (character === '[') return this.#open('[', 1);
    if (character === '!' && this.#text[this.#at + 1] === '[') return this.#open('![', 2);
    return character === ']' && this.#closeLink();
  }

  /** What was read up to here is text. */
  #flush(next = this.#at): void {
    if (this.#plainFrom < this.#at) this.#top().children.push(this.#text.slice(this.#plainFrom, this.#at));
    this.#at = next;
    this.#plainFrom = next;
  }

  #put(node: ComponentChild, next: number): true {
    this.#flush(next);
    this.#top().children.push(node);
    return true;
  }

  #open(mark: string, length: number): boolean {
    if (this.#spans.length > MAX_DEPTH) return false;
    this.#flush(this.#at + length);
    this.#spans.push({ mark, children: [] });
    return true;
  }

  /** The innermost span was none: its mark was text. */
  #unwrap(): void {
    const span = this.#spans.pop() as Span;
    const { children } = this.#top();
    children.push(span.mark);
    for (const child of span.children) children.push(child);
  }

  #indexOf(isMeant: (mark: string) => boolean): number {
    return this.#spans.findLastIndex((span) => isMeant(span.mark));
  }

  #closeTo(index: number): ComponentChild[] {
    while (this.#spans.length - 1 > index) this.#unwrap();
    return (this.#spans.pop() as Span).children;
  }

  #escaped(): boolean {
    if (!PUNCTUATION.test(this.#text[this.#at + 1] ?? '')) return false;
    this.#flush(this.#at + 1);
    this.#at++;
    return true;
  }

  #code(): boolean {
    let start = this.#at;
    while (this.#text[start] === '`') start++;
    const length = start - this.#at;
    const end = this.#endless.has(length) ? -1 : this.#text.indexOf('`'.repeat(length), start);
    if (end >= 0) return this.#put(h('code', null, this.#text.slice(start, end)), end + length);
    this.#endless.add(length);
    this.#at = start;
    return true;
  }

  #emphasis(character: string): boolean {
    const [second, third] = this.#text.slice(this.#at + 1, this.#at + 3);
    // Of three that end both kinds, the inner one comes first.
    const isDouble = second === character && !(third === character && this.#top().mark === character);
    const mark = isDouble ? character + character : character;
    if (!TAGS[mark]) return false;
    const before = this.#text[this.#at - 1] ?? ' ';
    const after = this.#text[this.#at + mark.length] ?? ' ';
    // Within a word an underscore is part of the word.
    const isWithinWord = character === '_' && WORD.test(before) && WORD.test(after);
    const index = SPACE.test(before) || isWithinWord ? -1 : this.#indexOf((open) => open === mark);
    if (index > 0) {
      this.#flush(this.#at + mark.length);
      return this.#put(h(TAGS[mark] ?? 'em', null, this.#closeTo(index)), this.#at);
    }
    if (!SPACE.test(after) && !isWithinWord && this.#open(mark, mark.length)) return true;
    this.#at += mark.length;
    return true;
  }

  #closeLink(): boolean {
    const index = this.#indexOf((open) => open.endsWith('['));
    if (index < 1) return false;
    const start = this.#at + 2;
    const end = this.#text[this.#at + 1] === '(' ? this.#addressEnd(start) : -1;
    const href = end < 0 ? undefined : safeAddress(this.#text.slice(start, end));
    if (href === undefined) {
      this.#flush();
      while (this.#spans.length > index) this.#unwrap();
      return false;
    }
    this.#flush(end + 1);
    const label = this.#closeTo(index);
    // A link within a link is none: what was open around this one was text.
    while (this.#indexOf((open) => open.endsWith('[')) > 0) this.#unwrap();
    return this.#put(link(href, label.length > 0 ? label : href), this.#at);
  }

  #addressEnd(start: number): number {
    if (start < this.#noAddressUntil) return -1;
    let end = start;
    while (end < this.#text.length && this.#text[end] !== ')' && !SPACE.test(this.#text[end] ?? '')) end++;
    if (this.#text[end] === ')') return end;
    this.#noAddressUntil = end;
    return -1;
  }

  #bareAddress(): boolean {
    if (!this.#text.startsWith('https://', this.#at) && !this.#text.startsWith('http://', this.#at)) return false;
    if (WORD.test(this.#text[this.#at - 1] ?? ' ') || this.#indexOf((open) => open.endsWith('[')) > 0) return false;
    let end = this.#at;
    while (end < this.#text.length && !URL_END.test(this.#text[end] ?? '')) end++;
    // What ends a sentence or closes a bracket around the address is not of it.
    while (/[.,;:!?'*_~)\]]/.test(this.#text[end - 1] ?? '')) end--;
    const address = this.#text.slice(this.#at, end);
    const href = safeAddress(address);
    if (href === undefined) return false;
    return this.#put(link(href, address), end);
  }
}
