import { APIError } from 'openai';
import type { ReadableKinds } from './attachment-words.ts';

/**
 * What servers that speak chat completions disagree about. OpenAI's reasoning models refuse `max_tokens` and any
 * temperature but their own; Ollama and older vLLM know nothing but `max_tokens` and ignore the newer name without a
 * word. So the newer name goes to OpenAI and Azure, the older one to everybody else, and a refusal that names one of
 * these parameters is learnt for that model. The same with images and PDF files, which many models do not take.
 */
export interface OpenAiDialect {
  parametersFor(model: string, settings: { temperature?: number; maxTokens?: number }): DialectParameters;
  /** Which attachments this model takes, as far as is known. */
  readsFor(model: string): ReadableKinds;
  /** True when the refusal taught something, so that the same request has a chance now. */
  learnFrom(refusal: unknown, model: string): boolean;
}

export interface DialectParameters {
  temperature?: number;
  max_tokens?: number;
  max_completion_tokens?: number;
  stream_options?: { include_usage: true };
}

type Quirk = 'other-limit-name' | 'no-temperature' | 'no-stream-options' | 'no-images' | 'no-documents';

/** Model names come from tenants' settings, so what is remembered has an end. */
const MAX_MODELS_REMEMBERED = 500;

/** @param reads which attachments the server's models are taken to read until one refuses */
export function createOpenAiDialect(baseUrl: string, reads: ReadableKinds): OpenAiDialect {
  const newerName = /(^|\.)(openai\.com|azure\.com)$/.test(new URL(baseUrl).hostname);
  const quirks = new Map<string, Set<Quirk>>();

  return {
    parametersFor: (model, { temperature, maxTokens }) => {
      const known = quirks.get(model);
      const limitName = newerName !== (known?.has('other-limit-name') ?? false) ? 'max_completion_tokens' : 'max_tokens';
      return {
        ...(temperature !== undefined && !known?.has('no-temperature') && { temperature }),
        ...(maxTokens !== undefined && { [limitName]: maxTokens }),
        ...(!known?.has('no-stream-options') && { stream_options: { include_usage: true } }),
      };
    },
    readsFor: (model) => {
      const known = quirks.get(model);
      return { images: reads.images && !known?.has('no-images'), documents: reads.documents && !known?.has('no-documents') };
    },
    learnFrom: (refusal, model) => {
      const quirk = quirkIn(refusal);
      const known = quirks.get(model) ?? new Set<Quirk>();
      if (quirk === undefined || known.has(quirk)) return false;
      if (quirks.size >= MAX_MODELS_REMEMBERED) quirks.clear();
      quirks.set(model, known.add(quirk));
      return true;
    },
  };
}

function quirkIn(refusal: unknown): Quirk | undefined {
  if (!(refusal instanceof APIError) || (refusal.status !== 400 && refusal.status !== 422)) return undefined;
  const { message } = refusal;
  if (!/unsupported|not support|unrecogni[sz]ed|unknown|unexpected|extra/i.test(`${refusal.code} ${message}`)) return undefined;
  const parameter = refusal.param ?? /max_completion_tokens|max_tokens|temperature|stream_options/.exec(message)?.[0] ?? '';
  if (/^max_(completion_)?tokens$/.test(parameter)) return 'other-limit-name';
  if (parameter === 'temperature') return 'no-temperature';
  if (parameter.startsWith('stream_options')) return 'no-stream-options';
  if (/image/i.test(message)) return 'no-images';
  return /file|pdf|document/i.test(message) ? 'no-documents' : undefined;
}
