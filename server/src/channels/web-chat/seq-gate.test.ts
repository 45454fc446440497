import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { describe, expect, test } from 'vitest';
import { createSeqGate } from './seq-gate.ts';

const read = (seq: number): ServerFrame => ({
  type: 'read',
  seq,
  createdAt: '2026-01-01T00:00:00.000Z',
  upToSeq: 1,
  role: 'agent',
});

describe('durable frames', () => {
  test('pass once and only forward', () => {
    const gate = createSeqGate();
    expect([1, 2, 2, 1, 3].map((seq) => gate.lets(read(seq)))).toEqual([true, true, false, false, true]);
    expect(gate.position()).toBe(3);
  });

  test('wait for those before them while a past is shown again', () => {
    const gate = createSeqGate();
    gate.startAfter(4, { untilCaughtUp: true });
    expect([9, 5, 9, 6].map((seq) => gate.lets(read(seq)))).toEqual([false, true, false, true]);
    gate.caughtUp();
    expect(gate.lets(read(9))).toBe(true);
  });
});

test('what is not durable always passes, an acknowledgement with its seq too', () => {
  const gate = createSeqGate();
  gate.startAfter(7);
  expect(gate.lets({ type: 'pong' })).toBe(true);
  expect(gate.lets({ type: 'message_ack', messageId: 'm', seq: 3 })).toBe(true);
  expect(gate.lets({ type: 'status', status: 'reconnect' })).toBe(true);
  expect(gate.position()).toBe(7);
});
