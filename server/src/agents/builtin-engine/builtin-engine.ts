import type { ToolDescription } from '#messaging/tool.ts';
import { assertOutsideUnitOfWork } from '#platform/db/unit-of-work.ts';
import type { ChatMessage, ChatModel, ChatRequest, FinishReason, ModelEvent } from '../models/chat-model.ts';
import { ModelError } from '../models/model-error.ts';
import { mentionsFiles } from '../prompts/file-mentions.ts';
import { TRANSFER_TOOL } from '../prompts/instructions.ts';
import { replyLanguage } from '../prompts/reply-language.ts';
import { asksForPerson } from './asks-for-person.ts';
import { REPLIES } from './builtin-replies.ts';

/** `no-model`: nothing else is configured. `last-resort`: every model that is configured has failed. */
export type BuiltinRole = 'no-model' | 'last-resort';

/**
 * Answers where no language model does: honestly that it cannot, always with the same words, and it passes a
 * wish for a person on. It knows nothing about the business and claims nothing.
 */
export function createBuiltinEngine(role: BuiltinRole = 'no-model'): ChatModel {
  return {
    id: 'builtin',
    capabilities: { tools: true, images: false, documents: false },
    stream: (request, signal) => {
      assertOutsideUnitOfWork('The built-in engine');
      return answer(role, request, signal);
    },
  };
}

async function* answer(role: BuiltinRole, request: ChatRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
  for (const event of decide(role, request)) {
    if (signal.aborted) throw new ModelError('cancelled');
    yield event;
  }
}

function decide(role: BuiltinRole, { messages, tools, language }: ChatRequest): ModelEvent[] {
  const replies = REPLIES[replyLanguage(language)];
  const transferTool = tools.find(({ name }) => name === TRANSFER_TOOL);
  const sinceLastAnswer = messages.slice(messages.findLastIndex(isAnswer) + 1);
  const transfer = sinceLastAnswer.findLast((message) => message.role === 'tool' && message.name === TRANSFER_TOOL);

  const reason = role === 'last-resort' ? 'degraded' : 'stop';
  if (transfer?.role === 'tool') return say(reason, transfer.failed ? replies.transferFailed : replies.transferDone);
  if (transferTool && sinceLastAnswer.some((message) => message.role === 'user' && asksForPerson(message.content))) {
    return callTransfer(transferTool);
  }
  const cannotAnswer = role === 'last-resort' ? replies.modelAway : replies.noModel;
  const hasFiles = sinceLastAnswer.some((message) => message.role === 'user' && mentionsFiles(message.content));
  return say(reason, [cannotAnswer, hasFiles && replies.noFiles, transferTool && replies.offerPerson].filter(Boolean).join(' '));
}

/** Something that the visitor has read already; the request for a tool is not. */
const isAnswer = (message: ChatMessage) => message.role === 'assistant' && !message.toolCalls?.length;

/** Word by word, so that clients see an answer grow as they would with a model. */
function say(reason: FinishReason, text: string): ModelEvent[] {
  const words = text.match(/\S+\s*/g) ?? [];
  return [...words.map((delta): ModelEvent => ({ type: 'text-delta', delta })), { type: 'finish', reason }];
}

function callTransfer({ name, parameters }: ToolDescription): ModelEvent[] {
  const properties = parameters.properties;
  const takesReason = typeof properties === 'object' && properties !== null && 'reason' in properties;
  const argumentsText = JSON.stringify(takesReason ? { reason: 'The visitor asked for a person.' } : {});
  return [
    { type: 'tool-call', ordinal: 0, providerCallId: 'builtin_transfer', name, argumentsText },
    { type: 'finish', reason: 'tool-calls' },
  ];
}
