import { readFormSchema } from '#agents/forms/form-schema.ts';
import type { ChatHttpRouteParts } from '#channels/web-chat/chat-http.routes.ts';
import { createChatLimits } from '#channels/web-chat/chat-limits.ts';
import { createChatService } from '#channels/web-chat/chat-service.ts';
import { type ChatSocket, createChatSocket } from '#channels/web-chat/chat-socket.ts';
import { type ChatStreams, createChatStreams } from '#channels/web-chat/chat-streams.ts';
import { createConnectionRegistry } from '#channels/web-chat/connection-registry.ts';
import { createFileLinks } from '#channels/web-chat/file-links.ts';
import { createConversationFollower } from '#channels/web-chat/follow-conversation.ts';
import { notingLastSeen } from '#channels/web-chat/last-seen.ts';
import { createMessageExchange } from '#channels/web-chat/message-exchange.ts';
import { createMessageRecord } from '#channels/web-chat/message-outcome.ts';
import { createAppDoor } from '#channels/web-chat/open-app.ts';
import { createSessionStarter, type SessionStarter } from '#channels/web-chat/start-session.ts';
import { createUploadLimits } from '#channels/web-chat/upload-limits.ts';
import { createVisitorFiles, type VisitorFiles } from '#channels/web-chat/visitor-files.ts';
import { createVisitorSessions, type VisitorSession } from '#channels/web-chat/visitor-session.ts';
import { createWidgetAccess } from '#channels/web-chat/widget-access.ts';
import { createWidgetConfigs, type WidgetConfigs } from '#channels/web-chat/widget-config.ts';
import { createWidgetTokens } from '#channels/web-chat/widget-token.ts';
import { openForm } from '#conversations/extracting/open-form.ts';
import { greet, greetingSetUpOf } from '#conversations/greeting.ts';
import { openWidgetConversation } from '#conversations/open-widget-conversation.ts';
import { findApp } from '#identity/apps/apps.repository.ts';
import { createClientAddress, createRequestedHost } from '#platform/http/client-address.ts';
import type { Foundation } from './foundation.ts';
import type { Services } from './services.ts';

export interface WebChat {
  starter: SessionStarter;
  configs: WidgetConfigs;
  socket: ChatSocket;
  streams: ChatStreams;
  /** What its routes without sockets are made of. */
  http: ChatHttpRouteParts;
  files: VisitorFiles;
  /** Who may call the routes of visitors. */
  access: ReturnType<typeof createWidgetAccess>;
}

/** The channel of the widget: what happens to its messages is given to it here. */
export function createWebChat(foundation: Foundation, services: Services): WebChat {
  const { config, unitOfWork, clock, logger, live, secrets, setUps } = foundation;
  const { publicUrl, trustedProxies } = config.http;
  const tokens = createWidgetTokens({ secret: secrets.widgetJwtSecret, clock });
  const sessions = createVisitorSessions({ tokens, unitOfWork, clock });
  const allowedOrigins = ({ scope, appId }: VisitorSession) =>
    setUps.of(scope.tenantId).read(`app/${appId}`, () => unitOfWork.read(scope, (tx) => findApp(tx, appId)));
  const fileLinks = createFileLinks({ secret: secrets.widgetJwtSecret, clock });
  const files = createVisitorFiles({
    files: services.files,
    links: fileLinks,
    countUpload: createUploadLimits(foundation.realtime.rateLimiter),
  });
  const service = createChatService({
    unitOfWork,
    live,
    clock,
    onInbound: services.messages.receive,
    answer: services.turns.run,
    answerInFlight: services.liveAnswers.inFlight,
    judgeField: services.extractions.judgeAsVisitor,
    withLinks: files.withLinks,
  });
  const chat = notingLastSeen(service, { unitOfWork, clock, logger });
  const limits = createChatLimits(foundation.realtime.rateLimiter, config.chat.limits);
  const registry = createConnectionRegistry(config.chat.connections);
  const socket = createChatSocket({
    sessions,
    chat,
    live,
    limits,
    safety: services.safety,
    registry,
    clock,
    logger,
    publicUrl,
    allowedOrigins,
    addressOf: createClientAddress(trustedProxies),
    hostOf: createRequestedHost(trustedProxies),
  });
  const door = createAppDoor({ apps: services.apps, setUps, publicUrl });
  const configs = createWidgetConfigs({
    unitOfWork,
    setUps,
    door,
    greetingOf: async (tx, setUp, appId) => {
      const greeting = await greetingSetUpOf(tx, setUp, appId);
      return (locale) => greet(greeting, { locale, now: clock.now() });
    },
  });
  const starter = createSessionStarter({
    unitOfWork,
    clock,
    apps: services.apps,
    door,
    tokens,
    sessions,
    setUps,
    publicUrl,
    formProblems: (schema, at) => {
      const read = readFormSchema(schema, at);
      return read.ok ? [] : read.problems;
    },
    openForm: (tx, conversationId, form) => openForm(tx, { live, clock }, conversationId, form),
    openConversation: (tx, setUp, arrival) => openWidgetConversation(tx, setUp, clock, arrival),
  });
  const streams = createChatStreams({ chat, live, limits, safety: services.safety, registry, clock, logger });
  const record = createMessageRecord({ unitOfWork, withLinks: files.withLinks });
  const exchange = createMessageExchange({ streams, record, clock, logger });
  const http = { exchange, follower: createConversationFollower(streams), record, limits };
  return { starter, configs, socket, streams, http, files, access: createWidgetAccess({ sessions, fileLinks, publicUrl, allowedOrigins }) };
}
