import { createConceptFinder } from './concepts.ts';
import { compilePhrase, PhraseError } from './phrase.ts';
import { exampleNotFound, invalidPhrase } from './red-flag-rules.errors.ts';
import type { RedFlagRuleValues } from './red-flag-rules.repository.ts';
import { compileRules } from './rule-set.ts';
import { createScreenOf } from './screen.ts';

/** @throws {AppError} VALIDATION_FAILED for a phrase that cannot be read, and for an example that the rule does not find */
export function requireSoundRule({ name, category, urgency, phrases, examples }: RedFlagRuleValues): void {
  phrases.forEach((phrase, index) => {
    try {
      compilePhrase(phrase, { allowConcepts: false });
    } catch (error) {
      if (error instanceof PhraseError) throw invalidPhrase(index, error.message);
      throw error;
    }
  });
  const rules = compileRules([{ id: name, category, urgency, phrases }], { allowConcepts: false });
  const screen = createScreenOf(rules, createConceptFinder(), undefined);
  examples.forEach((example, index) => {
    if (screen(example).matches.length === 0) throw exampleNotFound(index);
  });
}
