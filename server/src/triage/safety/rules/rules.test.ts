import { describe, expect, test } from 'vitest';
import { createConceptFinder } from '../concepts.ts';
import { compileRules } from '../rule-set.ts';
import { createScreenOf } from '../screen.ts';
import { ALL_RULES } from './all-rules.ts';

const all = compileRules(ALL_RULES, { allowConcepts: true });
const concepts = createConceptFinder(all.literals.filter((word) => word.length > 4));

describe('red-flag rules', () => {
  test('each has an id of its own', () => {
    const ids = ALL_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  describe.each(ALL_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const alone = createScreenOf(compileRules([rule], { allowConcepts: true }), concepts, undefined);

    test.each(rule.examples)('finds “%s” by itself', (example) => {
      const { urgency, matches } = alone(example);
      expect(urgency).toBe(rule.urgency);
      expect(example).toContain(matches[0]?.quote);
    });
  });
});
