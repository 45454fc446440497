import { z } from 'zod';
import type { EscalationStatus, EscalationUrgency } from './escalations.ts';
import type { ExtractionStatus, FieldUpdate } from './extractions.ts';
import { Id, text } from './text.ts';

/** The chat socket `/ws/chat`: one JSON object per text frame. */

export const MAX_MESSAGE_LENGTH = 16_000;

/** People send a picture without a word, and words that nobody said are not put in its place. A message without either is none. */
export function requireContent(message: { content: string; attachments?: unknown[] | undefined }, context: z.RefinementCtx): void {
  if (message.content !== '' || message.attachments?.length) return;
  context.addIssue({ code: 'custom', path: ['content'], message: 'Must not be empty' });
}

export const MAX_ATTACHMENTS = 10;

export const UserMessageFrame = z
  .strictObject({
    type: z.literal('user_message'),
    /** May be empty where there are attachments. */
    content: text({ max: MAX_MESSAGE_LENGTH }),
    clientMessageId: text({ min: 1, max: 200 }).optional(),
    attachments: z
      .array(z.strictObject({ fileId: Id }))
      .max(MAX_ATTACHMENTS, `Must be at most ${MAX_ATTACHMENTS}`)
      .optional(),
  })
  .superRefine(requireContent);
export type UserMessageFrame = z.infer<typeof UserMessageFrame>;

const fieldName = text({ min: 1, max: 200 });
/** As the database counts: more than two thousand million frames no conversation has. */
const Seq = z.int32().min(0);

/** What a client may send. */
export const ClientFrame = z.discriminatedUnion('type', [
  UserMessageFrame,
  z.strictObject({ type: z.literal('typing'), state: z.boolean() }),
  z.strictObject({ type: z.literal('read'), seq: Seq }),
  z.strictObject({ type: z.literal('ping') }),
  z.strictObject({ type: z.literal('resume'), afterSeq: Seq }),
  z.strictObject({ type: z.literal('confirm_field'), fieldName, value: z.unknown() }),
  z.strictObject({ type: z.literal('reject_field'), fieldName }),
  z.strictObject({ type: z.literal('satisfaction'), rating: z.int().min(1).max(5), comment: text({ min: 0, max: 2_000 }).optional() }),
  z.strictObject({ type: z.literal('end_session') }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** A file that came with a message. */
export interface FrameAttachment {
  fileId: string;
  name: string;
  contentType: string;
  /** In bytes. */
  size: number;
  /** Where whoever is shown the frame can fetch it: a path on the server, good for an hour at least; a resume brings a fresh one. */
  url?: string;
}

export type MessageRole = 'assistant' | 'user' | 'agent' | 'system';

/** Durable frames take the next `seq` of their conversation and come back on `resume`. `createdAt` says when it happened, ISO 8601 in UTC. */
export type DurableFrame =
  | {
      type: 'message';
      messageId: string;
      role: MessageRole;
      content: string;
      seq: number;
      createdAt: string;
      clientMessageId?: string;
      finishReason?: string;
      /** The documents that were found for it. */
      sources?: { title: string; documentId: string; url?: string }[];
      attachments?: FrameAttachment[];
      author?: { name: string };
    }
  | {
      type: 'status';
      seq: number;
      createdAt: string;
      status: 'session_ended' | 'handoff_requested' | 'agent_joined' | 'agent_left';
      author?: { name: string };
    }
  | { type: 'read'; seq: number; createdAt: string; upToSeq: number; role: MessageRole }
  /** All fields of the form that are known so far. */
  | {
      type: 'extraction_update';
      seq: number;
      createdAt: string;
      extractionId: string;
      formType: string;
      fields: FieldUpdate[];
      extractionStatus: ExtractionStatus;
      overallConfidence: number;
    }
  | {
      type: 'escalation';
      seq: number;
      createdAt: string;
      escalationId: string;
      urgency: EscalationUrgency;
      status: EscalationStatus;
      message?: string;
    };

/** What a visitor is shown at once when a message may tell of an emergency, before anything is stored. */
export interface EmergencyFrame {
  type: 'emergency';
  text: string;
  contacts: { label: string; phone: string }[];
}

export type EphemeralFrame =
  | EmergencyFrame
  | { type: 'session_ack'; sessionId: string; status: 'ok' | 'ended'; lastSeq: number }
  | { type: 'message_ack'; clientMessageId?: string; messageId: string; seq: number }
  | { type: 'token'; messageId: string; delta: string; offset: number }
  | { type: 'message_reset'; messageId: string }
  | { type: 'status'; status: 'degraded' | 'restored' | 'reconnect' }
  | { type: 'typing'; state: boolean; role: MessageRole }
  | { type: 'ready'; lastSeq: number }
  | { type: 'pong' }
  | { type: 'error'; code: SocketErrorCode; message: string; clientMessageId?: string };

/** What the server may send. */
export type ServerFrame = DurableFrame | EphemeralFrame;

/** Errors that close the connection, with their close codes. */
export const CLOSING_ERRORS = {
  MISSING_AUTH: 4401,
  INVALID_TOKEN: 4401,
  FORBIDDEN_ORIGIN: 4403,
  SLOW_CONSUMER: 4408,
  TOO_MANY_CONNECTIONS: 4429,
} as const;
export type ClosingErrorCode = keyof typeof CLOSING_ERRORS;

export type SocketErrorCode =
  | ClosingErrorCode
  | 'INVALID_MESSAGE'
  | 'MESSAGE_TOO_LONG'
  | 'SESSION_ENDED'
  | 'RATE_LIMITED'
  | 'NO_SESSION'
  | 'PROVIDER_ERROR'
  | 'INTERNAL';
