import type { EmergencyFrame, ServerFrame, UserMessageFrame } from '@foyer/contracts/chat-socket.ts';
import type { Clock } from '#platform/clock.ts';
import type { EventStream } from '#platform/http/event-stream.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type AnswerWatch, createAnswerWatch } from './answer-watch.ts';
import { refusedFrame } from './chat-http.errors.ts';
import { asIncoming, type ChatStream, type ChatStreams } from './chat-streams.ts';
import type { MessageFrame, MessageRecord } from './message-outcome.ts';
import type { VisitorSession } from './visitor-session.ts';

export type NewMessage = Omit<UserMessageFrame, 'type'>;
type Acknowledgement = Extract<ServerFrame, { type: 'message_ack' }>;

/** A message in one request, and what becomes of it in the answer. The same clientMessageId again is the same message. */
export interface MessageExchange {
  /** The frames of the answer as they come. @throws {AppError} what keeps the message from being stored */
  stream(session: VisitorSession, message: NewMessage, address: string): Promise<(events: EventStream) => Promise<void>>;
  /** Waits for the answer, at most a minute; an emergency text comes first. @throws {AppError} the same */
  wait(
    session: VisitorSession,
    message: NewMessage,
    caller: { address: string; signal: AbortSignal },
  ): Promise<{ isAnswered: boolean; ack: Acknowledgement; messages: (EmergencyFrame | MessageFrame)[] }>;
}

const WAIT_MS = 60_000;

interface Sent {
  stream: ChatStream;
  watch: AnswerWatch;
  ack: Acknowledgement;
}

export function createMessageExchange(parts: {
  streams: ChatStreams;
  record: Pick<MessageRecord, 'outcome'>;
  clock: Clock;
  logger: Logger;
}): MessageExchange {
  const { streams, record, clock, logger } = parts;

  return {
    stream: async (session, message, address) => {
      // The stream ends with the frame that settles it; what would still come by the way is not waited for.
      const sent = await send(session, message, address, ({ close }, watch) => {
        if (watch.isSettled() || (watch.acknowledged() && watch.error())) close();
      });
      return streams.show(sent.stream, async () => {
        try {
          await showUntilSettled(session, sent);
        } catch (error) {
          logger.warn('The outcome of a message could not be read', { conversationId: session.conversationId, error });
          sent.stream.transport.send({ type: 'error', code: 'INTERNAL', message: 'The answer cannot be shown at the moment. Ask again.' });
        }
        sent.stream.close();
      });
    },

    wait: async (session, message, { address, signal }) => {
      const { stream, watch, ack } = await send(session, message, address);
      /** It may be found only while the answer is written. */
      const alarm = () => {
        const emergency = watch.emergency();
        return emergency ? [emergency] : [];
      };
      let isOver = signal.aborted;
      const stop = () => {
        isOver = true;
        watch.wake();
      };
      signal.addEventListener('abort', stop, { once: true });
      const cancelDeadline = clock.after(WAIT_MS, stop);
      void stream.transport.over.then(stop);
      try {
        for (;;) {
          const outcome = await record.outcome(session, ack.seq);
          if (outcome.kind === 'answered') return { isAnswered: true, ack, messages: [...alarm(), ...outcome.messages] };
          if (outcome.kind === 'with-team' || isOver || watch.isSettled()) return { isAnswered: false, ack, messages: alarm() };
          await watch.changed();
        }
      } finally {
        cancelDeadline();
        signal.removeEventListener('abort', stop);
        stream.close();
      }
    },
  };

  /** Stores the message as a frame of the socket is stored; what would be an error frame there is a problem here. */
  async function send(
    session: VisitorSession,
    message: NewMessage,
    address: string,
    onFrame: (stream: ChatStream, watch: AnswerWatch) => void = () => {},
  ): Promise<Sent> {
    const watch = createAnswerWatch();
    const stream = await streams.open(session, {
      address,
      watch: (frame, shown) => {
        watch.see(frame);
        onFrame(shown, watch);
      },
    });
    await stream.connection.receive(asIncoming({ type: 'user_message', ...message }));
    const ack = watch.acknowledged();
    if (ack) return { stream, watch, ack };
    stream.close();
    throw refusedFrame(watch.error());
  }

  async function showUntilSettled(session: VisitorSession, { stream, watch, ack }: Sent): Promise<void> {
    const { transport, gate } = stream;
    let isCatchingUp = false;
    while (!watch.isSettled() && !watch.error() && transport.isOpen()) {
      const outcome = await record.outcome(session, ack.seq);
      if (outcome.kind === 'answered') {
        for (const frame of outcome.messages) if (gate.lets(frame)) transport.send(frame);
        return;
      }
      if (outcome.kind === 'with-team') {
        const { status } = outcome;
        // It may be older than the message: it says why nobody answers that at once.
        if (status && (status.seq < ack.seq || gate.lets(status))) transport.send(status);
        return;
      }
      if (watch.isRepeat() && !isCatchingUp) {
        isCatchingUp = true;
        await catchUp(stream, ack.seq);
        continue;
      }
      await Promise.race([watch.changed(), transport.over]);
    }
  }

  /** What was said since, and the answer in flight as far as it has come. */
  async function catchUp({ connection, gate }: ChatStream, afterSeq: number): Promise<void> {
    gate.startAfter(afterSeq, { untilCaughtUp: true });
    await connection.receive(asIncoming({ type: 'resume', afterSeq }));
    gate.caughtUp();
  }
}
