import type { FieldMeaning } from '../fields/field-meaning.ts';
import { readUtterance } from '../text/utterance.ts';
import type { Exchange, Finder, Scene } from './scene.ts';

/** The visitor says that what was told before was wrong. */
const TAKES_BACK =
  /^\W*(?:(?:no+|oh|oops|ups|ay|wait|espere|uy)\W+)*(?:sorry|i meant|i mean|my mistake|my bad|correction|scratch that|perdon|disculpe|quise decir|quiero decir|me equivoque|correccion|mejor dicho)\b/;
/** So it may be said, or it answers the question that was asked. */
const MAY_TAKE_BACK = /^\W*(?:no+|oh no|ay no)\W+(?:it's|it is|its|that's|es|son|era)\b/;
/** Of these a value is recognised for sure. */
const SURE_KINDS = new Set<FieldMeaning['kind']>(['number', 'date', 'time', 'choice']);
const SURE_TOPICS = new Set(['phone', 'email']);

/** “No, sorry, the 15th” after the next question was asked answers the one before it, where it holds a value for that one and none for this. */
export function withCorrections(scene: Scene, find: Finder): Scene {
  const exchanges: Exchange[] = [];
  for (const exchange of scene.exchanges) {
    const earlier = exchanges.at(-1);
    exchanges.push(earlier && answersEarlier(exchange, earlier, scene, find) ? asReplyTo(earlier, exchange) : exchange);
  }
  return { ...scene, exchanges };
}

function answersEarlier(exchange: Exchange, earlier: Exchange, scene: Scene, find: Finder): boolean {
  const { folded } = exchange.reply;
  const isClear = TAKES_BACK.test(folded);
  if (!isClear && !MAY_TAKE_BACK.test(folded)) return false;
  if (!isClear && exchange.asked.some(({ meaning }) => meaning.kind === 'choice')) return false;
  // “No, it's because of my knee” answers a yes-or-no question; “no, it's May 6, 1999” can only be the day that was told before.
  const isYesOrNo = exchange.asked.some(({ meaning }) => meaning.kind === 'truth');
  if (!isClear && isYesOrNo && !earlier.asked.some(({ meaning }) => meaning.topic?.id === 'birth-date')) return false;
  const fits = (one: Exchange) => (meaning: FieldMeaning) => find(meaning, one, scene).length > 0;
  const isSure = ({ kind, topic }: FieldMeaning) => SURE_KINDS.has(kind) || SURE_TOPICS.has(topic?.id ?? '');
  const now = exchange.asked.map(({ meaning }) => meaning).filter((meaning) => meaning.kind !== 'truth');
  const before = earlier.asked.map(({ meaning }) => meaning).filter((meaning) => meaning.kind !== 'truth' && (isClear || isSure(meaning)));
  return before.some(fits(asReplyTo(earlier, exchange))) && !now.some(fits(exchange));
}

/** Without the words that take something back, every other character at its place. */
function asReplyTo({ question, asked }: Exchange, exchange: Exchange): Exchange {
  const { id, content, folded } = exchange.reply;
  const length = TAKES_BACK.exec(folded)?.[0].length ?? 0;
  const reply = readUtterance({ id, content: ' '.repeat(length) + content.slice(length) });
  return { ...exchange, question, asked, reply };
}
