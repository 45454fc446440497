import type { Meaning } from './concepts.ts';
import { isNegated, type SentenceContext } from './context.ts';
import { compilePhrase, findPhrase, type Phrase, type Span, wordsOf } from './phrase.ts';
import { createPhraseIndex } from './phrase-index.ts';
import type { Category, Rule } from './rule.ts';

/** Compiled rules. */
export interface RuleSet {
  /** Words that the rules name beyond the lexicon. */
  literals: readonly string[];
  /** Every rule that alarms in the sentence, and where; calmed ones are not among them. */
  find(meaning: Meaning, breaks: ReadonlySet<number>, context: () => SentenceContext): { rule: RuleHead; span: Span }[];
}

export type RuleHead = Pick<Rule, 'id' | 'category' | 'urgency' | 'evenNegated'>;

/** What a body may do for weeks. What people do to each other, to themselves or to small children may not. */
const MAY_LAST: ReadonlySet<Category> = new Set(['cardiac', 'breathing', 'stroke', 'injury', 'allergy']);

/** @throws {PhraseError} */
export function compileRules(rules: readonly Omit<Rule, 'source' | 'examples'>[], options: { allowConcepts: boolean }): RuleSet {
  const compiled = rules.map((rule) => ({
    rule,
    unless: (rule.unless ?? []).map((phrase) => compilePhrase(phrase, options)),
    phrases: rule.phrases.map((phrase) => compilePhrase(phrase, options)),
  }));
  const index = createPhraseIndex(compiled.flatMap((value) => value.phrases.map((phrase) => ({ phrase, value }))));
  const allPhrases: Phrase[] = compiled.flatMap(({ phrases, unless }) => [...phrases, ...unless]);

  return {
    literals: allPhrases.flatMap(wordsOf),
    find: (meaning, breaks, context) => {
      const found: { rule: RuleHead; span: Span }[] = [];
      const done = new Set<string>();
      for (const { phrase, value } of index.candidates(meaning)) {
        if (done.has(value.rule.id)) continue;
        const span = findPhrase(phrase, meaning);
        if (!span) continue;
        if (!value.rule.evenNegated && isNegated(meaning, breaks, span)) continue;
        if (value.unless.some((exception) => findPhrase(exception, meaning))) continue;
        if (context().calms) continue;
        done.add(value.rule.id);
        const isMilder = value.rule.urgency === 'emergency' && MAY_LAST.has(value.rule.category) && context().isLasting;
        found.push({ rule: isMilder ? { ...value.rule, urgency: 'urgent' } : value.rule, span });
      }
      return found;
    },
  };
}
