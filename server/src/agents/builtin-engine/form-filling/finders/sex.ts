import { type Exchange, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { isMan, isWoman } from '../text/kin.ts';
import { readYesNo } from '../values/yes-no.ts';

const IN_QUESTION = /\b(?:year[- ]old|[a-z]+ty|you'?re an?|you are an?)\b(?: [\w-]+){0,4}? (female|woman|lady|male|man|gentleman)\b/;

/** “You're a thirty-three-year-old male, correct?” – “Yes.” */
export function sexInQuestion(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const match = IN_QUESTION.exec(exchange.question?.folded ?? '');
  const answer = readYesNo(exchange.reply.folded);
  if (!match?.[1] || answer?.value !== true) return [];
  const wanted = /female|woman|lady/.test(match[1]) ? 'woman' : 'man';
  const option = meaning.options.find(({ choice }) => choice?.named.test(wanted));
  if (!option) return [];
  const start = match.index + match[0].length - match[1].length;
  return [withQuestion(finding(option.value, exchange.reply, answer, 0.75), exchange, { start, end: start + match[1].length })];
}

/** Whoever writes for a son writes for a boy or a man. */
export function sexOfKin(meaning: FieldMeaning, exchange: Exchange, { carer }: Scene): Finding[] {
  const kin = carer?.kin;
  const wanted = kin === undefined ? undefined : isWoman(kin) ? 'woman' : isMan(kin) ? 'man' : undefined;
  const option = meaning.options.find(({ choice }) => wanted !== undefined && choice?.named.test(wanted));
  if (!option || !kin) return [];
  const named = new RegExp(`\\b(?:your|my|our|mi|su|tu|el|la|al) (?:[\\w-]+ ){0,4}?${kin}\\b`);
  const said = named.exec(exchange.reply.folded);
  if (said) return [finding(option.value, exchange.reply, { start: said.index, end: said.index + said[0].length }, 0.7)];
  const asked = exchange.question && named.exec(exchange.question.folded);
  const [first] = exchange.reply.sentences;
  if (!asked || !first) return [];
  return [
    withQuestion(finding(option.value, exchange.reply, first, 0.65), exchange, { start: asked.index, end: asked.index + asked[0].length }),
  ];
}
