import { ConversationDetail, Message, StaffMessage, StaffRead, StaffTyping } from '@foyer/contracts/conversations.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { type MemberPrincipal, member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import { answered, created, noContent } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { HandOver, TeamMember } from '#triage/routing/hand-over.ts';
import type { Inbox } from './inbox.service.ts';
import type { TeamReplies } from './team-replies.ts';

interface Parts {
  inbox: Pick<Inbox, 'get'>;
  replies: TeamReplies;
  handOver: Pick<HandOver, 'takeOver'>;
  /** The name that visitors are shown. */
  nameOf(personId: string): Promise<string>;
}

const OneConversation = z.strictObject({ id: Id });

/** What people of the team do in a conversation, and its visitor notices at once. */
export function teamReplyRoutes({ inbox, replies, handOver, nameOf }: Parts): RouteModule {
  /** These routes name no scope, so no API key opens them. */
  const teamMember = async (actor: MemberPrincipal): Promise<TeamMember> => {
    if (actor.kind !== 'person') throw new Error('A route for people was opened by an API key.');
    return { personId: actor.personId, name: await nameOf(actor.personId) };
  };

  return (routes) => {
    routes.post('/conversations/:id/takeover', {
      summary: 'Take a conversation over, to answer in it yourself',
      description: 'The agent stops, and the visitor is told your name. `POST /conversations/:id/handoff` gives it back.',
      tags: ['Conversations'],
      access: member('agent', undefined, { personalData: true }),
      audits: 'conversation.updated',
      params: OneConversation,
      answers: { 200: ConversationDetail },
      problems: ['CONVERSATION_NOT_FOUND', 'CONVERSATION_ENDED'],
      handle: async ({ scope, params, actor }) => {
        await handOver.takeOver(scope, params.id, await teamMember(actor));
        const conversation = await inbox.get(scope, params.id);
        return answered(200, conversation, { etag: etagOf(conversation) });
      },
    });
    routes.post('/messages', {
      summary: 'Answer a visitor as a person',
      description: 'On the channel of the conversation. Whoever answers has taken the conversation over.',
      tags: ['Conversations'],
      access: member('agent', undefined, { personalData: true }),
      audits: 'message.sent',
      body: StaffMessage,
      answers: { 201: Message },
      problems: ['CONVERSATION_NOT_FOUND', 'CONVERSATION_ENDED'],
      handle: async ({ scope, body, actor }) =>
        created(await replies.reply(scope, body.conversationId, body.content, await teamMember(actor))),
    });
    routes.post('/conversations/:id/typing', {
      summary: 'Show the visitor that somebody of the team is typing, or is not any more',
      tags: ['Conversations'],
      access: member('agent', undefined, { personalData: true }),
      audits: nothing('A passing sign, which is not kept.'),
      params: OneConversation,
      body: StaffTyping,
      answers: { 204: null },
      problems: ['CONVERSATION_NOT_FOUND'],
      idempotent: false,
      handle: async ({ scope, params, body }) => {
        await replies.typing(scope, params.id, body.state);
        return noContent();
      },
    });
    routes.post('/conversations/:id/read', {
      summary: 'Say how far the team has read',
      description: 'Only ever forward; the visitor is shown it.',
      tags: ['Conversations'],
      access: member('agent', undefined, { personalData: true }),
      audits: 'conversation.updated',
      params: OneConversation,
      body: StaffRead,
      answers: { 204: null },
      problems: ['CONVERSATION_NOT_FOUND'],
      idempotent: false,
      handle: async ({ scope, params, body }) => {
        await replies.markRead(scope, params.id, body.seq);
        return noContent();
      },
    });
    routes.post('/conversations/:id/resolve', {
      summary: 'End a conversation',
      description: 'The visitor’s sessions end. What they want to say afterwards is a new conversation.',
      tags: ['Conversations'],
      access: member('agent', 'conversations:write', { personalData: true }),
      audits: 'conversation.updated',
      params: OneConversation,
      answers: { 200: ConversationDetail },
      problems: ['CONVERSATION_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        await replies.resolve(scope, params.id);
        const conversation = await inbox.get(scope, params.id);
        return answered(200, conversation, { etag: etagOf(conversation) });
      },
    });
  };
}
