import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import { describe, expect, test } from 'vitest';
import { afterFrame, type Conversation, countUnread, EMPTY } from './conversation.ts';

const createdAt = '2026-11-20T09:00:00.000Z';
const told = (seq: number, role: 'assistant' | 'user' | 'agent', content = `text ${seq}`): DurableFrame => ({
  type: 'message',
  messageId: `m${seq}`,
  role,
  content,
  seq,
  createdAt,
  ...(role === 'agent' && { author: { name: 'Ana' } }),
});
const status = (seq: number, kind: 'handoff_requested' | 'agent_joined' | 'agent_left' | 'session_ended', name?: string): DurableFrame => ({
  type: 'status',
  seq,
  createdAt,
  status: kind,
  ...(name !== undefined && { author: { name } }),
});
const after = (...frames: DurableFrame[]): Conversation => frames.reduce(afterFrame, EMPTY);

describe('what the frames of a conversation come to', () => {
  test('messages and what happened between them stand in their order', () => {
    const { entries, lastSeq } = after(told(1, 'user'), status(2, 'handoff_requested'), told(3, 'assistant'));
    expect(entries.map((entry) => ('role' in entry ? entry.content : entry.kind))).toEqual(['text 1', 'handoff-requested', 'text 3']);
    expect(lastSeq).toBe(3);
  });

  test.each([
    ['the agent at first', [], { kind: 'agent' }],
    ['nobody while somebody is asked for', [status(1, 'handoff_requested')], { kind: 'waiting' }],
    ['a person by name', [status(1, 'handoff_requested'), status(2, 'agent_joined', 'Ana')], { kind: 'person', name: 'Ana' }],
    ['a person who just writes', [told(1, 'agent')], { kind: 'person', name: 'Ana' }],
    [
      'the person, when it is asked for again',
      [status(1, 'agent_joined', 'Ana'), status(2, 'handoff_requested')],
      { kind: 'person', name: 'Ana' },
    ],
    ['the agent again afterwards', [status(1, 'agent_joined', 'Ana'), status(2, 'agent_left', 'Ana')], { kind: 'agent' }],
  ])('has it: %s', (_, frames, holder) => {
    expect(after(...frames).holder).toEqual(holder);
  });

  test('an escalation says each thing once, however often its state changes', () => {
    const escalation = (seq: number, message?: string): DurableFrame => ({
      type: 'escalation',
      seq,
      createdAt,
      escalationId: 'e1',
      urgency: 'high',
      status: 'open',
      ...(message !== undefined && { message }),
    });
    const { entries } = after(
      escalation(1),
      escalation(2, 'Somebody calls you.'),
      escalation(3, 'Somebody calls you.'),
      escalation(4, 'Ana has it.'),
    );
    expect(entries.map((entry) => 'text' in entry && entry.text)).toEqual(['Somebody calls you.', 'Ana has it.']);
  });

  test('counts as unread what others said, after what was read here or elsewhere', () => {
    const read: DurableFrame = { type: 'read', seq: 4, createdAt, upToSeq: 2, role: 'user' };
    const conversation = after(told(1, 'user'), told(2, 'assistant'), told(3, 'assistant'), read, told(5, 'agent'));
    expect([countUnread(conversation, 0), countUnread(conversation, 3), countUnread(conversation, 5)]).toEqual([2, 1, 0]);
    expect(countUnread(after(told(1, 'assistant'), told(2, 'user')), 0)).toBe(1);
  });

  test('passes over kinds of frames that it does not know', () => {
    const unknown = { type: 'weather', seq: 1, createdAt } as unknown as DurableFrame;
    expect(after(unknown, told(2, 'user'))).toMatchObject({ lastSeq: 2, entries: [{ seq: 2 }] });
    expect(after({ ...status(1, 'agent_left'), status: 'sneezed' } as unknown as DurableFrame).entries).toEqual([]);
  });
});
