import { z } from 'zod';
import { Attachment } from './files.ts';
import { Created, ListQuery } from './lists.ts';
import { Id, Moment, text } from './text.ts';

/** Who answers in a conversation. */
export const Holder = z.enum(['agent', 'person', 'workflow', 'nobody']);

export const Conversation = z.object({
  id: Id,
  contactId: Id,
  channel: z.string(),
  appId: Id.nullable(),
  agentId: Id,
  /** `pending` is the agent's, `open` waits for a person. */
  status: z.enum(['open', 'pending', 'snoozed', 'resolved']),
  holder: Holder,
  language: z.string(),
  lastSeq: z.int(),
  lastMessageAt: Moment.nullable(),
  endedAt: Moment.nullable(),
  createdAt: Moment,
});
export type Conversation = z.output<typeof Conversation>;

/** Where the visitor is and with what; null for what they do not want to be known, or what nobody said. */
export const ConversationVisitor = z.object({
  /** Of its query only `utm_…` is kept. */
  pageUrl: z.string().nullable(),
  referrer: z.string().nullable(),
  deviceClass: z.enum(['desktop', 'mobile', 'tablet']).nullable(),
  browser: z.string().nullable(),
  locale: z.string(),
  /** To the minute. */
  lastSeenAt: Moment,
  sessionStartedAt: Moment,
  /** How it was, as they said last; null where they said nothing. */
  satisfaction: z.object({ rating: z.int(), comment: z.string().nullable() }).nullable(),
});
export type ConversationVisitor = z.output<typeof ConversationVisitor>;

/** Who writes. */
export const ConversationContact = z.object({
  /** As the app's own server has said it; null where it has not. */
  name: z.string().nullable(),
  /** By what they are recognised: proven. */
  identifiers: z.array(z.object({ kind: z.enum(['external', 'visitor', 'email', 'phone']), value: z.string() })),
  /** What they say of themselves before a chat, and the page of them. Nobody has proven it. */
  stated: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    /** What else they answered, by the names of the questions. */
    answers: z.record(z.string(), z.string()).optional(),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
});
export type ConversationContact = z.output<typeof ConversationContact>;

/** A conversation with who writes, and what the team sees of their latest session. */
export const ConversationDetail = Conversation.extend({ contact: ConversationContact, visitor: ConversationVisitor.nullable() });
export type ConversationDetail = z.output<typeof ConversationDetail>;

export const Message = z.object({
  id: Id,
  conversationId: Id,
  seq: z.int(),
  direction: z.enum(['inbound', 'outbound']),
  role: z.enum(['user', 'assistant', 'agent', 'system']),
  content: z.string(),
  /** Who of the team wrote it, for the role `agent`. */
  authorName: z.string().nullable(),
  attachments: z.array(Attachment),
  status: z.enum(['queued', 'sent', 'delivered', 'read', 'failed']),
  turnId: Id.nullable(),
  finishReason: z.string().nullable(),
  createdAt: Moment,
});
export type Message = z.output<typeof Message>;

/** A call of a tool. `outcome_unknown`: it may have been done, and its answer was lost; a person has to find out. */
export const ToolCall = z.object({
  step: z.int(),
  ordinal: z.int(),
  name: z.string(),
  arguments: z.string(),
  state: z.enum(['requested', 'started', 'succeeded', 'refused', 'outcome_unknown', 'not-run']),
  result: z.string().nullable(),
});

/** How the agent came to answer the messages from `fromSeq` to `toSeq`. */
export const Turn = z.object({
  id: Id,
  status: z.enum(['waiting', 'running', 'done', 'superseded', 'failed', 'cancelled']),
  fromSeq: z.int(),
  toSeq: z.int(),
  supersededBy: Id.nullable(),
  failures: z.int(),
  errorCode: z.string().nullable(),
  toolCalls: z.array(ToolCall),
  createdAt: Moment,
  finishedAt: Moment.nullable(),
});
export type Turn = z.output<typeof Turn>;

/** `nobody`: taken from the agent, for a person to see to. `agent`: given back to it. */
export const HandOff = z.strictObject({ to: z.enum(['nobody', 'agent']) });
export type HandOff = z.output<typeof HandOff>;

/** What a person of the team writes to the visitor. */
export const StaffMessage = z.strictObject({ conversationId: Id, content: text({ min: 1, max: 16_000 }) });
export type StaffMessage = z.output<typeof StaffMessage>;
export const StaffTyping = z.strictObject({ state: z.boolean() });
/** Everything up to this place in the conversation has been read. */
export const StaffRead = z.strictObject({ seq: z.int32().min(1) });

export const ConversationListQuery = z.strictObject({
  ...ListQuery.shape,
  status: Conversation.shape.status.optional(),
  holder: Holder.optional(),
  appId: Id.optional(),
  contactId: Id.optional(),
  ...Created,
});
export type ConversationListQuery = z.output<typeof ConversationListQuery>;
