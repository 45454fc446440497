import Anthropic, { APIConnectionError, APIConnectionTimeoutError, APIError } from '@anthropic-ai/sdk';
import type { Stream } from '@anthropic-ai/sdk/streaming';
import type { Clock } from '#platform/clock.ts';
import { assertOutsideUnitOfWork } from '#platform/db/unit-of-work.ts';
import { readAnthropicAnswer } from './anthropic-answer.ts';
import { acceptableName, bygoneTool, CLAUDE_READS, toAnthropicConversation, toAnthropicTool } from './anthropic-messages.ts';
import { boundedFetch } from './bounded-response.ts';
import type { ChatModel, ChatRequest } from './chat-model.ts';
import { ModelError } from './model-error.ts';
import { DEFAULT_MAX_TOKENS } from './model-settings.ts';
import { streamAnswer } from './stream-answer.ts';
import { DEFAULT_TIME_LIMITS, type ModelTimeLimits } from './time-limits.ts';
import { modelErrorOf } from './wire-errors.ts';

export const ANTHROPIC = 'anthropic';
export const ANTHROPIC_BASE_URL = 'https://api.anthropic.com';
/** The client has a timer of its own on the wall clock; ours decide, so it gets a day. */
const CLIENT_TIMEOUT_MS = 86_400_000;
/** Model names come from tenants' settings, so what is remembered has an end. */
const MAX_MODELS_REMEMBERED = 500;

export interface AnthropicOptions {
  /** Left out for a gateway that asks for none. */
  apiKey?: string;
  /** Anthropic's own when left out; with or without `/v1`. */
  baseUrl?: string;
  /** Used when a request names none. */
  model: string;
  timeLimits?: Partial<ModelTimeLimits>;
  clock: Clock;
}

/**
 * Claude over the Messages API, in its version of October 2026, which takes no temperature. A visitor waits, so models are asked not to
 * think first: thoughts take time and come out of the answer's own tokens.
 */
export function createAnthropicModel(options: AnthropicOptions): ChatModel {
  const { clock } = options;
  const limits = { ...DEFAULT_TIME_LIMITS, ...options.timeLimits };
  const client = createClient(options.baseUrl ?? ANTHROPIC_BASE_URL, options.apiKey);
  /** Some models cannot leave thinking off; which ones is learnt from their refusals. */
  const alwaysThinking = new Set<string>();

  async function open(request: ChatRequest, model: string, signal: AbortSignal): Promise<AsyncIterable<Anthropic.RawMessageStreamEvent>> {
    for (;;) {
      const body = toBody(request, model, alwaysThinking.has(model));
      try {
        // Not through `messages.create`, which prints a warning to the terminal for every request to an older model.
        return await client.post<Stream<Anthropic.RawMessageStreamEvent>>('/v1/messages', { body, signal, stream: true });
      } catch (refusal) {
        if (body.thinking === undefined || !isAboutThinking(refusal)) throw refusal;
        if (alwaysThinking.size >= MAX_MODELS_REMEMBERED) alwaysThinking.clear();
        alwaysThinking.add(model);
      }
    }
  }

  return {
    id: ANTHROPIC,
    capabilities: { tools: true, ...CLAUDE_READS },
    stream: (request, signal) => {
      assertOutsideUnitOfWork('A language model');
      const model = request.settings.model ?? options.model;
      const wire = {
        provider: ANTHROPIC,
        model,
        clock,
        limits,
        reader: readAnthropicAnswer(),
        open: (requestSignal: AbortSignal) => open(request, model, requestSignal),
        toModelError: (thrown: unknown, streaming: boolean) => toModelError(thrown, streaming, clock),
      };
      return streamAnswer(wire, request, signal);
    },
  };
}

function toBody(
  { messages, tools, toolChoice, settings }: ChatRequest,
  model: string,
  alwaysThinks: boolean,
): Anthropic.MessageCreateParamsStreaming {
  const conversation = toAnthropicConversation(messages);
  const bygone = tools.length === 0 ? [...conversation.calledTools].map(bygoneTool) : [];
  return {
    model,
    max_tokens: settings.maxTokens ?? DEFAULT_MAX_TOKENS,
    ...(conversation.system.trim() !== '' && { system: conversation.system }),
    messages: conversation.messages,
    ...(tools.length > 0 && { tools: tools.map(toAnthropicTool) }),
    // The wire refuses to force a tool on a model that thinks first; the instructions have to do then.
    ...(toolChoice && !alwaysThinks && { tool_choice: { type: 'tool' as const, name: acceptableName(toolChoice.name) } }),
    ...(bygone.length > 0 && { tools: bygone, tool_choice: { type: 'none' as const } }),
    ...(!alwaysThinks && { thinking: { type: 'disabled' as const } }),
    stream: true,
  };
}

const isAboutThinking = (refusal: unknown): boolean =>
  refusal instanceof APIError && refusal.status === 400 && /thinking/.test(refusal.message);

function toModelError(thrown: unknown, streaming: boolean, clock: Clock): ModelError {
  if (thrown instanceof ModelError) return thrown;
  if (thrown instanceof APIError && !(thrown instanceof APIConnectionError)) {
    const { status, type, requestID, headers } = thrown;
    return modelErrorOf({ what: 'refusal', status, words: [type, requestID], headers }, streaming, clock);
  }
  return modelErrorOf({ what: 'connection', thrown, timedOut: thrown instanceof APIConnectionTimeoutError }, streaming, clock);
}

/** Everything is given, so that the client takes nothing from the environment or from files behind the configuration's back. */
function createClient(baseUrl: string, apiKey: string | undefined): Anthropic {
  return new Anthropic({
    baseURL: baseUrl.replace(/\/+$/, '').replace(/\/v1$/, ''),
    // The client insists on a key; the headers are what counts.
    apiKey: apiKey ?? 'none',
    webhookKey: null,
    // The client sends the key as a bearer token; gateways look for it where it has always been.
    defaultHeaders: apiKey === undefined ? { authorization: null } : { 'x-api-key': apiKey },
    maxRetries: 0,
    fetch: boundedFetch,
    timeout: CLIENT_TIMEOUT_MS,
    logLevel: 'off',
    openTelemetry: false,
  });
}
