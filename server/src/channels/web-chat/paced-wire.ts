import { CLOSING_ERRORS } from '@foyer/contracts/chat-socket.ts';
import type { Clock } from '#platform/clock.ts';
import type { ClientWire } from './chat-connection.ts';
import type { Transport } from './transport.ts';

/** A client that has so much unread is too slow to be kept. */
const MAX_UNSENT_BYTES = 2 * 1024 * 1024;
/** With so much unsent, what need not be sent now waits. */
const ROOMY_BYTES = 256 * 1024;
/** A peer that reads nothing never sees the close either. */
const CUT_AFTER_MS = 5_000;

/** What a connection sends goes out at once, but never piles up: a client that does not keep up is told so and closed. */
export function createPacedWire(transport: Transport, clock: Clock, onTooSlow: (unsentBytes: number) => void): ClientWire {
  let isGivenUp = false;
  return {
    send: (frame) => {
      if (isGivenUp || !transport.isOpen()) return;
      const unsentBytes = transport.unsentBytes();
      if (unsentBytes <= MAX_UNSENT_BYTES) return transport.send(frame);
      isGivenUp = true;
      onTooSlow(unsentBytes);
      transport.send({ type: 'error', code: 'SLOW_CONSUMER', message: 'This connection does not keep up. Connect again and resume.' });
      transport.close({ code: CLOSING_ERRORS.SLOW_CONSUMER, reason: 'SLOW_CONSUMER', mayReturn: true });
      clock.after(CUT_AFTER_MS, () => transport.cut());
    },
    room: async () => {
      while (transport.isOpen() && transport.unsentBytes() > ROOMY_BYTES) await transport.someTaken();
    },
  };
}
