import { readdirSync, readFileSync } from 'node:fs';
import { foldWord } from './text-words.ts';

/** Which groups of words that mean nearly the same begin at a place of a sentence. */
export interface Thesaurus {
  groupsAt(words: readonly string[], index: number): readonly string[];
}

interface Entry {
  group: string;
  words: readonly string[];
  /** The last word stands for every word that begins so. */
  isStem: boolean;
}

const FILES = new URL('./thesaurus/', import.meta.url);
/** No stem is shorter. */
const STEM_HEAD = 4;
const NONE: readonly string[] = [];

/** Lines of `group: word two_words stem* …`, with `#` before what is a comment. */
export function loadThesaurus(): Thesaurus {
  const byFirstWord = new Map<string, Entry[]>();
  const byStemHead = new Map<string, Entry[]>();
  for (const file of readdirSync(FILES).toSorted()) {
    for (const line of readFileSync(new URL(file, FILES), 'utf8').split('\n')) {
      const [, group, entries] = /^([\w-]+): (.+)$/.exec(line) ?? [];
      if (group === undefined || entries === undefined) continue;
      for (const entry of entries.trim().split(/\s+/)) add(group, entry);
    }
  }
  return { groupsAt };

  function add(group: string, text: string): void {
    const isStem = text.endsWith('*');
    const words = text.replace('*', '').split('_').map(foldWord);
    const [first = ''] = words;
    const [map, key] = isStem && words.length === 1 ? [byStemHead, first.slice(0, STEM_HEAD)] : [byFirstWord, first];
    const entry = { group, words, isStem };
    const list = map.get(key);
    if (list) list.push(entry);
    else map.set(key, [entry]);
  }

  function groupsAt(words: readonly string[], index: number): readonly string[] {
    const word = words[index] ?? '';
    const whole = byFirstWord.get(word);
    const stems = byStemHead.get(word.slice(0, STEM_HEAD));
    if (!whole && !stems) return NONE;
    const groups = new Set<string>();
    for (const { group, words: parts, isStem } of whole ?? []) {
      const stands = parts.every((part, offset) => {
        const at = words[index + offset] ?? '';
        return isStem && offset === parts.length - 1 ? at.startsWith(part) : at === part;
      });
      if (stands) groups.add(group);
    }
    for (const { group, words: parts } of stems ?? []) if (word.startsWith(parts[0] ?? '')) groups.add(group);
    return [...groups];
  }
}
