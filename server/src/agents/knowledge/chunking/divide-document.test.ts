import { describe, expect, test } from 'vitest';
import { type DocumentText, divideDocument } from './divide-document.ts';
import { countWords, sentencesOf } from './sentences.ts';

const markdown = (content: string, title = 'Handbook') => divideDocument({ title, content, contentType: 'text/markdown' });
const plain = (content: string) => divideDocument({ title: 'Handbook', content, contentType: 'text/plain' });
const sentence = (index: number) => `This is sentence number ${index} of a rather long paragraph about our house.`;
const sentences = (count: number) => Array.from({ length: count }, (_, index) => sentence(index));

describe('Markdown', () => {
  test('is divided at its headings, whose path stays with each passage; the title is not repeated', () => {
    const passages = markdown(
      '# Handbook\n\nWelcome.\n\n## Parking\n\nIn the garage.\n\n### **Bikes**\n\nAt the [ramp](https://a.example).\n\n## Closing #\n\nAt six.',
    );
    expect(passages).toEqual([
      { headings: [], text: 'Welcome.' },
      { headings: ['Parking'], text: 'In the garage.' },
      { headings: ['Parking', 'Bikes'], text: 'At the [ramp](https://a.example).' },
      { headings: ['Closing'], text: 'At six.' },
    ]);
  });

  test('keeps lists, tables and code whole where they fit', () => {
    const list = '- a card\n- a pen\n\n- a hat\n  with a feather';
    const table = '| How long | Price |\n| --- | --- |\n| an hour | $2 |';
    const code = '```\n# no heading\n\nx = 1\n```';
    const [passage] = markdown(`Bring:\n\n${list}\n\n${table}\n\n${code}`);
    expect(passage?.text).toBe(`Bring:\n\n${list.replace('\n\n', '\n')}\n\n${table}\n\n${code}`);
  });

  test('divides a long table between rows, and every part has its head', () => {
    const head = '| Code | Meaning of the code in some words |\n| --- | --- |';
    const rows = Array.from({ length: 120 }, (_, index) => `| C${index} | the thing number ${index} |`);
    const passages = markdown([head, ...rows].join('\n'));
    expect(passages.length).toBeGreaterThan(1);
    for (const { text } of passages) expect(text.startsWith(head)).toBe(true);
    expect(passages.flatMap(({ text }) => text.split('\n').slice(2))).toEqual(rows);
  });

  test('divides a long paragraph between sentences, which neighbours share one of', () => {
    const passages = markdown(sentences(60).join(' '));
    expect(passages.length).toBeGreaterThan(2);
    for (const [index, { text }] of passages.entries()) {
      expect(countWords(text)).toBeLessThanOrEqual(300);
      const before = passages[index - 1];
      if (before) expect(sentencesOf(text)[0]).toBe(sentencesOf(before.text).at(-1));
    }
    const all = new Set(passages.flatMap(({ text }) => sentencesOf(text)));
    expect([...all]).toEqual(sentences(60));
  });

  test('with headings alone has nothing to read', () => {
    expect(markdown('# A\n\n## B\n\n')).toEqual([]);
  });
});

describe('plain text', () => {
  test('is divided between paragraphs, none of them too long', () => {
    const paragraphs = Array.from({ length: 12 }, (_, index) => `Paragraph ${index}. ${sentences(5).join(' ')}`);
    const passages = plain(paragraphs.join('\n\n'));
    expect(passages.map(({ text }) => text).join('\n\n')).toBe(paragraphs.join('\n\n'));
    for (const { text } of passages) expect(countWords(text)).toBeLessThanOrEqual(300);
  });

  test('without any space is cut, and no character is broken', () => {
    const text = '🫀'.repeat(10_000);
    const passages = plain(text);
    expect(passages.map((passage) => passage.text).join('').length).toBeGreaterThanOrEqual(text.length);
    for (const passage of passages) {
      expect(passage.text.isWellFormed()).toBe(true);
      expect(passage.text.length).toBeLessThan(6_000);
    }
  });
});

test('a question is the heading of its answer', () => {
  const content = JSON.stringify({ items: [{ question: ' Do you deliver? ', answer: 'Yes.\n\nOn weekdays.' }] });
  const document: DocumentText = { title: 'Pharmacy', content, contentType: 'application/vnd.foyer.qa+json' };
  expect(divideDocument(document)).toEqual([{ headings: ['Do you deliver?'], text: 'Yes.\n\nOn weekdays.' }]);
});

test('sentences end where a reader says so, not after Dr. or 3 p.m.', () => {
  expect(sentencesOf('Ask Dr. Feldman at 3 p.m. today. Is it far? No!\nCall ext. 42.')).toEqual([
    'Ask Dr. Feldman at 3 p.m. today.',
    'Is it far?',
    'No!',
    'Call ext. 42.',
  ]);
});
