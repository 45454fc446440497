import { describe, expect, test } from 'vitest';
import type { HeldLine } from './hold-dialogue.ts';
import { type Evidence, judge } from './judge.ts';
import { answerText } from './model-protocol.ts';

const LINES = ['It hurts “here”.', 'No.'];
const NUMBERS = [7, 8];

/** A dialogue in which everything went well, before `spoil` has its way with it. */
function evidence(spoil: (evidence: Parts) => void = () => {}): Evidence {
  const texts = LINES.map((text, index) => ({ text, index, content: answerText(NUMBERS[index] ?? 0, text) }));
  const parts: Parts = {
    lines: texts.map(({ text, index, content }) => ({
      text,
      clientMessageId: `d/${index}`,
      sentAtMs: 0,
      acknowledged: { messageId: `line-${index}`, seq: 2 * index + 1 },
      answer: { messageId: `answer-${index}`, seq: 2 * index + 2, content },
      answeredAtMs: 2,
      tokens: [{ delta: content, endOffset: content.length, receivedAtMs: 1 }],
      tokensMatch: true,
    })),
    messages: texts.flatMap(({ text, index, content }) => [
      { id: `line-${index}`, seq: 2 * index + 1, role: 'user', content: text, externalId: `d/${index}`, turnId: null },
      { id: `answer-${index}`, seq: 2 * index + 2, role: 'assistant', content, externalId: null, turnId: `turn-${index}` },
    ]),
    turns: texts.map(({ index }) => ({
      id: `turn-${index}`,
      status: 'done',
      fromSeq: 2 * index + 1,
      toSeq: 2 * index + 1,
      failures: 0,
      attempts: ['answered'],
    })),
    answers: texts.map(({ text, index, content }) => ({
      number: NUMBERS[index] ?? 0,
      question: text,
      content,
      requestBody: '',
      requestedAtMs: 0,
      chunks: [],
    })),
    problems: [],
  };
  spoil(parts);
  const { lines, messages, turns, answers, problems } = parts;
  return {
    dialogues: [{ id: 'd', lines: LINES }],
    held: [{ id: 'd', sessionId: 's', lines, problems }],
    stored: [{ sessionId: 's', messages, turns }],
    answers,
  };
}

interface Parts {
  lines: HeldLine[];
  messages: Evidence['stored'][number]['messages'];
  turns: Evidence['stored'][number]['turns'];
  answers: Evidence['answers'][number][];
  problems: string[];
}

const change = <Item extends object>(items: Item[], index: number, changes: Partial<Item>): void => {
  Object.assign(items[index] ?? {}, changes);
};

describe('the judgement of dialogues', () => {
  test('finds nothing where every line was stored once and answered once', () => {
    expect(judge(evidence())).toEqual([]);
  });

  test.each<[string, (parts: Parts) => void]>([
    ['another text is stored', ({ messages }) => change(messages, 0, { content: 'It hurts "here".' })],
    ['there are 5 stored messages instead of 4', ({ messages }) => messages.push({ ...messages[0], id: 'again', seq: 5 } as never)],
    ['another answer is stored', ({ messages }) => change(messages, 3, { content: 'Hm.' })],
    ['its answer is not stored where it was shown', ({ messages }) => change(messages, 3, { id: 'other' })],
    ['its turn is superseded', ({ turns }) => change(turns, 1, { status: 'superseded' })],
    ['its turn had the attempts lost, answered', ({ turns }) => change(turns, 0, { attempts: ['lost', 'answered'] })],
    ['its answer is not of its turn', ({ turns }) => change(turns, 1, { fromSeq: 1 })],
    ['its tokens are not its text', ({ lines }) => lines[0]?.tokens.pop()],
    ['the answer is not from the model', ({ answers }) => answers.pop()],
    ['there are 3 requests to the model instead of 2', ({ answers }) => answers.push({ ...answers[0], number: 9 } as never)],
    ['the model was asked something else', ({ answers }) => change(answers, 1, { question: 'No' })],
    ['the answer is not what the model wrote', ({ answers }) => change(answers, 1, { content: 'Hm.' })],
    ['there are 1 different answers instead of 2', ({ lines }) => change(lines, 1, { answer: lines[0]?.answer as never })],
    ['it was not answered', ({ lines }) => lines.pop()],
    ['the socket closed', ({ problems }) => problems.push('the socket closed')],
  ])('says: %s', (problem, spoil) => {
    expect(judge(evidence(spoil)).join('\n')).toContain(problem);
  });
});
