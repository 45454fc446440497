import type { TenantProfile } from '@foyer/contracts/tenant-profile.ts';
import type { ToolDescription } from '#messaging/tool.ts';
import type { Intake } from '../forms/known-field.ts';

/** A language model that answers a conversation, as every adapter offers it. */
export interface ChatModel {
  /** Which adapter this is, for records and metrics; never a key or an address. */
  readonly id: string;
  readonly capabilities: ModelCapabilities;
  /**
   * The answer as it comes: text and tool calls in order, then exactly one `finish`, which is the last event.
   * Text is well-formed Unicode without NUL, delta by delta, so that every delta can be stored.
   * Aborting the signal, or leaving the loop early, ends the request upstream.
   * @throws {ModelError} from the iteration
   * @throws {Error} at once, when called inside a unit of work
   */
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
}

/** What a model takes. An attachment of a kind that it does not take is described to it in words instead, by its adapter. */
export interface ModelCapabilities {
  tools: boolean;
  images: boolean;
  documents: boolean;
}

export interface ChatRequest {
  messages: ChatMessage[];
  tools: ToolDescription[];
  /** The one of `tools` that has to be called. A model may speak all the same, so whoever asks looks at what came. */
  toolChoice?: { name: string };
  settings: { model?: string; temperature?: number; maxTokens?: number };
  /** BCP 47, such as `en` or `es-MX`. */
  language?: string;
  /** The form that the conversation is to fill in. Language models read about it in their instructions; the built-in engine works by it. */
  intake?: Intake;
  /** Whom the visitor has written to. Language models read about it in their instructions; the built-in engine answers from it. */
  organisation?: Organisation;
  /** What the visitor has just written may tell of an emergency, or needs attention today. Instructions say so as well. */
  urgency?: 'emergency' | 'urgent';
  /**
   * Told once for each answer of a provider whose cost in tokens is known, also when the answer broke off: before `finish` comes, or
   * before the iteration throws or ends.
   */
  onSpent?: (spent: SpentTokens) => void;
}

/** What a business says about itself, and what time it is there. */
export interface Organisation {
  name: string;
  locale: string;
  /** IANA. */
  timeZone: string;
  profile: TenantProfile;
  now: Date;
  /** BCP 47, the conversation's: how dates are written. */
  spokenLocale: string;
}

/** What one answer of one provider took. */
export interface SpentTokens extends TokenUsage {
  /** Of this answer alone, so that it is counted once however often it is written down. */
  id: string;
  /** The adapter's `id`. */
  provider: string;
  /** As the provider was asked for it. */
  model: string;
  outcome: 'answered' | 'failed';
}

export type ChatMessage =
  | { role: 'system'; content: string }
  | { role: 'user'; content: string; attachments?: readonly ModelAttachment[] }
  | { role: 'assistant'; content: string; toolCalls?: RequestedToolCall[] }
  /** `failed` says that the tool did not do what was asked; the built-in engine has no other way to know. */
  | { role: 'tool'; toolCallId: string; name: string; content: string; failed?: boolean };

/** A file that came with a message, whole. `image` is PNG, JPEG, GIF or WebP; `document` is PDF. Somebody has checked the content against its type. */
export interface ModelAttachment {
  kind: 'image' | 'document';
  /** A media type without parameters, such as `image/png`. */
  contentType: string;
  /** As the visitor's file was called. */
  name: string;
  data: Uint8Array;
}

export interface RequestedToolCall {
  providerCallId: string;
  name: string;
  /** As the model wrote it: usually JSON, but nobody promises that. */
  argumentsText: string;
}

export type ModelEvent =
  | { type: 'text-delta'; delta: string }
  /** Whole, never in parts. `ordinal` counts the calls of this answer from 0. */
  | ({ type: 'tool-call'; ordinal: number } & RequestedToolCall)
  | { type: 'finish'; reason: FinishReason; usage?: TokenUsage /** Who answered, such as `anthropic/claude-haiku-5-5`. */; by?: string };

/**
 * `length`: the answer was cut at the token limit; the last tool call may then be cut too, and its arguments will not parse.
 * `degraded`: the last resort answered, and not the question.
 */
export type FinishReason = 'stop' | 'length' | 'tool-calls' | 'content-filter' | 'degraded' | 'other';

export interface TokenUsage {
  inputTokens: number;
  outputTokens: number;
}
