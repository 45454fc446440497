import type { Random } from './random.ts';

/** What a message of a chaos client wants to be done; the model reads it from the text, the judge knows it from there too. */
export type Ask = 'ticket' | 'booking' | 'person';

/** The client's id of the message, in brackets at its beginning, and what it asks for. */
const KEY = /\[(c\d+-\d+)\]/g;

export function composeMessage(key: string, random: Random): string {
  return `[${key}]${drawAsks(random)
    .map((ask) => ` #${ask}`)
    .join('')} ${words(random, random.whole(2, 12))}`;
}

/** Most want an answer alone; a conversation that was handed over is over for the agent, so that is rare. */
function drawAsks(random: Random): Ask[] {
  const draw = random.next();
  if (draw < 0.58) return [];
  if (draw < 0.74) return ['ticket'];
  if (draw < 0.88) return ['booking'];
  if (draw < 0.96) return ['ticket', 'booking'];
  return ['person'];
}

export const asksOf = (content: string): Ask[] => (['ticket', 'booking', 'person'] as const).filter((ask) => content.includes(` #${ask}`));

/** Every key that a text names, in order. */
export const keysIn = (text: string): string[] => [...text.matchAll(KEY)].map(([, key]) => key ?? '');

const WORDS = 'when where please open appointment tomorrow mañana niño doctor knee 🙂 results thanks about visit card morning'.split(' ');

export const words = (random: Random, count: number): string => Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
