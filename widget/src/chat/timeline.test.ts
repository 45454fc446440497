import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import { describe, expect, test } from 'vitest';
import { afterFrame, EMPTY } from './conversation.ts';
import { createTimeline } from './timeline.ts';

const frame = (seq: number, role: 'assistant' | 'user'): DurableFrame => ({
  type: 'message',
  messageId: `m${seq}`,
  role,
  content: `text ${seq}`,
  seq,
  createdAt: '2026-11-20T09:00:00.000Z',
  ...(role === 'user' && { clientMessageId: `c${seq}` }),
  attachments: [{ fileId: 'f', name: 'a.png', contentType: 'image/png', size: 1, url: '/files/f' }],
});
const conversation = [frame(1, 'user'), frame(2, 'assistant'), frame(3, 'user')].reduce(afterFrame, EMPTY);
const parts = { conversation, draft: undefined, unsent: [], isOnline: true, server: 'https://desk.example' };

describe('what is shown', () => {
  test('is the stored, the answer that is being written where it began, and the unsent', () => {
    const unsent = [
      { clientMessageId: 'c9', content: 'on its way', attachments: [], at: 1 },
      { clientMessageId: 'c10', content: 'too long', attachments: [], at: 2, failure: 'MESSAGE_TOO_LONG' },
    ];
    const shown = createTimeline()({ ...parts, unsent, draft: { messageId: 'm7', afterSeq: 2, at: 3 } });
    expect(shown.map(({ key }) => key)).toEqual(['c1', 'm2', 'm7', 'c3', 'c9', 'c10']);
    expect(shown.map((entry) => 'delivery' in entry && entry.delivery)).toEqual([
      'sent',
      undefined,
      undefined,
      'sent',
      'sending',
      'failed',
    ]);
    expect(shown[2]).toMatchObject({ isStreaming: true, content: '', role: 'assistant' });
    expect(createTimeline()({ ...parts, unsent, isOnline: false }).at(-2)).toMatchObject({ delivery: 'waiting' });
  });

  test('stays the same object for what is the same, and says what the other side has read', () => {
    const timelineOf = createTimeline();
    const before = timelineOf(parts);
    const read = afterFrame(conversation, { type: 'read', seq: 4, createdAt: '', upToSeq: 2, role: 'agent' });
    const after = timelineOf({ ...parts, conversation: read });
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toBe(before[2]);
    expect(after[0]).toMatchObject({ delivery: 'read' });
    expect(before[0]).toMatchObject({ attachments: [{ url: 'https://desk.example/files/f' }] });
  });
});
