import { Conversation, ConversationDetail, ConversationListQuery, HandOff, Message, Turn } from '@foyer/contracts/conversations.ts';
import { ListQuery, pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { answered } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { HandOver } from '#triage/routing/hand-over.ts';
import type { Inbox } from './inbox.service.ts';

const OneConversation = z.strictObject({ id: Id });

/** What the team sees of conversations, and whom it gives them to. */
export function inboxRoutes(inbox: Inbox, handOver: Pick<HandOver, 'handOver' | 'handBack'>): RouteModule {
  return (routes) => {
    routes.get('/conversations', {
      summary: 'List conversations, the latest first',
      tags: ['Conversations'],
      access: member('viewer', 'conversations:read', { personalData: true }),
      audits: 'conversation.read',
      query: ConversationListQuery,
      answers: { 200: pageOf(Conversation) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => inbox.list(scope, query),
    });
    routes.get('/conversations/:id', {
      summary: 'Show one conversation',
      tags: ['Conversations'],
      access: member('viewer', 'conversations:read', { personalData: true }),
      audits: 'conversation.read',
      params: OneConversation,
      answers: { 200: ConversationDetail },
      problems: ['CONVERSATION_NOT_FOUND'],
      handle: async ({ scope, params }) => withEtag(await inbox.get(scope, params.id)),
    });
    routes.get('/conversations/:id/messages', {
      summary: 'List the messages of a conversation, the oldest first',
      tags: ['Conversations'],
      access: member('viewer', 'conversations:read', { personalData: true }),
      audits: 'conversation.read',
      params: OneConversation,
      query: ListQuery,
      answers: { 200: pageOf(Message) },
      problems: ['CONVERSATION_NOT_FOUND', 'INVALID_CURSOR'],
      handle: ({ scope, params, query }) => inbox.messages(scope, params.id, query),
    });
    routes.get('/conversations/:id/turns', {
      summary: 'Show how the agent came to its answers',
      description:
        'Every turn with the tools that it called. A call with the state `outcome_unknown` may have been done: its answer was lost.',
      tags: ['Conversations'],
      access: member('viewer', 'conversations:read', { personalData: true }),
      audits: 'conversation.read',
      params: OneConversation,
      answers: { 200: z.object({ items: z.array(Turn) }) },
      problems: ['CONVERSATION_NOT_FOUND'],
      handle: async ({ scope, params }) => ({ items: await inbox.turns(scope, params.id) }),
    });
    routes.post('/conversations/:id/handoff', {
      summary: 'Take a conversation from the agent, or give it back',
      tags: ['Conversations'],
      access: member('agent', 'conversations:write', { personalData: true }),
      audits: 'conversation.updated',
      params: OneConversation,
      body: HandOff,
      answers: { 200: ConversationDetail },
      problems: ['CONVERSATION_NOT_FOUND'],
      handle: async ({ scope, params, body }) => {
        await (body.to === 'nobody' ? handOver.handOver(scope, params.id) : handOver.handBack(scope, params.id));
        return withEtag(await inbox.get(scope, params.id));
      },
    });
  };
}

const withEtag = (conversation: ConversationDetail) => answered(200, conversation, { etag: etagOf(conversation) });
