import type { ChatModel, ChatRequest, ModelEvent } from '#agents/models/chat-model.ts';
import type { ModelChooser } from '#agents/models/choose-model.ts';

/** What a model does when it is asked; tests of everything around models write it themselves. */
export type Script = (request: ChatRequest, signal: AbortSignal) => AsyncIterable<ModelEvent>;

/**
 * Every tenant gets this one model. The model port's own contract is tested elsewhere, on real wires. As a remote one it is also asked
 * for what only models of providers are asked for, such as a second opinion on every message.
 */
export function scriptedModels(script: Script, { isRemote = false } = {}): ModelChooser {
  const model: ChatModel = { id: 'scripted', capabilities: { tools: true, images: false, documents: false }, stream: script };
  return { choose: () => ({ model, ...(isRemote && { isRemote }) }) };
}

/** Answers with these words, delta by delta. */
export async function* saying(text: string): AsyncGenerator<ModelEvent> {
  for (const delta of text.split(/(?<=\s)/)) yield { type: 'text-delta', delta };
  yield { type: 'finish', reason: 'stop', usage: { inputTokens: 1, outputTokens: 1 } };
}

export async function* calling(name: string, args: unknown): AsyncGenerator<ModelEvent> {
  yield { type: 'tool-call', ordinal: 0, providerCallId: 'call', name, argumentsText: JSON.stringify(args) };
  yield { type: 'finish', reason: 'tool-calls' };
}

export const lastUserText = (request: ChatRequest): string =>
  request.messages.findLast((message) => message.role === 'user')?.content ?? '';
