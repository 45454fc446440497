import type OpenAI from 'openai';
import type { ToolDescription } from '#messaging/tool.ts';
import { base64Of, type ReadableKinds, withUnreadableInWords } from './attachment-words.ts';
import type { ChatMessage, ModelAttachment, RequestedToolCall } from './chat-model.ts';
import { isJsonObject } from './tool-arguments-text.ts';

type Message = OpenAI.ChatCompletionMessageParam;
type FunctionTool = OpenAI.ChatCompletionFunctionTool;
type FunctionCall = OpenAI.ChatCompletionMessageFunctionToolCall;

export function toOpenAiMessage(message: ChatMessage, reads: ReadableKinds): Message {
  switch (message.role) {
    case 'tool':
      return { role: 'tool', tool_call_id: message.toolCallId, content: message.content };
    case 'assistant':
      return toAssistantMessage(message.content, message.toolCalls ?? []);
    case 'user':
      return toUserMessage(message, reads);
    case 'system':
      return { role: 'system', content: message.content };
  }
}

function toUserMessage(message: Extract<ChatMessage, { role: 'user' }>, reads: ReadableKinds): Message {
  const { content, attachments } = withUnreadableInWords(message, reads);
  if (attachments.length === 0) return { role: 'user', content };
  const text = content === '' ? [] : [{ type: 'text' as const, text: content }];
  return { role: 'user', content: [...text, ...attachments.map(toPart)] };
}

function toPart(attachment: ModelAttachment): OpenAI.ChatCompletionContentPart {
  const url = `data:${attachment.contentType};base64,${base64Of(attachment)}`;
  if (attachment.kind === 'image') return { type: 'image_url', image_url: { url } };
  return { type: 'file', file: { filename: attachment.name, file_data: url } };
}

export function toOpenAiTool({ name, description, parameters }: ToolDescription): FunctionTool {
  return { type: 'function', function: { name, description, parameters: { ...parameters } } };
}

function toAssistantMessage(content: string, toolCalls: readonly RequestedToolCall[]): Message {
  if (toolCalls.length === 0) return { role: 'assistant', content };
  const calls = { role: 'assistant' as const, tool_calls: toolCalls.map(toFunctionCall) };
  return content === '' ? calls : { ...calls, content };
}

/**
 * What a model wrote is not always what its server takes back: servers parse the arguments and check the name.
 * The tool's answer, which follows, has told the model what was wrong.
 */
function toFunctionCall({ providerCallId, name, argumentsText }: RequestedToolCall): FunctionCall {
  return {
    id: providerCallId,
    type: 'function',
    function: {
      name: name.replaceAll(/[^\w-]/g, '_').slice(0, 64) || 'unnamed_tool',
      arguments: isJsonObject(argumentsText) ? argumentsText : '{}',
    },
  };
}
