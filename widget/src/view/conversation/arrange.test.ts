import { describe, expect, test } from 'vitest';
import type { ChatMessage, TimelineEntry } from '../../chat/chat.ts';
import { arrange } from './arrange.ts';

const NOON = Date.UTC(2026, 10, 20, 12);
const MINUTE_MS = 60_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

let count = 0;
function said(role: ChatMessage['role'], minute: number, more: Partial<ChatMessage> = {}): ChatMessage {
  count++;
  const nothing = { failure: undefined, isStreaming: false, sources: [], attachments: [], authorName: undefined, delivery: undefined };
  return {
    kind: 'message',
    key: `m${count}`,
    messageId: undefined,
    role,
    content: 'x',
    seq: count,
    at: NOON + minute * MINUTE_MS,
    ...nothing,
    ...more,
  };
}
const joined: TimelineEntry = { kind: 'agent-joined', key: 'joined', at: NOON + MINUTE_MS, seq: 1, name: 'Inés', text: undefined };

/** `[` begins a group and `]` ends it. */
const shape = (entries: TimelineEntry[]) =>
  arrange(entries, dayOf)
    .map((row) => {
      if (row.kind !== 'message') return row.kind;
      return `${row.isFirst ? '[' : ''}${row.message.role}${row.isLast ? ']' : ''}`;
    })
    .join(' ');

describe('the timeline', () => {
  test('messages that one person wrote in a row belong together', () => {
    expect(shape([said('user', 0), said('user', 1), said('user', 4), said('assistant', 5)])).toBe('day [user user user] [assistant]');
  });

  test('a long pause, an event, another person or a failure ends a group', () => {
    expect(shape([said('user', 0), said('user', 6)])).toBe('day [user] [user]');
    expect(shape([said('user', 0), joined, said('user', 1)])).toBe('day [user] event [user]');
    expect(shape([said('agent', 0, { authorName: 'Inés' }), said('agent', 1, { authorName: 'Tom' })])).toBe('day [agent] [agent]');
    expect(shape([said('user', 0, { delivery: 'failed' }), said('user', 1)])).toBe('day [user] [user]');
  });

  test('every day begins with a line', () => {
    expect(shape([said('user', -1_440), said('user', 719), said('user', 721)])).toBe('day [user] day [user] day [user]');
    expect(arrange([], dayOf)).toEqual([]);
  });

  test('every row has a key of its own', () => {
    const keys = arrange([said('user', -1_440), joined, said('user', 1)], dayOf).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
