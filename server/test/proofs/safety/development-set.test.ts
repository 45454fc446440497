import { expect, test } from 'vitest';
import { createScreen } from '#triage/safety/screen.ts';
import { falseAlarmRate, figuresBy, figuresOf, judgeAll, recall } from './judge-screen.ts';
import { developmentSet } from './utterances.ts';

const utterances = developmentSet();
const judged = judgeAll(createScreen(), utterances);

test('the development set is large, and hard enough', () => {
  expect(utterances.length).toBeGreaterThanOrEqual(300);
  expect(utterances.filter(({ urgency }) => urgency === 'none').length / utterances.length).toBeGreaterThanOrEqual(0.4);
});

test('of its emergencies 95 in 100 are found, of the others 5 in 100 at most are taken for one', () => {
  const figures = figuresOf(judged);
  expect(recall(figures)).toBeGreaterThanOrEqual(0.95);
  expect(falseAlarmRate(figures)).toBeLessThanOrEqual(0.05);
});

test('neither language is the weaker one', () => {
  for (const [, figures] of figuresBy(judged, ({ language }) => language)) {
    expect(recall(figures)).toBeGreaterThanOrEqual(0.95);
    expect(falseAlarmRate(figures)).toBeLessThanOrEqual(0.06);
  }
});

test('whatever is found is quoted from the text', () => {
  for (const { text, result } of judged) for (const { quote } of result.matches) expect(text).toContain(quote);
});
