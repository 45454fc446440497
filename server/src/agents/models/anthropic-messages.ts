import type Anthropic from '@anthropic-ai/sdk';
import type { ToolDescription } from '#messaging/tool.ts';
import { base64Of, withUnreadableInWords } from './attachment-words.ts';
import type { ChatMessage, ModelAttachment, ModelCapabilities, RequestedToolCall } from './chat-model.ts';
import { argumentsObject } from './tool-arguments-text.ts';

/** What the wire takes as a conversation: instructions apart, then turns of user and assistant that take turns. */
export interface AnthropicConversation {
  system: string;
  messages: Anthropic.MessageParam[];
  /** Names of tools that were called before. The wire insists on their being declared whenever calls stand in the conversation. */
  calledTools: ReadonlySet<string>;
}

export const CLAUDE_READS: Pick<ModelCapabilities, 'images' | 'documents'> = { images: true, documents: true };

/** A conversation has to begin with the visitor, and where the history was cut it may not. */
const OPENING = '[Earlier messages are left out.]';
/** Blocks of text without a word are refused. */
const NO_WORDS = '[no text]';

export function toAnthropicConversation(all: readonly ChatMessage[]): AnthropicConversation {
  const system = all.flatMap((message) => (message.role === 'system' ? [message.content] : [])).join('\n\n');
  const messages: { role: 'user' | 'assistant'; content: Anthropic.ContentBlockParam[] }[] = [];
  const calledTools = new Set<string>();
  const say = (role: 'user' | 'assistant', content: Anthropic.ContentBlockParam[]) => {
    if (messages.length === 0 && role === 'assistant') say('user', [text(OPENING)]);
    const last = messages.at(-1);
    if (last?.role === role) last.content.push(...content);
    else messages.push({ role, content: [...content] });
  };

  for (const message of all) {
    if (message.role === 'user') say('user', userBlocks(message));
    else if (message.role === 'tool') say('user', [resultBlock(message)]);
    else if (message.role === 'assistant') {
      const calls = message.toolCalls ?? [];
      for (const { name } of calls) calledTools.add(acceptableName(name));
      const blocks = [...(message.content.trim() === '' ? [] : [text(message.content)]), ...calls.map(callBlock)];
      if (blocks.length > 0) say('assistant', blocks);
    }
  }
  if (messages.at(-1)?.role !== 'user') say('user', [text(NO_WORDS)]);
  return { system, messages, calledTools };
}

export const toAnthropicTool = ({ name, description, parameters }: ToolDescription): Anthropic.Tool => ({
  name: acceptableName(name),
  description,
  input_schema: { ...parameters, type: 'object' },
});

/** A tool that was called earlier in the conversation and cannot be called now. */
export const bygoneTool = (name: string): Anthropic.Tool => ({ name, input_schema: { type: 'object' } });

function userBlocks(message: Extract<ChatMessage, { role: 'user' }>): Anthropic.ContentBlockParam[] {
  const { content, attachments } = withUnreadableInWords(message, CLAUDE_READS);
  const words = content.trim() === '' ? [] : [text(content)];
  const blocks = [...attachments.map(attachmentBlock), ...words];
  return blocks.length > 0 ? blocks : [text(NO_WORDS)];
}

function attachmentBlock(attachment: ModelAttachment): Anthropic.ContentBlockParam {
  const data = base64Of(attachment);
  if (attachment.kind === 'document') {
    return { type: 'document', title: attachment.name, source: { type: 'base64', media_type: 'application/pdf', data } };
  }
  // The kinds of image that the port lets through are those that the wire names.
  const mediaType = attachment.contentType as Anthropic.Base64ImageSource['media_type'];
  return { type: 'image', source: { type: 'base64', media_type: mediaType, data } };
}

const text = (content: string): Anthropic.TextBlockParam => ({ type: 'text', text: content });

/** What a model wrote is not always what is taken back: the input has to be an object, and names have an alphabet. */
const callBlock = ({ providerCallId, name, argumentsText }: RequestedToolCall): Anthropic.ToolUseBlockParam => ({
  type: 'tool_use',
  id: acceptableId(providerCallId),
  name: acceptableName(name),
  input: argumentsObject(argumentsText) ?? {},
});

const resultBlock = ({ toolCallId, content, failed }: Extract<ChatMessage, { role: 'tool' }>): Anthropic.ToolResultBlockParam => ({
  type: 'tool_result',
  tool_use_id: acceptableId(toolCallId),
  content: content.trim() === '' ? NO_WORDS : content,
  ...(failed && { is_error: true }),
});

export const acceptableName = (name: string): string => name.replaceAll(/[^\w-]/g, '_').slice(0, 128) || 'unnamed_tool';
const acceptableId = (id: string): string => id.replaceAll(/[^\w-]/g, '_') || 'unnamed_call';
