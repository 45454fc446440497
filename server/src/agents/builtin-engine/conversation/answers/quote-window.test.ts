import { describe, expect, test } from 'vitest';
import { quoteWindow } from './quote-window.ts';

const long = (words: string, times: number) => Array.from({ length: times }, (_, index) => `${words} number ${index + 1}.`).join(' ');

describe('a quotation', () => {
  test('of a short passage is the whole of it, without marks', () => {
    expect(quoteWindow('**Bring** your [card](https://example.com).\n\n- a list\n- a coat', 'what to bring')).toBe(
      'Bring your card. a list; a coat',
    );
  });

  test('of a long passage is where the question is answered, and no longer than a visitor reads', () => {
    const text = `${long('We have rooms', 20)} The parking garage is in Oak Street. ${long('We have plants', 20)}`;
    const quote = quoteWindow(text, 'Where is the parking garage?');

    expect(quote).toContain('The parking garage is in Oak Street.');
    expect(quote.length).toBeLessThanOrEqual(402);
  });

  test('of one endless sentence is cut between words', () => {
    const quote = quoteWindow('word '.repeat(200), 'word');
    expect(quote).toMatch(/word …$/);
    expect(quote.length).toBeLessThanOrEqual(402);
  });
});
