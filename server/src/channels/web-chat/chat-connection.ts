import type { ClientFrame, DurableFrame, ServerFrame, SocketErrorCode, UserMessageFrame } from '@foyer/contracts/chat-socket.ts';
import type { LiveConversations, LiveSignal } from '#messaging/live-conversation.ts';
import type { Clock } from '#platform/clock.ts';
import { isDatabaseUnavailable } from '#platform/db/database-errors.ts';
import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { VisitorSafety } from '#triage/safety/visitor-safety.ts';
import type { ChatLimits } from './chat-limits.ts';
import type { ChatService, StoredMessage } from './chat-service.ts';
import { createDurableFeed, type DurableFeed } from './durable-feed.ts';
import { createEmergencyFeed, type LateEmergency, type Seen } from './emergency-feed.ts';
import { createQualityFeed } from './quality-feed.ts';
import { createTokenFeed } from './token-feed.ts';
import type { IncomingFrame } from './transport.ts';
import type { VisitorSession } from './visitor-session.ts';

/** How the connection reaches its client, whatever the transport. */
export interface ClientWire {
  /** What has been sent stays in order; a client that does not keep up is cut by the wire. */
  send(frame: ServerFrame): void;
  /** Resolves once the client has taken most of what was sent. */
  room(): Promise<void>;
}

export interface ChatConnectionParts {
  connectionId: string;
  session: VisitorSession;
  wire: ClientWire;
  chat: ChatService;
  live: LiveConversations;
  limits: ChatLimits;
  safety: Pick<VisitorSafety, 'learn' | 'look' | 'emergencyOf'>;
  /** Where the client is. */
  address: string;
  clock: Clock;
  logger: Logger;
}

/** One visitor's connection after it was let in: frames in, frames out. */
export interface ChatConnection {
  /** Shows `session_ack` and goes live. */
  open(): Promise<void>;
  /** Handles one frame. Call it for one after the other: their order is the visitor's. */
  receive(incoming: IncomingFrame): Promise<void>;
  /** Other nodes may have said something that this one has missed. */
  catchUp(): void;
  close(): void;
}

/** A database that is busy or away is not asked more often than this by one connection. */
const READ_AGAIN_MS = 1_000;

