import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrameRecord } from './frame-record.ts';

const message = (seq: number): DurableFrame => ({
  type: 'message',
  messageId: `m${seq}`,
  role: seq % 2 === 0 ? 'assistant' : 'user',
  content: `text ${seq}`,
  seq,
  createdAt: '2026-11-20T09:00:00.000Z',
});

test('in whatever order and however often frames come, each stands once in its place', () => {
  const arrivals = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(arrivals, (seqs) => {
      const record = createFrameRecord();
      const isNew = seqs.filter((seq) => record.add(message(seq)));
      const expected = [...new Set(seqs)].sort((one, other) => one - other);
      expect(new Set(isNew)).toEqual(new Set(expected));
      expect(isNew).toHaveLength(expected.length);
      expect(record.conversation().entries.map(({ seq }) => seq)).toEqual(expected);
      const firstMissing = expected.findIndex((seq, index) => seq !== index + 1);
      expect(record.knownSeq()).toBe(firstMissing === -1 ? expected.length : firstMissing);
    }),
  );
});

test('of a message with files the newest form is kept: its addresses hold longer', () => {
  const record = createFrameRecord();
  const file = { fileId: 'f1', name: 'a.png', contentType: 'image/png', size: 1 };
  record.add({ ...message(1), attachments: [file] } as DurableFrame);
  expect(record.add({ ...message(1), attachments: [{ ...file, url: '/api/v1/widget/files/f1?link=2' }] } as DurableFrame)).toBe(false);
  expect(record.conversation().entries).toMatchObject([{ attachments: [{ url: '/api/v1/widget/files/f1?link=2' }] }]);
});
