import { z } from 'zod';
import { requireContent, UserMessageFrame } from './chat-socket.ts';
import { Attachment } from './files.ts';
import { Id, Moment } from './text.ts';

/** The chat without sockets. What streams has the frames of the chat socket; these are the answers as JSON. */

const { content, clientMessageId, attachments } = UserMessageFrame.shape;

/** A visitor's message. The same `clientMessageId` again is the same message, with the same outcome. */
export const NewVisitorMessage = z.strictObject({ content, clientMessageId, attachments }).superRefine(requireContent);
export type NewVisitorMessage = z.output<typeof NewVisitorMessage>;

export const MessageAck = z.object({
  type: z.literal('message_ack'),
  clientMessageId: z.string().optional(),
  messageId: Id,
  /** Its place in the conversation. */
  seq: z.int(),
});

/** A message as its visitor sees it: the frame of the chat socket. */
export const VisitorMessage = z.object({
  type: z.literal('message'),
  messageId: Id,
  role: z.enum(['assistant', 'user', 'agent', 'system']),
  content: z.string(),
  seq: z.int(),
  createdAt: Moment,
  clientMessageId: z.string().optional(),
  finishReason: z.string().optional(),
  sources: z.array(z.unknown()).optional(),
  attachments: z.array(Attachment.extend({ url: z.string().optional() })).optional(),
  author: z.object({ name: z.string() }).optional(),
});

/** What is shown at once when a message may tell of an emergency: the frame of the chat socket. It is not stored. */
export const EmergencyMessage = z.object({
  type: z.literal('emergency'),
  text: z.string(),
  contacts: z.array(z.object({ label: z.string(), phone: z.string() })),
});

/** The acknowledgement, and what was said to the visitor up to the answer; an emergency text, where there is one, comes first. */
export const MessageOutcome = z.object({ ack: MessageAck, messages: z.array(z.union([VisitorMessage, EmergencyMessage])) });

const Seq = z.coerce
  .number('Must be a number')
  .int('Must be a whole number')
  .min(0, 'Must be at least 0')
  .max(2_147_483_647, 'Is larger than any seq');

export const MessagesQuery = z.strictObject({
  afterSeq: Seq.default(0),
  limit: z.coerce
    .number('Must be a number')
    .int('Must be a whole number')
    .min(1, 'Must be at least 1')
    .max(200, 'Must be at most 200')
    .default(200),
});

/** `lastSeq` is how far the answer goes: ask again after it for what comes later. */
export const VisitorMessages = z.object({ items: z.array(VisitorMessage), lastSeq: z.int() });

export const EventsQuery = z.strictObject({
  afterSeq: Seq.optional(),
  /** The session token: the event source of a browser can send no header. */
  token: z.string().max(4_000).optional(),
});
