import type { Clock } from '#platform/clock.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { ChatService } from './chat-service.ts';
import type { VisitorSession } from './visitor-session.ts';
import { touchSession } from './widget-sessions.repository.ts';

/** To the minute is as much as anybody wants to know. */
const NOTED_EVERY_MS = 60_000;
/** Whom this process has noted lately; when there are more, some are noted once more than needed. */
const MAX_REMEMBERED = 20_000;

/** The same service, which notes by the way that a visitor is there: when they connect and when they write, not with every message. */
export function notingLastSeen(
  chat: ChatService,
  { unitOfWork, clock, logger }: { unitOfWork: UnitOfWork; clock: Clock; logger: Logger },
): ChatService {
  const notedAtMs = new Map<string, number>();

  return {
    ...chat,
    state: (session) => {
      note(session);
      return chat.state(session);
    },
    receive: (session, message, facts) => {
      note(session);
      return chat.receive(session, message, facts);
    },
  };

  function note({ scope, id }: VisitorSession): void {
    const nowMs = clock.monotonicMs();
    if (nowMs - (notedAtMs.get(id) ?? Number.NEGATIVE_INFINITY) < NOTED_EVERY_MS) return;
    if (notedAtMs.size >= MAX_REMEMBERED) notedAtMs.clear();
    notedAtMs.set(id, nowMs);
    // Nobody waits for it, and nothing depends on it.
    unitOfWork
      .write(scope, (tx) => touchSession(tx, id))
      .catch((error: unknown) => logger.debug('It could not be noted that a visitor is there', { sessionId: id, error }));
  }
}
