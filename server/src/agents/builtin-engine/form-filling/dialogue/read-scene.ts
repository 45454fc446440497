import type { ExtractionMessage } from '../../../extraction/extraction-engine.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { readUtterance, type Utterance } from '../text/utterance.ts';
import { todayIn } from '../values/calendar.ts';
import { isSpanishText } from './language.ts';
import { readCarer } from './patient.ts';
import { readAsked } from './questions.ts';
import type { Exchange, Scene } from './scene.ts';

export interface SceneSource {
  messages: readonly ExtractionMessage[];
  language: string;
  now: Date;
  timeZone: string;
}

/** Cuts a conversation into the visitor's messages, each with the question right before it. */
export function readScene({ messages, language, now, timeZone }: SceneSource, meanings: readonly FieldMeaning[]): Scene {
  const said = messages.map((message) => ({ role: message.role, utterance: readUtterance(message) }));
  const exchanges: Exchange[] = [];
  let question: Utterance | undefined;
  for (const { role, utterance } of said) {
    if (role !== 'user') {
      question = utterance;
      continue;
    }
    const asked = question ? readAsked(question, meanings) : [];
    exchanges.push({ index: exchanges.length, question, asked, reply: utterance, isSpanish: isSpanishText(utterance.folded, language) });
  }
  const spanish = exchanges.filter((exchange) => exchange.isSpanish).length;
  return {
    exchanges,
    today: todayIn(timeZone, now),
    isDayFirst: isDayFirst(language, spanish * 2 > exchanges.length),
    language,
    carer: readCarer(said),
  };
}

/** In English the month comes first, unless the conversation's English is another one than America's. */
function isDayFirst(language: string, isSpanish: boolean): boolean {
  return isSpanish || /^en-(?:gb|au|nz|ie|in|za)\b/i.test(language);
}
