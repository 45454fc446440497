import type { ChatMessage } from '../models/chat-model.ts';
import { singleLine } from './variables.ts';

/** A stored message as far as a model needs it. `agent` is a person of the team. */
export interface HistoryMessage {
  role: 'user' | 'assistant' | 'agent' | 'system';
  content: string;
  authorName?: string | undefined;
}

/** So much context a model always has, whatever the budget says. */
export const MINIMUM_MESSAGES = 10;
/** What is left of a text that has to be shortened. */
const SHORTEST_TOKENS = 25;
/** Role and separators of one message. */
const OVERHEAD_TOKENS = 4;
const CUT_MARK = ' […]';

/** About a token per four UTF-16 units: right within a third for English and Spanish, and no model's own count is the same as another's. */
export const approximateTokens = (text: string): number => Math.ceil(text.length / 4);

/**
 * The latest messages, oldest first, as many as the budget holds. The last ten are always there; where they alone are
 * too long, the oldest of them are shortened first, and the newest is never touched, even if the budget is missed by that.
 */
export function buildHistory(messages: readonly HistoryMessage[], budgetTokens: number): ChatMessage[] {
  const worded = messages.filter(({ content }) => content.trim() !== '');
  const kept = worded.slice(firstKept(worded, budgetTokens));
  return shortened(kept, budgetTokens).map(toChatMessage);
}

function firstKept(messages: readonly HistoryMessage[], budgetTokens: number): number {
  let first = messages.length;
  let spentTokens = 0;
  for (const message of messages.toReversed()) {
    spentTokens += cost(message);
    const isAmongLast = messages.length - first < MINIMUM_MESSAGES;
    if (spentTokens > budgetTokens && !isAmongLast) break;
    first -= 1;
  }
  return first;
}

function shortened(messages: readonly HistoryMessage[], budgetTokens: number): HistoryMessage[] {
  let excessTokens = messages.reduce((sum, message) => sum + cost(message), 0) - budgetTokens;
  return messages.map((message, position) => {
    const isNewest = position === messages.length - 1;
    const tokens = approximateTokens(message.content);
    if (excessTokens <= 0 || isNewest || tokens <= SHORTEST_TOKENS) return message;
    const content = cut(message.content, Math.max(SHORTEST_TOKENS, tokens - excessTokens));
    excessTokens -= tokens - approximateTokens(content);
    return { ...message, content };
  });
}

function cut(text: string, tokens: number): string {
  const units = tokens * 4 - CUT_MARK.length;
  // Not between the halves of a surrogate pair.
  const end = /[\uD800-\uDBFF]/.test(text.charAt(units - 1)) ? units - 1 : units;
  return text.slice(0, end) + CUT_MARK;
}

const cost = (message: HistoryMessage) => approximateTokens(toChatMessage(message).content) + OVERHEAD_TOKENS;

/**
 * What people of the team and the system wrote goes into the assistant's role with a mark, because a visitor can write
 * any mark but not in that role, and because many models take system messages only at the beginning.
 */
function toChatMessage({ role, content, authorName }: HistoryMessage): ChatMessage {
  switch (role) {
    case 'user':
    case 'assistant':
      return { role, content };
    case 'agent': {
      const name = singleLine(authorName ?? '').replaceAll(/[[\]]/g, '');
      return { role: 'assistant', content: `[${name === '' ? 'A person' : `${name}, a person`} of the team] ${content}` };
    }
    case 'system':
      return { role: 'assistant', content: `[Notice of the system] ${content}` };
  }
}
