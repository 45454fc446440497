import { describe, expect, test } from 'vitest';
import { createBuiltinExtraction } from '#agents/builtin-engine/form-filling/builtin-extraction.ts';
import { evidenceValidity, figuresOf, precision, recall } from './figures.ts';
import { judgeEngine } from './judge.ts';
import { readLabelled } from './labels.ts';

describe('the built-in engine on the Spanish development dialogues', () => {
  test('finds nearly all that is said, invents next to nothing, and quotes to the letter', async () => {
    const judged = await judgeEngine(createBuiltinExtraction(), readLabelled('development', 'es', new Map()));
    const figures = figuresOf(judged);
    expect(evidenceValidity(figures)).toBe(1);
    expect(precision(figures)).toBeGreaterThanOrEqual(0.97);
    expect(recall(figures)).toBeGreaterThanOrEqual(0.95);
    expect(judged.filter(({ trap }) => trap).map(({ dialogue, fieldName }) => `${dialogue.id} ${fieldName}`)).toEqual([]);
  });
});
