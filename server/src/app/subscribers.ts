import { handOverNotice } from '#conversations/hand-over-notice.ts';
import type { Subscriber } from '#platform/events/subscriber.ts';

/** What follows from events, each in their order and once. */
export const subscribers: readonly Subscriber[] = [handOverNotice];
