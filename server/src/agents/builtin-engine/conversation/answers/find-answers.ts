import type { ChatRequest } from '../../../models/chat-model.ts';
import { SEARCH_TOOL } from '../../../prompts/instructions.ts';
import type { ReplyLanguage } from '../../../prompts/reply-language.ts';
import type { Talk } from '../listening/talk.ts';
import { REPLIES } from '../replies/replies.ts';
import { knowledgeAnswer } from './knowledge-answer.ts';
import { organisationAnswer } from './organisation-answers.ts';
import { questionBefore, searchQuery } from './search-query.ts';

export type Answers =
  /** Something has to be looked up first. */
  | { kind: 'search'; query: string }
  /** `isKnown`: none of the questions has stayed without a sure answer. `isOpen`: there is one without any. */
  | { kind: 'found'; answers: string[]; isKnown: boolean; isOpen: boolean };

/** What can be said to these questions: what the business says about itself first, the rest from its documents. */
export function findAnswers(
  questions: readonly string[],
  { organisation, tools }: Pick<ChatRequest, 'organisation' | 'tools'>,
  talk: Talk,
  language: ReplyLanguage,
): Answers {
  const earlier = talk.said.slice(0, talk.answered);
  const answers: string[] = [];
  const open: string[] = [];
  for (const question of questions) {
    const answer = organisationAnswer({ question, context: questionBefore(question, earlier) }, organisation, language);
    if (answer === undefined) open.push(question);
    else if (!answers.includes(answer)) answers.push(answer);
  }
  if (open.length === 0) return { kind: 'found', answers, isKnown: true, isOpen: false };

  const asked = open.join(' ');
  const query = searchQuery(asked, questionBefore(asked, earlier));
  const settled = talk.calls.findLast(({ name, argumentsText }) => name === SEARCH_TOOL && queryIn(argumentsText) === query);
  if (!settled && tools.some(({ name }) => name === SEARCH_TOOL)) return { kind: 'search', query };
  const found = settled && !settled.failed ? knowledgeAnswer(settled.content, query, language) : undefined;
  const said = found === undefined ? [...answers, REPLIES[language].unknown] : [...answers, found.text];
  return { kind: 'found', answers: said, isKnown: found?.isSure === true, isOpen: found === undefined };
}

function queryIn(argumentsText: string): unknown {
  try {
    return (JSON.parse(argumentsText) as { query?: unknown }).query;
  } catch {
    return undefined;
  }
}
