import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ModelAttachment } from '../models/chat-model.ts';
import { buildHistory, type HistoryMessage, latestWithin, MINIMUM_MESSAGES, stepTokens } from './history.ts';
import { estimateTokens } from './token-estimate.ts';

const user = (content: string): HistoryMessage => ({ role: 'user', content });
const numbered = (count: number, content = (n: number) => `message ${n}`) => Array.from({ length: count }, (_, n) => user(content(n)));
const contents = (messages: { content: string }[]) => messages.map(({ content }) => content);

describe('what a model gets to read of a conversation', () => {
  test('everything in order, several messages in a row as they are', () => {
    const messages: HistoryMessage[] = [user('Hello'), user('Are you open?'), { role: 'assistant', content: 'Yes.' }, user('Great')];
    expect(buildHistory(messages, 1_000)).toEqual(messages);
  });

  test('as many of the latest as the budget holds', () => {
    const kept = buildHistory(numbered(100), 20 * (estimateTokens('message 99') + 4));
    expect(contents(kept)).toEqual(contents(numbered(100).slice(-20)));
  });

  test('the last ten in any case; the oldest of them are shortened first, the newest never', () => {
    const long = 'word '.repeat(200);
    const kept = buildHistory(
      numbered(30, (n) => `${n} ${long}`),
      2_500,
    );

    expect(kept).toHaveLength(MINIMUM_MESSAGES);
    expect(kept[0]?.content).toMatch(/^20 word.* \[…\]$/);
    expect(kept.at(-1)?.content).toBe(`29 ${long}`);
    const lengths = contents(kept).map((content) => content.length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  test('the newest whole, even if it is longer than the budget', () => {
    const newest = 'word '.repeat(500);
    expect(buildHistory([user('old '.repeat(100)), user(newest)], 10).at(-1)).toEqual(user(newest));
  });

  test('people of the team and the system are marked, where no visitor can write', () => {
    const messages: HistoryMessage[] = [
      { role: 'agent', content: 'I am here.', authorName: 'Ana ] Ruiz' },
      { role: 'agent', content: 'Me too.' },
      { role: 'system', content: 'Ana has left.' },
    ];
    expect(buildHistory(messages, 1_000)).toEqual([
      { role: 'assistant', content: '[Ana  Ruiz, a person of the team] I am here.' },
      { role: 'assistant', content: '[A person of the team] Me too.' },
      { role: 'assistant', content: '[Notice of the system] Ana has left.' },
    ]);
  });

  const file = (kind: ModelAttachment['kind'], name: string): ModelAttachment => ({
    kind,
    name,
    contentType: kind === 'image' ? 'image/png' : 'application/pdf',
    data: new Uint8Array(1),
  });

  test('files with the messages that they came with', () => {
    const attachments = [file('image', 'rash.png')];
    expect(buildHistory([{ role: 'user', content: '', attachments }, user('What is it?')], 5_000)).toEqual([
      { role: 'user', content: '', attachments },
      user('What is it?'),
    ]);
  });

  test('of old files the names, where they are too much; those of the newest message stay', () => {
    const messages: HistoryMessage[] = [
      { role: 'user', content: 'My report', attachments: [file('document', 'report "A"\n.pdf'), file('image', 'page.png')] },
      { role: 'user', content: 'And this', attachments: [file('image', 'arm.png')] },
      { role: 'user', content: 'And this', attachments: [file('image', 'leg.png')] },
    ];
    const kept = buildHistory(messages, 4_000);
    expect(kept[0]).toEqual(user('My report\n\n[Attached earlier, not shown again: "report \\"A\\" .pdf", "page.png"]'));
    expect(kept.slice(1)).toEqual(messages.slice(1));
    expect(buildHistory(messages, 100).map((message) => 'attachments' in message)).toEqual([false, false, true]);
  });

  test('less, where what the turn has already done takes room', () => {
    const call = { turnId: 't', step: 0, ordinal: 0, name: 'find', state: 'succeeded' as const };
    const tokens = stepTokens([
      { text: 'Let me look.', calls: [{ ...call, argumentsText: '{"day":"friday"}', result: 'word '.repeat(300) }] },
    ]);
    expect(tokens).toBeGreaterThan(estimateTokens('word '.repeat(300)));
    expect(tokens).toBeLessThan(estimateTokens('word '.repeat(300)) + 40);
    expect(stepTokens([{ text: '', calls: [{ ...call, argumentsText: '{}', result: null }] }])).toBeLessThan(20);
  });

  test('empty messages are left out, because models refuse them', () => {
    expect(buildHistory([user(' '), user('Hi'), { role: 'assistant', content: '' }], 1_000)).toEqual([user('Hi')]);
  });

  const anyFile = fc.record({ kind: fc.constantFrom('image' as const, 'document' as const), name: fc.string({ maxLength: 30 }) });
  const anyMessage = fc.record({
    role: fc.constantFrom('user' as const, 'assistant' as const),
    content: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400, size: 'max' }).filter((text) => text.trim() !== ''),
    attachments: fc.option(
      fc.array(
        anyFile.map(({ kind, name }) => file(kind, name)),
        { maxLength: 2 },
      ),
      { nil: undefined, freq: 8 },
    ),
  });
  const withFiles = ({ role, attachments }: HistoryMessage) => (role === 'user' ? (attachments ?? []) : []);
  const conversation = fc
    .array(anyMessage, { maxLength: 40 })
    .map((messages): HistoryMessage[] => messages.map((message) => ({ ...message, attachments: withFiles(message) })));
  const budget = fc.integer({ min: -100, max: 4_000 });
  const tokensOf = (kept: ReturnType<typeof buildHistory>) => kept.reduce((sum, { content }) => sum + estimateTokens(content) + 4, 0);

  test('for any conversation: latest last, at least ten, sound text, and the budget kept as far as the ten allow', () => {
    fc.assert(
      fc.property(conversation, budget, (messages, budgetTokens) => {
        const kept = buildHistory(messages, budgetTokens);
        const newest = messages.at(-1);

        expect(kept.length).toBeGreaterThanOrEqual(Math.min(MINIMUM_MESSAGES, messages.length));
        expect(kept.at(-1)?.content).toBe(newest?.content);
        for (const { content } of kept) expect(content.isWellFormed()).toBe(true);
        if (kept.length > MINIMUM_MESSAGES) expect(tokensOf(kept)).toBeLessThanOrEqual(budgetTokens);
        else expect(tokensOf(kept)).toBeLessThanOrEqual(Math.max(budgetTokens, 9 * 29 + estimateTokens(newest?.content ?? '') + 4));
        const oldFiles = kept.slice(0, -1).filter((message) => 'attachments' in message);
        if (oldFiles.length > 0) expect(tokensOf(kept) + oldFiles.length * 1_600).toBeLessThanOrEqual(budgetTokens);
      }),
      { numRuns: 100 },
    );
  });

  test('for any conversation: what is left unread would not have been kept', () => {
    fc.assert(
      fc.property(conversation, budget, (messages, budgetTokens) => {
        const { atLeast, bytes, bytesPerMessage } = latestWithin(budgetTokens);
        let bytesAfter = 0;
        // As the query of messages.repository.ts has it.
        const read = messages.toReversed().filter(({ content }, place) => {
          const isRead = place < atLeast || bytesAfter < bytes;
          bytesAfter += Buffer.byteLength(content) + bytesPerMessage;
          return isRead;
        });
        expect(buildHistory(read.toReversed(), budgetTokens)).toEqual(buildHistory(messages, budgetTokens));
      }),
      { numRuns: 100 },
    );
  });
});
