import type { ServerFrame, UserMessageFrame } from '@foyer/contracts/chat-socket.ts';
import type { LiveSignal } from '#messaging/live-conversation.ts';
import type { MessageRedFlags } from '#messaging/messages/messages.tables.ts';
import type { Clock } from '#platform/clock.ts';
import type { VisitorSafety } from '#triage/safety/visitor-safety.ts';
import type { VisitorSession } from './visitor-session.ts';

export interface Seen {
  redFlags: MessageRedFlags | undefined;
}

export type LateEmergency = Extract<LiveSignal, { kind: 'emergency' }>;

/** Shows the emergency text for what a visitor writes, before anything else is done with it or when it is found only later. */
export interface EmergencyFeed {
  /** Whether the next message may be looked at before its sender's limits are: nobody types faster, only programs do. */
  hasRoom(): boolean;
  /** @returns what is to be stored with the message */
  see(message: UserMessageFrame): Seen;
  /** What was found in a message that is stored already: shown once, however often it is signalled. */
  foundLater(emergency: LateEmergency): void;
}

/** So many messages in so long a time; those beyond wait until the limits let them in. */
const ROOM = 20;
const WINDOW_MS = 10_000;
/** Of one connection; beyond that, a message that is sent again may show its text once more. */
const MAX_REMEMBERED = 200;

export function createEmergencyFeed(
  { scope, locale }: Pick<VisitorSession, 'scope' | 'locale'>,
  { safety, clock }: { safety: Pick<VisitorSafety, 'look' | 'emergencyOf'>; clock: Clock },
  send: (frame: ServerFrame) => void,
): EmergencyFeed {
  /** The client's ids of messages for which it was shown: sending them again does not show it again. */
  const shownFor = new Set<string>();
  /** Our own ids of messages in which an emergency was found later. */
  const shownLaterFor = new Set<string>();
  let windowStartMs = clock.monotonicMs();
  let seenInWindow = 0;

  return {
    hasRoom: () => {
      if (clock.monotonicMs() - windowStartMs >= WINDOW_MS) {
        windowStartMs = clock.monotonicMs();
        seenInWindow = 0;
      }
      return seenInWindow < ROOM;
    },

    see: ({ content, clientMessageId }) => {
      seenInWindow += 1;
      const { redFlags, emergency } = safety.look(scope, content, locale);
      const isNew = clientMessageId === undefined || !shownFor.has(clientMessageId);
      if (!emergency || !isNew) return { redFlags };
      if (clientMessageId !== undefined) remember(shownFor, clientMessageId);
      send(emergency);
      return { redFlags };
    },

    foundLater: ({ messageId, categories, language }) => {
      if (shownLaterFor.has(messageId)) return;
      remember(shownLaterFor, messageId);
      send(safety.emergencyOf(scope, categories, language));
    },
  };
}

function remember(ids: Set<string>, id: string): void {
  if (ids.size >= MAX_REMEMBERED) ids.clear();
  ids.add(id);
}
