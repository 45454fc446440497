import { EventsQuery, MessageOutcome, MessagesQuery, NewVisitorMessage, VisitorMessages } from '@foyer/contracts/widget-messages.ts';
import { type CallRequest, type WidgetPrincipal, widget } from '#platform/http/access.ts';
import { answered, noContent, raw, streamEvents } from '#platform/http/answers.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import { invalidLastEventId, tooManyReads } from './chat-http.errors.ts';
import type { ChatLimits } from './chat-limits.ts';
import type { ConversationFollower } from './follow-conversation.ts';
import type { MessageExchange } from './message-exchange.ts';
import type { MessageRecord } from './message-outcome.ts';

export interface ChatHttpRouteParts {
  exchange: MessageExchange;
  follower: ConversationFollower;
  record: Pick<MessageRecord, 'messages'>;
  limits: ChatLimits;
}

const TOKEN_PROBLEMS = ['MISSING_AUTH', 'INVALID_TOKEN', 'APP_INACTIVE', 'FORBIDDEN_ORIGIN'];

/** The chat without sockets, for where those are blocked. */
export function chatHttpRoutes({ exchange, follower, record, limits }: ChatHttpRouteParts): RouteModule {
  return (routes) => {
    routes.post('/widget/message', {
      summary: 'Send a message and get the answer',
      description:
        'With `Accept: text/event-stream` the answer is the frames of the chat socket as `data`, with the `seq` of durable ones as `id`, up to the assistant’s message, an error, or the status that says that a person has the conversation. Otherwise it is JSON: 200 when answered within a minute, 202 when not; where the message raised an `emergency` text, it is the first of `messages`. The same `clientMessageId` again is the same message, with the same outcome.',
      tags: ['Widget'],
      access: widget(),
      cors: 'widget',
      body: NewVisitorMessage,
      answers: { 200: MessageOutcome, 202: MessageOutcome },
      streams: true,
      problems: [
        ...TOKEN_PROBLEMS,
        'INVALID_MESSAGE',
        'MESSAGE_TOO_LONG',
        'SESSION_ENDED',
        'NO_SESSION',
        'TOO_MANY_CONNECTIONS',
        'NOT_STORED',
      ],
      handle: async ({ session, body, request }) => {
        if (wantsEvents(request)) return streamEvents(await exchange.stream(session, body, request.ip));
        const { isAnswered, ack, messages } = await exchange.wait(session, body, { address: request.ip, signal: request.signal });
        return answered(isAnswered ? 200 : 202, { ack, messages });
      },
    });

    routes.get('/widget/events', {
      summary: 'Follow a conversation',
      description:
        'Server-sent events that stay open: the frames of the chat socket as `data`, with the `seq` of durable ones as `id`. With `Last-Event-ID` or `afterSeq` everything after it comes first; without, it starts now. 204 when the session has ended and everything was shown. The event source of a browser can send no header, so the session token may stand in the query, as it does in the address of the socket.',
      tags: ['Widget'],
      access: widget({ tokenInQuery: true }),
      cors: 'widget',
      query: EventsQuery,
      answers: { 200: raw('text/event-stream', 'The frames of the chat socket'), 204: null },
      problems: [...TOKEN_PROBLEMS, 'NO_SESSION', 'TOO_MANY_CONNECTIONS'],
      handle: async ({ session, query, request }) => {
        await takeFromLimit(session, request);
        // Nothing is shown to whoever asks for the head alone, so nothing is opened.
        if (request.method === 'HEAD') return streamEvents(async () => {});
        const show = await follower.follow(session, lastEventId(request) ?? query.afterSeq, request.ip);
        return show ? streamEvents(show) : noContent();
      },
    });

    routes.get('/widget/messages', {
      summary: 'List the messages of a conversation after a seq',
      tags: ['Widget'],
      access: widget(),
      cors: 'widget',
      query: MessagesQuery,
      answers: { 200: VisitorMessages },
      problems: [...TOKEN_PROBLEMS, 'NO_SESSION'],
      handle: async ({ session, query, request }) => {
        await takeFromLimit(session, request);
        return record.messages(session, query.afterSeq, query.limit);
      },
    });
  };

  /** Reading counts together with what the session's sockets send besides messages. */
  async function takeFromLimit({ id, appId }: WidgetPrincipal, { ip }: CallRequest): Promise<void> {
    if (!(await limits.take('frame', { sessionId: id, address: ip, appId }))) throw tooManyReads();
  }
}

const wantsEvents = (request: CallRequest): boolean =>
  (request.header('accept') ?? '')
    .split(',')
    .map((range) => range.split(';').map((part) => part.trim().toLowerCase()))
    .some(([type, ...parameters]) => type === 'text/event-stream' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));

/** Where a browser's event source says by itself that it goes on: newer than what stands in the address that it was given. */
function lastEventId(request: CallRequest): number | undefined {
  const text = request.header('last-event-id');
  if (text === undefined || text === '') return undefined;
  if (!/^\d{1,10}$/.test(text) || Number(text) > 2_147_483_647) throw invalidLastEventId();
  return Number(text);
}
