import type { RecordedStep } from '#messaging/turns/turn-steps.repository.ts';
import type { ChatMessage, ModelAttachment } from '../models/chat-model.ts';
import { singleLine } from './single-line.ts';
import { beginningWithin, bytesWithin, estimateTokens } from './token-estimate.ts';

/** A stored message as far as a model needs it. `agent` is a person of the team. */
export interface HistoryMessage {
  role: 'user' | 'assistant' | 'agent' | 'system';
  content: string;
  authorName?: string | undefined;
  /** Of a visitor's message: what a model can be shown. */
  attachments?: readonly ModelAttachment[] | undefined;
}

/** So much context a model always has, whatever the budget says. */
export const MINIMUM_MESSAGES = 10;
/** Role and separators of one message. */
const OVERHEAD_TOKENS = 4;
/** What is left of a text that has to be shortened. */
const SHORTEST_TOKENS = 25;
const CUT_MARK = ' […]';
const CUT_MARK_TOKENS = estimateTokens(CUT_MARK);
/** Providers bill a picture by its area and scale large ones down to about this; of a document they read text and picture of each page. */
const ATTACHMENT_TOKENS: Record<ModelAttachment['kind'], number> = { image: 1_600, document: 6_000 };

/**
 * The latest messages, oldest first, as many as the budget holds. The last ten are always there; where they alone are
 * too much, the files and then the texts of the oldest of them give way first. The newest is never touched, even if the
 * budget is missed by that.
 */
export function buildHistory(messages: readonly HistoryMessage[], budgetTokens: number): ChatMessage[] {
  const { kept, tokens } = latest(messages.filter(saysSomething), budgetTokens);
  if (tokens <= budgetTokens) return kept.map(toChatMessage);
  return shortened(withoutOldFiles(kept, budgetTokens), budgetTokens).map(toChatMessage);
}

/** Which of the latest messages to read, so that `buildHistory` has all that the budget can hold. */
export const latestWithin = (budgetTokens: number) => ({
  atLeast: MINIMUM_MESSAGES,
  bytes: bytesWithin(budgetTokens),
  bytesPerMessage: bytesWithin(OVERHEAD_TOKENS),
});

/** What a turn has already done comes after the history and takes its room: texts, calls and what the tools answered. */
export function stepTokens(steps: readonly Pick<RecordedStep, 'text' | 'calls'>[]): number {
  return sum(steps, ({ text, calls }) => {
    const ofCalls = sum(calls, (call) => estimateTokens(call.argumentsText) + estimateTokens(call.result ?? '') + 2 * OVERHEAD_TOKENS);
    return estimateTokens(text) + ofCalls + OVERHEAD_TOKENS;
  });
}

const saysSomething = ({ content, attachments = [] }: HistoryMessage): boolean => attachments.length > 0 || content.trim() !== '';

function latest(messages: readonly HistoryMessage[], budgetTokens: number): { kept: HistoryMessage[]; tokens: number } {
  let first = messages.length;
  let tokens = 0;
  for (const message of messages.toReversed()) {
    const withThis = tokens + cost(message);
    const isAmongLast = messages.length - first < MINIMUM_MESSAGES;
    if (withThis > budgetTokens && !isAmongLast) break;
    tokens = withThis;
    first -= 1;
  }
  return { kept: messages.slice(first), tokens };
}

function withoutOldFiles(messages: readonly HistoryMessage[], budgetTokens: number): HistoryMessage[] {
  let excessTokens = sum(messages, cost) - budgetTokens;
  return messages.map((message, position) => {
    const { attachments = [], ...rest } = message;
    if (excessTokens <= 0 || position === messages.length - 1 || attachments.length === 0) return message;
    const names = attachments.map(({ name }) => JSON.stringify(singleLine(name))).join(', ');
    const named = { ...rest, content: [message.content, `[Attached earlier, not shown again: ${names}]`].filter(Boolean).join('\n\n') };
    excessTokens -= cost(message) - cost(named);
    return named;
  });
}

function shortened(messages: readonly HistoryMessage[], budgetTokens: number): HistoryMessage[] {
  let excessTokens = sum(messages, cost) - budgetTokens;
  return messages.map((message, position) => {
    const isNewest = position === messages.length - 1;
    const tokens = estimateTokens(message.content);
    if (excessTokens <= 0 || isNewest || tokens <= SHORTEST_TOKENS) return message;
    const content = beginningWithin(message.content, Math.max(SHORTEST_TOKENS, tokens - excessTokens) - CUT_MARK_TOKENS) + CUT_MARK;
    excessTokens -= tokens - estimateTokens(content);
    return { ...message, content };
  });
}

function cost(message: HistoryMessage): number {
  const files = sum(message.attachments ?? [], ({ kind }) => ATTACHMENT_TOKENS[kind]);
  return estimateTokens(toChatMessage(message).content) + files + OVERHEAD_TOKENS;
}

const sum = <T>(items: readonly T[], tokensOf: (item: T) => number): number => items.reduce((total, item) => total + tokensOf(item), 0);

/**
 * What people of the team and the system wrote goes into the assistant's role with a mark, because a visitor can write
 * any mark but not in that role, and because many models take system messages only at the beginning.
 */
function toChatMessage({ role, content, authorName, attachments = [] }: HistoryMessage): ChatMessage {
  switch (role) {
    case 'user':
      return { role, content, ...(attachments.length > 0 && { attachments }) };
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
