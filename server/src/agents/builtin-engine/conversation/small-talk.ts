import type { ReplyLanguage } from '../../prompts/reply-language.ts';
import type { Heard } from './listening/hear.ts';
import { REPLIES } from './replies/replies.ts';
import type { Abilities } from './replies/reply-texts.ts';

/** What is said to courtesies, to questions about the assistant and to complaints. */
export function smallTalk(
  heard: Heard,
  { language, abilities, isFirst, hasFiles }: { language: ReplyLanguage; abilities: Abilities; isFirst: boolean; hasFiles: boolean },
): string[] {
  const replies = REPLIES[language];
  const { courtesies } = heard;
  const said: string[] = [];
  if (isFirst) said.push(replies.hello);
  else if (courtesies.has('greeting') || heard.isBack) said.push(replies.helloAgain);
  if (courtesies.has('how-are-you')) said.push(replies.howAreYou);
  if (heard.asksWhoAnswers && !isFirst) said.push(replies.whoIAm(abilities));
  if (heard.complains) said.push(replies.sorry);
  if (hasFiles) said.push(replies.files);
  else if (heard.isWordless && courtesies.size === 0) said.push(replies.wordless);
  if (courtesies.has('thanks') && heard.rest === '') said.push(replies.youAreWelcome);
  return said;
}