export function createChatConnection(parts: ChatConnectionParts): ChatConnection {
  const { connectionId, session, wire, chat, live, limits, safety, address, clock, logger } = parts;
  const { conversationId } = session;
  const sender = { sessionId: session.id, address, appId: session.appId };
  /** Messages that this connection sent itself: their author has the acknowledgement instead. */
  const ownMessages = new Set<string>();
  let durable: DurableFeed | undefined;
  let stopListening: (() => void) | undefined;
  let closed = false;
  /** What became void while the conversation had not come further than this is known to the client. */
  let withdrawnUpToSeq = 0;

  const tokens = createTokenFeed(wire.send, (messageId) => {
    const local = chat.answerInFlight(conversationId);
    if (local?.messageId === messageId) tokens.restart(messageId, local.text);
    else live.publish(conversationId, { kind: 'prefix-wanted', messageId });
  });

  const emergencies = createEmergencyFeed(session, { safety, clock }, wire.send);
  const quality = createQualityFeed(wire.send);
  /** Somebody said so before `session_ack`, which comes first. */
  let isCatchUpDue = false;
  /** What was signalled before the connection was let in; what was read may be older. */
  let signalledQuality: boolean | undefined;
  /** The same for what was found in messages of before. */
  const signalledEmergencies: LateEmergency[] = [];

  return {
    open: async () => {
      const subscription = live.subscribe(conversationId, onSignal);
      stopListening = subscription;
      // From here on nothing is missed, so what the database says now and what is signalled later leave no gap.
      await subscription.ready;
      // The emergency text is known from here on, whatever happens to the database.
      await safety.learn(session.scope);
      const { lastSeq, status, isDegraded } = await chat.state(session);
      withdrawnUpToSeq = lastSeq;
      durable = createDurableFeed(lastSeq, {
        read: (afterSeq, limit) => chat.readFrames(session, afterSeq, limit),
        show: showDurable,
        room: wire.room,
        onError: (error, readAgain) => {
          logger.warn('Frames could not be read for a connection', { conversationId, error });
          clock.after(READ_AGAIN_MS, readAgain);
        },
      });
      wire.send({ type: 'session_ack', sessionId: session.id, status: status === 'ACTIVE' ? 'ok' : 'ended', lastSeq });
      quality.show(signalledQuality ?? isDegraded);
      for (const emergency of signalledEmergencies.splice(0)) emergencies.foundLater(emergency);
      if (isCatchUpDue) catchUp();
      else durable.catchUp();
    },

    receive: async (incoming) => {
      const parsed = incoming.parse();
      const frame = parsed.kind === 'frame' ? parsed.frame : undefined;
      const clientMessageId = parsed.kind === 'refused' ? parsed.clientMessageId : clientMessageIdOf(parsed.frame);
      // Before anything is asked that may be slow or away.
      const seen = frame?.type === 'user_message' && emergencies.hasRoom() ? emergencies.see(frame) : undefined;
      try {
        if (!(await limits.take(frame?.type === 'user_message' ? 'message' : 'frame', sender))) {
          return fail('RATE_LIMITED', 'Too many frames in a short time. Wait a few seconds.', clientMessageId);
        }
        if (parsed.kind === 'refused') return fail(parsed.code, parsed.message, clientMessageId);
        await handle(parsed.frame, seen);
      } catch (error) {
        const { code, message } = describe(error);
        if (code === 'INTERNAL') {
          logger[isDatabaseAway(error) ? 'warn' : 'error']('A frame could not be handled', { conversationId, type: frame?.type, error });
        }
        fail(code, message, clientMessageId);
      }
    },

    catchUp,
    close: () => {
      closed = true;
      durable?.stop();
      stopListening?.();
    },
  };

  function catchUp(): void {
    if (closed) return;
    if (!durable) {
      isCatchUpDue = true;
      return;
    }
    durable.catchUp();
    tokens.askAgain();
    Promise.all([withdraw(withdrawnUpToSeq, 'what is new'), readQuality()]).catch((error: unknown) => {
      logger.warn('Void texts could not be read for a connection', { conversationId, error });
      clock.after(READ_AGAIN_MS, catchUp);
    });
  }

  async function readQuality(): Promise<void> {
    const { isDegraded } = await chat.state(session);
    quality.show(isDegraded);
  }

  async function handle(frame: ClientFrame, seen: Seen | undefined): Promise<void> {
    switch (frame.type) {
      case 'user_message': {
        const received = await store(frame, seen ?? emergencies.see(frame));
        const { messageId, seq } = received;
        const echo = frame.clientMessageId !== undefined && { clientMessageId: frame.clientMessageId };
        wire.send({ type: 'message_ack', ...echo, messageId, seq });
        if (received.claim) chat.answer(received.claim);
        return;
      }
      case 'resume':
        return resume(frame.afterSeq);
      case 'typing':
        live.publish(conversationId, {
          kind: 'ephemeral',
          frame: { type: 'typing', state: frame.state, role: 'user' },
          origin: connectionId,
        });
        return;
      case 'read':
        return chat.markRead(session, frame.seq);
      case 'ping':
        return wire.send({ type: 'pong' });
      case 'satisfaction':
        return chat.rate(session, frame.rating, frame.comment);
      case 'end_session':
        return chat.end(session);
      case 'confirm_field':
        return chat.confirmField(session, frame.fieldName, frame.value);
      case 'reject_field':
        return chat.rejectField(session, frame.fieldName);
    }
  }

  async function store(frame: UserMessageFrame, { redFlags }: Seen): Promise<StoredMessage> {
    const ownId = newId();
    ownMessages.add(ownId);
    let stored: StoredMessage | undefined;
    try {
      stored = await chat.receive(session, frame, { messageId: ownId, redFlags });
      return stored;
    } finally {
      if (stored?.messageId !== ownId) ownMessages.delete(ownId);
    }
  }

  /** Everything durable after `afterSeq`, then the answer in flight as far as it has come, then `ready`. */
  async function resume(afterSeq: number): Promise<void> {
    await withdraw(afterSeq, 'everything');
    const lastSeq = (await durable?.replay(afterSeq)) ?? 0;
    const inFlight = chat.answerInFlight(conversationId);
    if (inFlight) tokens.restart(inFlight.messageId, inFlight.text);
    // On another node: its process answers with a token from the beginning, which the token feed puts in its place.
    else live.publish(conversationId, { kind: 'prefix-wanted', messageId: '' });
    wire.send({ type: 'ready', lastSeq });
  }

  /** Takes back what became void when the conversation had come to `afterSeq` or further. */
  async function withdraw(afterSeq: number, extent: 'everything' | 'what is new'): Promise<void> {
    const shownUpToSeq = durable?.lastSeq() ?? 0;
    const { voidMessageIds } = await chat.missed(session, afterSeq);
    withdrawnUpToSeq = Math.max(withdrawnUpToSeq, shownUpToSeq);
    for (const messageId of voidMessageIds) {
      // A process that was paused past its lease may still have tokens of it under way.
      const isNew = tokens.forget(messageId);
      if (isNew || extent === 'everything') wire.send({ type: 'message_reset', messageId });
    }
  }

  function onSignal(signal: LiveSignal): void {
    // Nothing comes before `session_ack`; what is missed until then is read, or asked for by the first token after it.
    if (!durable) {
      if (signal.kind === 'ephemeral' && signal.frame.type === 'message_reset') tokens.forget(signal.frame.messageId);
      if (signal.kind === 'emergency') signalledEmergencies.push(signal);
      if (signal.kind === 'ephemeral' && signal.frame.type === 'status') signalledQuality = signal.frame.status === 'degraded';
      return;
    }
    switch (signal.kind) {
      case 'durable':
        durable.signal(signal.seq, signal.frame);
        return;
      case 'token':
        tokens.token(signal.messageId, signal.delta, signal.offset);
        return;
      case 'emergency':
        emergencies.foundLater(signal);
        return;
      case 'ephemeral':
        if (signal.origin === connectionId) return;
        // What visitors type is for the other side, not for their other tabs.
        if (signal.frame.type === 'typing' && signal.frame.role === 'user') return;
        if (signal.frame.type === 'status') {
          quality.show(signal.frame.status === 'degraded');
          return;
        }
        // It may come twice, and after it was read.
        if (signal.frame.type === 'message_reset' && !tokens.forget(signal.frame.messageId)) return;
        wire.send(signal.frame);
    }
  }

  function showDurable(frame: DurableFrame, isReplay: boolean): void {
    if (frame.type === 'message') {
      tokens.forget(frame.messageId);
      if (!isReplay && ownMessages.delete(frame.messageId)) return;
    }
    wire.send(chat.withLinks(session, frame));
  }

  function fail(code: SocketErrorCode, message: string, clientMessageId?: string): void {
    wire.send({ type: 'error', code, message, ...(clientMessageId !== undefined && { clientMessageId }) });
  }
}

const clientMessageIdOf = (frame: ClientFrame) => (frame.type === 'user_message' ? frame.clientMessageId : undefined);

const SOCKET_CODES: Record<string, SocketErrorCode> = {
  SESSION_ENDED: 'SESSION_ENDED',
  NO_SESSION: 'NO_SESSION',
  INVALID_MESSAGE: 'INVALID_MESSAGE',
};

function describe(error: unknown): { code: SocketErrorCode; message: string } {
  const code = error instanceof AppError ? SOCKET_CODES[error.code] : undefined;
  if (error instanceof AppError && code) return { code, message: error.detail };
  if (isDatabaseAway(error)) {
    return { code: 'INTERNAL', message: 'The message could not be stored at the moment. Send it again.' };
  }
  return { code: 'INTERNAL', message: 'Something went wrong on our side. Send it again.' };
}

const isDatabaseAway = (error: unknown): boolean => isDatabaseUnavailable(error) || (error instanceof AppError && error.status === 503);
