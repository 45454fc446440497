import type { ToolDescription } from '#messaging/tool.ts';
import { assertOutsideUnitOfWork } from '#platform/db/unit-of-work.ts';
import type { ChatMessage, ChatModel, ChatRequest, ModelEvent } from '../models/chat-model.ts';
import { ModelError } from '../models/model-error.ts';
import { TRANSFER_TOOL } from '../prompts/instructions.ts';
import { replyLanguage } from '../prompts/reply-language.ts';
import { asksForPerson } from './asks-for-person.ts';
import { REPLIES } from './builtin-replies.ts';

/**
 * Answers where no language model is configured: honestly that it cannot, always with the same words, and it passes a
 * wish for a person on. It knows nothing about the business and claims nothing.
 */
export function createBuiltinEngine(): ChatModel {
  return {
    id: 'builtin',
    capabilities: { tools: true, images: false, documents: false },
    stream: (request, signal) => {
      assertOutsideUnitOfWork('The built-in engine');
      return answer(request, signal);
    },
  };
}

async function* answer(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
  for (const event of decide(request)) {
    if (signal.aborted) throw new ModelError('cancelled');
    yield event;
  }
}

function decide({ messages, tools, language }: ChatRequest): ModelEvent[] {
  const replies = REPLIES[replyLanguage(language)];
  const transferTool = tools.find(({ name }) => name === TRANSFER_TOOL);
  const sinceLastAnswer = messages.slice(messages.findLastIndex(isAnswer) + 1);
  const transfer = sinceLastAnswer.findLast((message) => message.role === 'tool' && message.name === TRANSFER_TOOL);

  if (transfer?.role === 'tool') return say(transfer.failed ? replies.transferFailed : replies.transferDone);
  if (transferTool && sinceLastAnswer.some((message) => message.role === 'user' && asksForPerson(message.content))) {
    return callTransfer(transferTool);
  }
  return say(transferTool ? `${replies.noModel} ${replies.offerPerson}` : replies.noModel);
}

/** Something that the visitor has read already; the request for a tool is not. */
const isAnswer = (message: ChatMessage) => message.role === 'assistant' && !message.toolCalls?.length;

/** Word by word, so that clients see an answer grow as they would with a model. */
function say(text: string): ModelEvent[] {
  const words = text.match(/\S+\s*/g) ?? [];
  return [...words.map((delta): ModelEvent => ({ type: 'text-delta', delta })), { type: 'finish', reason: 'stop' }];
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
