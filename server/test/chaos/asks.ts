import type { Random } from './random.ts';

/** What a message of a chaos client wants to be done; the model reads it from the text, the judge knows it from there too. */
export type Ask = 'ticket' | 'booking' | 'person';

/** The client's id of the message, in brackets at its beginning, and what it asks for. */
const KEY = /\[(c\d+-\d+)\]/g;

export function composeMessage(key: string, random: Random): string {
  return `[${key}]${drawAsks(random)
    .map((ask) => ` #${ask}`)
    .join('')} ${sentences(random, random.whole(1, 4))}`;
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

/** Sentences of an office: the screen reads every message, and one that it takes for an emergency is answered by its text, not by the model. */
const SENTENCES = [
  'When do you open?',
  'Where can I park?',
  'Is there a bus?',
  '¿A qué hora abren?',
  '¿Dónde está la oficina?',
  'Thanks!',
  'Gracias 🙂',
  'Which form do I bring?',
  'Please call me back.',
  'Is Thursday possible?',
  '¿Puedo pagar con tarjeta?',
  'How long does a visit take?',
];

export const sentences = (random: Random, count: number): string => Array.from({ length: count }, () => random.pick(SENTENCES)).join(' ');

const WORDS = 'when where please open appointment tomorrow mañana thanks about visit card morning 🙂'.split(' ');

/** Words in any order, for what models say and write; nothing screens them. */
export const words = (random: Random, count: number): string => Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
