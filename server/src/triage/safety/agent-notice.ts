import type { MessageRedFlags } from '#messaging/messages/messages.tables.ts';
import { urgencyRank } from './rule.ts';

/** Ids of rules that tenants name themselves stay out of it; categories are ours. */
const NOTICES = {
  emergency:
    'SAFETY: what the visitor has just written may tell of an emergency ({categories}). They have already been shown a text that tells them to call the emergency number at once. Begin by pointing to that help again, in one calm sentence and in the visitor’s language. Say nothing that contradicts it or plays it down, give no diagnosis and no doses, and put off everything else, bookings included, until the visitor is safe.',
  urgent:
    'SAFETY: what the visitor has just written may need medical attention today ({categories}). Say so first, offer the team, and tell them to call the emergency number if it gets worse. Give no diagnosis and do not play it down.',
} as const;

/** What the agent is told for a turn that answers flagged messages; undefined where none is. */
export function agentNotice(flags: readonly (MessageRedFlags | null)[]): string | undefined {
  const raised = flags.filter((flag) => flag !== null);
  const urgency = highestUrgency(flags);
  if (!urgency) return undefined;
  const categories = new Set(raised.flatMap(({ matches }) => matches.map(({ category }) => category)));
  return NOTICES[urgency].replace('{categories}', [...categories].join(', '));
}

/** Of all flagged messages; undefined where none is. */
export const highestUrgency = (flags: readonly (MessageRedFlags | null)[]): MessageRedFlags['urgency'] | undefined =>
  flags.flatMap((flag) => (flag === null ? [] : [flag.urgency])).toSorted((one, other) => urgencyRank(other) - urgencyRank(one))[0];
