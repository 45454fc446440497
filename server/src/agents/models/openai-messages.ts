import type OpenAI from 'openai';
import type { ToolDescription } from '#messaging/tool.ts';
import type { ChatMessage, RequestedToolCall } from './chat-model.ts';

type Message = OpenAI.ChatCompletionMessageParam;
type FunctionTool = OpenAI.ChatCompletionFunctionTool;
type FunctionCall = OpenAI.ChatCompletionMessageFunctionToolCall;

export function toOpenAiMessage(message: ChatMessage): Message {
  switch (message.role) {
    case 'tool':
      return { role: 'tool', tool_call_id: message.toolCallId, content: message.content };
    case 'assistant':
      return toAssistantMessage(message.content, message.toolCalls ?? []);
    default:
      return { role: message.role, content: message.content };
  }
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

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
