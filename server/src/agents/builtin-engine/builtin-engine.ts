import type { ToolDescription } from '#messaging/tool.ts';
import { assertOutsideUnitOfWork } from '#platform/db/unit-of-work.ts';
import type { ChatModel, ChatRequest, FinishReason, ModelEvent } from '../models/chat-model.ts';
import { ModelError } from '../models/model-error.ts';
import { answerVisitor, type BuiltinRole } from './conversation/answer-visitor.ts';

const ID = 'builtin';

/**
 * A front desk without a language model: it looks questions up, asks for what a form needs, passes a wish for a person on, and says what
 * it is. By rules alone: the same conversation always gets the same answer, and nothing leaves this process.
 */
export function createBuiltinEngine(role: BuiltinRole = 'no-model'): ChatModel {
  return {
    id: ID,
    capabilities: { tools: true, images: false, documents: false },
    stream: (request, signal) => {
      assertOutsideUnitOfWork('The built-in engine');
      return answer(role, request, signal);
    },
  };
}

async function* answer(role: BuiltinRole, request: ChatRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
  if (signal.aborted) throw new ModelError('cancelled');
  const decision = await answerVisitor(role, request, signal);
  const tool = decision.kind === 'call' ? request.tools.find(({ name }) => name === decision.tool) : undefined;
  const events =
    decision.kind === 'call'
      ? call(tool, decision.tool, decision.arguments)
      : say(role === 'last-resort' ? 'degraded' : 'stop', decision.text);
  for (const event of events) {
    if (signal.aborted) throw new ModelError('cancelled');
    yield event;
  }
}

/** Word by word, so that clients see an answer grow as they would with a model. */
function say(reason: FinishReason, text: string): ModelEvent[] {
  const words = text.match(/\S+\s*/g) ?? [];
  return [...words.map((delta): ModelEvent => ({ type: 'text-delta', delta })), { type: 'finish', reason, by: ID }];
}

/** A tool gets no argument that it does not take. */
function call(tool: ToolDescription | undefined, name: string, wanted: Record<string, string>): ModelEvent[] {
  const properties = tool?.parameters.properties;
  const known = typeof properties === 'object' && properties !== null ? properties : {};
  const taken = Object.fromEntries(Object.entries(wanted).filter(([argument]) => argument in known));
  return [
    { type: 'tool-call', ordinal: 0, providerCallId: `${ID}_${name}`, name, argumentsText: JSON.stringify(taken) },
    { type: 'finish', reason: 'tool-calls', by: ID },
  ];
}
