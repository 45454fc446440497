import type { ExtractionMessage } from '../../../extraction/extraction-engine.ts';
import type { ChatMessage } from '../../../models/chat-model.ts';
import { mentionsFiles } from '../../../prompts/file-mentions.ts';

/** A tool that was called since the last answer, with what it answered. */
export interface SettledCall {
  name: string;
  argumentsText: string;
  content: string;
  failed: boolean;
}

/** A conversation as the engine listens to it. */
export interface Talk {
  /** What people and the assistant said, from the first to the last. */
  said: readonly ExtractionMessage[];
  /** How many of these had been answered before. */
  answered: number;
  /** What the visitor has written since, without mentions of files. */
  latest: readonly string[];
  hasFiles: boolean;
  /** What the engine, or a model before it, answered last. */
  lastAnswer: string | undefined;
  calls: readonly SettledCall[];
}

const OF_THE_TEAM = /^\[[^\]]*\bperson of the team\] /;
const NOTICE = /^\[Notice of the system\] /;
const FILE_LINES = /^\[Attachment: [^\n]*\](?:\n|$)/gm;

export function readTalk(messages: readonly ChatMessage[]): Talk {
  const said: ExtractionMessage[] = [];
  let answered = 0;
  let calls: SettledCall[] = [];
  let hasFiles = false;
  const requested = new Map<string, string>();
  for (const [index, message] of messages.entries()) {
    if (message.role === 'tool') {
      const { name, content, failed = false, toolCallId } = message;
      calls.push({ name, content, failed, argumentsText: requested.get(toolCallId) ?? '' });
    }
    if (message.role === 'user') {
      hasFiles ||= mentionsFiles(message.content);
      said.push({ id: `m${index}`, role: 'user', content: withoutFiles(message.content) });
    }
    if (message.role !== 'assistant') continue;
    for (const call of message.toolCalls ?? []) requested.set(call.providerCallId, call.argumentsText);
    if (message.toolCalls?.length || NOTICE.test(message.content)) continue;
    const role = OF_THE_TEAM.test(message.content) ? 'agent' : 'assistant';
    said.push({ id: `m${index}`, role, content: message.content.replace(OF_THE_TEAM, '') });
    answered = said.length;
    calls = [];
    hasFiles = false;
  }
  return {
    said,
    answered,
    latest: said.slice(answered).map(({ content }) => content),
    hasFiles,
    lastAnswer: said.findLast(({ role }) => role === 'assistant')?.content,
    calls,
  };
}

const withoutFiles = (content: string): string => content.replace(FILE_LINES, '').trim();
