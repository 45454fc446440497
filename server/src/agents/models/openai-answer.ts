import type OpenAI from 'openai';
import type { FinishReason, TokenUsage } from './chat-model.ts';
import { storableTextStream } from './storable-text.ts';
import type { AnswerReader } from './stream-answer.ts';
import { assembleToolCalls } from './tool-call-assembler.ts';

/** Reads one streamed answer chunk by chunk. Compatible servers leave out parts that the types promise. */
export function readOpenAiAnswer(): AnswerReader<OpenAI.ChatCompletionChunk> {
  const text = storableTextStream();
  const toolCalls = assembleToolCalls();
  let begun = false;
  let finishReason: FinishReason | undefined;
  let usage: TokenUsage | undefined;

  return {
    push: (chunk) => {
      const choice = chunk.choices?.[0];
      begun ||= hasContent(choice?.delta);
      for (const piece of choice?.delta?.tool_calls ?? []) toolCalls.push(piece);
      if (choice?.finish_reason) finishReason = toFinishReason(choice.finish_reason);
      if (chunk.usage) usage = toUsage(chunk.usage);
      return text.push(`${choice?.delta?.content ?? ''}${choice?.delta?.refusal ?? ''}`);
    },
    get begun() {
      return begun || finishReason !== undefined;
    },
    get finished() {
      return finishReason !== undefined;
    },
    get usage() {
      return usage;
    },
    end: () => {
      const rest = text.end();
      const calls = toolCalls.finish().map((call, ordinal) => ({ type: 'tool-call' as const, ordinal, ...call }));
      return [
        ...(rest === '' ? [] : [{ type: 'text-delta' as const, delta: rest }]),
        ...calls,
        { type: 'finish', reason: reconciled(finishReason ?? 'other', calls.length > 0), ...(usage && { usage }) },
      ];
    },
  };
}

/** A first chunk often carries only the role, which says nothing about when the answer begins. */
function hasContent(delta: object | undefined): boolean {
  return Object.entries(delta ?? {}).some(([key, value]) => key !== 'role' && value !== null && value !== '');
}

function toFinishReason(reason: string): FinishReason {
  switch (reason) {
    case 'stop':
    case 'length':
      return reason;
    case 'tool_calls':
    case 'function_call':
      return 'tool-calls';
    case 'content_filter':
      return 'content-filter';
    default:
      return 'other';
  }
}

/** Some servers say `stop` after tool calls, or announce calls and send none. */
function reconciled(reason: FinishReason, hasToolCalls: boolean): FinishReason {
  if (reason === 'stop' && hasToolCalls) return 'tool-calls';
  return reason === 'tool-calls' && !hasToolCalls ? 'stop' : reason;
}

function toUsage({ prompt_tokens, completion_tokens }: OpenAI.CompletionUsage): TokenUsage {
  return { inputTokens: Number(prompt_tokens) || 0, outputTokens: Number(completion_tokens) || 0 };
}
