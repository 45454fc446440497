import type Anthropic from '@anthropic-ai/sdk';
import type { FinishReason, TokenUsage } from './chat-model.ts';
import { storableTextStream } from './storable-text.ts';
import type { AnswerReader } from './stream-answer.ts';
import { assembleToolCalls, type ToolCallPiece } from './tool-call-assembler.ts';

type StreamEvent = Anthropic.RawMessageStreamEvent;

/** Reads one streamed message event by event. Thoughts are passed over; servers that imitate the wire leave out what they like. */
export function readAnthropicAnswer(): AnswerReader<StreamEvent> {
  const text = storableTextStream();
  const toolCalls = assembleToolCalls();
  const usage = countTokens();
  let begun = false;
  let finishReason: FinishReason | undefined;

  return {
    push: (event) => {
      switch (event.type) {
        case 'message_start':
          usage.add(event.message?.usage);
          return '';
        case 'content_block_start': {
          begun = true;
          const { content_block: block, index } = event;
          if (block?.type === 'tool_use') toolCalls.push(firstPiece(index, block));
          return block?.type === 'text' ? text.push(block.text ?? '') : '';
        }
        case 'content_block_delta': {
          begun = true;
          const { delta, index } = event;
          if (delta?.type === 'input_json_delta') toolCalls.push({ index, function: { arguments: delta.partial_json } });
          return delta?.type === 'text_delta' ? text.push(delta.text ?? '') : '';
        }
        case 'message_delta':
          usage.add(event.usage);
          if (event.delta?.stop_reason) finishReason = toFinishReason(event.delta.stop_reason);
          return '';
        default:
          return '';
      }
    },
    get begun() {
      return begun || finishReason !== undefined;
    },
    get finished() {
      return finishReason !== undefined;
    },
    get usage() {
      return usage.total();
    },
    end: () => {
      const rest = text.end();
      const calls = toolCalls.finish().map((call, ordinal) => ({ type: 'tool-call' as const, ordinal, ...withArguments(call) }));
      const total = usage.total();
      return [
        ...(rest === '' ? [] : [{ type: 'text-delta' as const, delta: rest }]),
        ...calls,
        { type: 'finish', reason: reconciled(finishReason ?? 'other', calls.length > 0), ...(total && { usage: total }) },
      ];
    },
  };
}

/** The arguments come in pieces of JSON afterwards; a server that sends them whole puts them here. */
function firstPiece(index: number, { id, name, input }: Anthropic.ToolUseBlock): ToolCallPiece {
  const whole = typeof input === 'object' && input !== null && Object.keys(input).length > 0 ? JSON.stringify(input) : '';
  return { index, id, function: { name, arguments: whole } };
}

/** A call without arguments streams none at all, not even an empty object. */
const withArguments = <Call extends { argumentsText: string }>(call: Call): Call =>
  call.argumentsText === '' ? { ...call, argumentsText: '{}' } : call;

function toFinishReason(reason: Anthropic.StopReason): FinishReason {
  switch (reason) {
    case 'end_turn':
    case 'stop_sequence':
      return 'stop';
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'length';
    case 'tool_use':
      return 'tool-calls';
    case 'refusal':
      return 'content-filter';
    default:
      return 'other';
  }
}

function reconciled(reason: FinishReason, hasToolCalls: boolean): FinishReason {
  if (reason === 'stop' && hasToolCalls) return 'tool-calls';
  return reason === 'tool-calls' && !hasToolCalls ? 'stop' : reason;
}

type Counts = { [Name in keyof Anthropic.MessageDeltaUsage]?: Anthropic.MessageDeltaUsage[Name] | undefined };

/** The beginning says what went in, the end what came out; both are totals, so the later figure counts. */
function countTokens() {
  const input = { fresh: 0, cacheWrites: 0, cacheReads: 0 };
  let outputTokens = 0;
  let known = false;
  return {
    add: (counts: Counts | null | undefined): void => {
      if (!counts) return;
      known = true;
      input.fresh = Number(counts.input_tokens ?? input.fresh) || 0;
      input.cacheWrites = Number(counts.cache_creation_input_tokens ?? input.cacheWrites) || 0;
      input.cacheReads = Number(counts.cache_read_input_tokens ?? input.cacheReads) || 0;
      outputTokens = Number(counts.output_tokens ?? outputTokens) || 0;
    },
    total: (): TokenUsage | undefined =>
      known ? { inputTokens: input.fresh + input.cacheWrites + input.cacheReads, outputTokens } : undefined,
  };
}
