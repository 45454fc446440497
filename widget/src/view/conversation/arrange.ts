import type { ChatEvent, ChatMessage, TimelineEntry } from '../../chat/chat.ts';

export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'message'; readonly key: string; readonly message: ChatMessage; readonly isFirst: boolean; readonly isLast: boolean }
  | { readonly kind: 'event'; readonly key: string; readonly event: ChatEvent };

/** Messages of one person that are further apart than this do not belong together. */
const GROUP_MS = 5 * 60_000;

/** The timeline as it is drawn: a line for every new day, and messages that one person wrote in a row as a group. */
export function arrange(entries: readonly TimelineEntry[], dayOf: (at: number) => string): Row[] {
  const belongs = (before: TimelineEntry | undefined, after: TimelineEntry | undefined) =>
    before?.kind === 'message' &&
    after?.kind === 'message' &&
    before.role === after.role &&
    before.authorName === after.authorName &&
    before.delivery !== 'failed' &&
    after.at - before.at < GROUP_MS &&
    dayOf(before.at) === dayOf(after.at);

  return entries.flatMap((entry, index): Row[] => {
    const before = entries[index - 1];
    const rows: Row[] = [];
    if (!before || dayOf(before.at) !== dayOf(entry.at)) rows.push({ kind: 'day', key: `day-${entry.key}`, at: entry.at });
    if (entry.kind !== 'message') rows.push({ kind: 'event', key: entry.key, event: entry });
    else {
      const isFirst = !belongs(before, entry);
      rows.push({ kind: 'message', key: entry.key, message: entry, isFirst, isLast: !belongs(entry, entries[index + 1]) });
    }
    return rows;
  });
}
