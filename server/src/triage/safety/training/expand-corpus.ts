import { readdirSync, readFileSync } from 'node:fs';
import { foldWord } from '../text-words.ts';

/** One line of training text and what it is. */
export interface Sample {
  text: string;
  label: string;
  /** Label, theme and language: what is held out together. */
  theme: string;
  language: 'en' | 'es';
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Slots = ReadonlyMap<string, readonly string[]>;
const CORPUS = new URL('./corpus/', import.meta.url);

/** Every template of the corpus, written out so many times with other words, other manners and other slips. */
export function expandCorpus(seed: number, each: { emergency: number; urgent: number; none: number }): Sample[] {
  const random = randomNumbers(seed);
  const slots = readSlots();
  const samples: Sample[] = [];
  for (const file of readdirSync(CORPUS).toSorted()) {
    const language = /\.(en|es)\.txt$/.exec(file)?.[1] as Sample['language'] | undefined;
    if (!language) continue;
    let label = 'none';
    let theme = file;
    for (const line of readFileSync(new URL(file, CORPUS), 'utf8').split('\n')) {
      const group = /^== (\S+) (\S+)/.exec(line);
      if (group) [label, theme] = [group[1] ?? label, `${group[1]} ${group[2]} ${language}`];
      if (group || line.startsWith('#') || line.trim() === '') continue;
      const times = label === 'none' ? each.none : label === 'urgent' ? each.urgent : each.emergency;
      const seen = new Set<string>();
      for (let index = 0; index < times; index += 1) {
        const plain = write(line, slots, random).replaceAll(/\s+/g, ' ').trim();
        if (seen.has(plain) && index % 2 === 0) continue;
        seen.add(plain);
        samples.push({ text: inManner(plain, language, random), label, theme, language });
      }
    }
  }
  return samples;
}

function readSlots(): Slots {
  const lines = readFileSync(new URL('slots.txt', CORPUS), 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [name = '', values = ''] = line.split(/\.(?:en|es): /);
      return [name, values.split('|')];
    }),
  );
}

/** Chooses among the alternatives of a template, from the innermost brackets out. */
function write(template: string, slots: Slots, random: () => number): string {
  let text = template;
  for (let depth = 0; depth < 12 && /[<([]/.test(text); depth += 1) {
    text = text
      .replaceAll(/<(\w+)>/g, (_, name: string) => pick(slots.get(name) ?? [''], random))
      .replaceAll(/\(([^()[\]<>]*)\)/g, (_, choices: string) => pick(choices.split('|'), random))
      .replaceAll(/\[([^()[\]<>]*)\]/g, (_, choices: string) => (random() < 0.5 ? pick(choices.split('|'), random) : ''));
  }
  return text;
}

const pick = (values: readonly string[], random: () => number): string => values[Math.floor(random() * values.length)] ?? '';

/** How people begin and end, whatever they have to say: it tells nothing, and the classifier is to learn that. */
const OPENINGS = {
  en: 'hi|hello|please help|help|hey|excuse me|sorry to bother you|good evening|quick question|not sure if this is the right place but|i think|omg|so|um|ok so|listen|its probably nothing but|my friend is asking|urgent|hi there i have a question|can you help|good morning'.split(
    '|',
  ),
  es: 'hola|buenas|ayuda|por favor|disculpe|perdón la molestia|buenas tardes|una pregunta|no sé si es aquí pero|oiga|este|mire|dios mío|a lo mejor no es nada pero|urgente|bueno|me ayuda|doctora|señorita|buenos días'.split(
    '|',
  ),
};
const ENDINGS = {
  en: 'please|thanks|what should i do|help|what do i do|thank you|?|!!|can you help me|is that ok|asap|please advise|any advice'.split('|'),
  es: 'por favor|gracias|qué hago|ayuda|?|!!|me ayuda|qué me recomienda|es normal|urge|ya|se los agradezco'.split('|'),
};

export function inManner(plain: string, language: 'en' | 'es', random: () => number): string {
  let text = plain;
  if (random() < 0.25) text = `${pick(OPENINGS[language], random)}${pick([' ', ', ', '. '], random)}${text}`;
  if (random() < 0.2) text = `${text}${pick([' ', ', ', '. '], random)}${pick(ENDINGS[language], random)}`;
  if (random() < 0.25) text = withSlip(text, random);
  if (random() < 0.3) text = text.toLowerCase().replaceAll(/[.,;:!?¿¡]/g, '');
  if (random() < 0.2) text = text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (random() < 0.1) text = text.toUpperCase();
  return text;
}

/** Two letters swapped, one left out or one doubled, in a word of some length. */
function withSlip(text: string, random: () => number): string {
  const words = text.split(' ');
  const index = Math.floor(random() * words.length);
  const word = words[index] ?? '';
  if (word.length < 5) return text;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kind = random();
  if (kind < 0.4) words[index] = word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  else if (kind < 0.75) words[index] = word.slice(0, at) + word.slice(at + 1);
  else words[index] = word.slice(0, at) + (word[at] ?? '') + word.slice(at);
  return words.join(' ');
}

/** Every word of the corpus as it is meant: none of them is a slip for another. */
export function wordsOfCorpus(): string[] {
  const text = readdirSync(CORPUS)
    .map((file) => readFileSync(new URL(file, CORPUS), 'utf8'))
    .join('\n');
  const words = text.match(/\p{L}(?:['’]?[\p{L}\p{M}])*/gu) ?? [];
  return [...new Set(words.map(foldWord))].toSorted();
}
