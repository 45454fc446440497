import OpenAI from 'openai';
import type { Clock } from '#platform/clock.ts';
import { assertOutsideUnitOfWork } from '#platform/db/unit-of-work.ts';
import type { ReadableKinds } from './attachment-words.ts';
import { boundedFetch } from './bounded-response.ts';
import type { ChatModel, ChatRequest, ModelEvent } from './chat-model.ts';
import { readOpenAiAnswer } from './openai-answer.ts';
import { createOpenAiDialect } from './openai-dialect.ts';
import { toModelError } from './openai-errors.ts';
import { toOpenAiMessage, toOpenAiTool } from './openai-messages.ts';
import { streamAnswer } from './stream-answer.ts';
import { DEFAULT_TIME_LIMITS, type ModelTimeLimits } from './time-limits.ts';

export const OPENAI_COMPATIBLE = 'openai-compatible';
export const OPENAI_BASE_URL = 'https://api.openai.com/v1';
/** The client has a timer of its own on the wall clock; ours decide, so it gets a day. */
const CLIENT_TIMEOUT_MS = 86_400_000;

export interface OpenAiCompatibleOptions {
  /** Left out for servers that ask for none. */
  apiKey?: string;
  /** OpenAI's own when left out. For Azure, the deployment's address, `?api-version=` included where it needs one. */
  baseUrl?: string;
  /** Used when a request names none. */
  model: string;
  /** Which attachments its models read. Left out: both at OpenAI, images at Azure, none elsewhere. */
  reads?: ReadableKinds;
  timeLimits?: Partial<ModelTimeLimits>;
  clock: Clock;
}

/** Chat completions as OpenAI, Azure, Ollama, vLLM and many more serve them. */
export function createOpenAiCompatibleModel(options: OpenAiCompatibleOptions): ChatModel {
  const { clock, baseUrl = OPENAI_BASE_URL } = options;
  const limits = { ...DEFAULT_TIME_LIMITS, ...options.timeLimits };
  const client = createClient(baseUrl, options.apiKey);
  const reads = options.reads ?? usualReads(new URL(baseUrl).hostname);
  const dialect = createOpenAiDialect(baseUrl, reads);

  /** Asks again at once when the server refuses a parameter that it may be asked without. */
  async function open(request: ChatRequest, signal: AbortSignal): Promise<AsyncIterable<OpenAI.ChatCompletionChunk>> {
    const model = request.settings.model ?? options.model;
    for (;;) {
      try {
        return await client.chat.completions.create(
          {
            model,
            messages: request.messages.map((message) => toOpenAiMessage(message, dialect.readsFor(model))),
            ...(request.tools.length > 0 && { tools: request.tools.map(toOpenAiTool) }),
            ...(request.toolChoice && { tool_choice: { type: 'function' as const, function: { name: request.toolChoice.name } } }),
            ...dialect.parametersFor(model, request.settings),
            stream: true,
          },
          { signal },
        );
      } catch (refusal) {
        if (!dialect.learnFrom(refusal, model)) throw refusal;
      }
    }
  }

  const answer = (request: ChatRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> =>
    streamAnswer(
      {
        provider: OPENAI_COMPATIBLE,
        model: request.settings.model ?? options.model,
        clock,
        limits,
        reader: readOpenAiAnswer(),
        open: (requestSignal) => open(request, requestSignal),
        toModelError: (thrown, streaming) => toModelError(thrown, streaming, clock),
      },
      request,
      signal,
    );

  return {
    id: OPENAI_COMPATIBLE,
    capabilities: { tools: true, ...reads },
    stream: (request, signal) => {
      assertOutsideUnitOfWork('A language model');
      return answer(request, signal);
    },
  };
}

/** Everything is given, so that the client takes nothing from the environment behind the configuration's back. */
function createClient(baseUrl: string, apiKey: string | undefined): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    // The client insists on a key; the header is what counts.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    defaultHeaders: credentials(new URL(baseUrl).hostname, apiKey),
    maxRetries: 0,
    fetch: boundedFetch,
    timeout: CLIENT_TIMEOUT_MS,
    logLevel: 'off',
  });
}

function credentials(hostname: string, apiKey: string | undefined): Record<string, string | null> {
  if (apiKey === undefined) return { authorization: null };
  return hostname.endsWith('.azure.com') ? { authorization: null, 'api-key': apiKey } : {};
}

const usualReads = (hostname: string): ReadableKinds => {
  const isOpenAi = /(^|\.)openai\.com$/.test(hostname);
  return { images: isOpenAi || hostname.endsWith('.azure.com'), documents: isOpenAi };
};
