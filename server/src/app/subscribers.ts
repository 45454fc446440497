import { handOverNotice } from '#conversations/hand-over-notice.ts';
import type { Subscriber } from '#platform/events/subscriber.ts';
import { createEscalationFollower, createRedFlagFollower } from '#triage/escalations/escalations.subscribers.ts';
import type { Foundation } from './foundation.ts';

/** What follows from events, each in their order and once. */
export const createSubscribers = ({ live, clock }: Foundation): readonly Subscriber[] => [
  handOverNotice,
  createEscalationFollower({ live, clock }),
  createRedFlagFollower({ live, clock }),
];
