import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import type { EventStream } from '#platform/http/event-stream.ts';
import { asIncoming, type ChatStreams } from './chat-streams.ts';
import type { VisitorSession } from './visitor-session.ts';

/** Everything that a session's visitor is shown, for as long as they listen. */
export interface ConversationFollower {
  /**
   * From after `afterSeq`, or from now on. Undefined when nothing will ever come: the session has ended, and everything was shown.
   * @throws {AppError} TOO_MANY_CONNECTIONS, NO_SESSION
   */
  follow(
    session: VisitorSession,
    afterSeq: number | undefined,
    address: string,
  ): Promise<((events: EventStream) => Promise<void>) | undefined>;
}

export function createConversationFollower(streams: ChatStreams): ConversationFollower {
  return {
    follow: async (session, afterSeq, address) => {
      let greeting: Extract<ServerFrame, { type: 'session_ack' }> | undefined;
      let isCaughtUp = false;
      const stream = await streams.open(session, {
        address,
        resumeAfter: afterSeq,
        watch: (frame, { close }) => {
          if (frame.type === 'session_ack') greeting = frame;
          if (frame.type === 'ready') isCaughtUp = true;
          // One that had ended before may stand in the past that is shown again.
          if (frame.type === 'status' && frame.status === 'session_ended' && frame.seq > (greeting?.lastSeq ?? 0)) close();
        },
      });
      const { gate, connection, close } = stream;
      const { lastSeq = 0, status = 'ok' } = greeting ?? {};
      const hasEnded = status === 'ended';
      if (hasEnded && afterSeq !== undefined && afterSeq >= lastSeq) {
        close();
        return undefined;
      }
      return streams.show(stream, async (events) => {
        // Whoever loses the connection before the first durable event comes back with this.
        events.position(afterSeq ?? Math.max(lastSeq, gate.position()));
        if (afterSeq !== undefined) {
          await connection.receive(asIncoming({ type: 'resume', afterSeq }));
          gate.caughtUp();
        }
        // Without its past nothing may follow: whoever listens comes back and asks for it again.
        if (hasEnded || (afterSeq !== undefined && !isCaughtUp)) close();
      });
    },
  };
}
