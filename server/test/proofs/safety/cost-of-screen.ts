import { loadClassifier } from '#triage/safety/classifier.ts';
import { createConceptFinder } from '#triage/safety/concepts.ts';
import type { Rule } from '#triage/safety/rule.ts';
import { compileRules } from '#triage/safety/rule-set.ts';
import { ALL_RULES } from '#triage/safety/rules/all-rules.ts';
import { createScreenOf, type Screen } from '#triage/safety/screen.ts';
import { developmentSet } from './utterances.ts';

const ROUNDS = 20;

/** Milliseconds per message: the mean, and the slowest hundredth. */
export function costPerMessage(screen: Screen): string[] {
  const texts = developmentSet().map(({ text }) => text);
  const long = texts.join(' ').slice(0, 16_000);
  measure(screen, texts, ROUNDS);
  return [
    `messages of the development set: ${measure(screen, texts, ROUNDS)}`,
    `the longest message that is taken (${long.length} characters): ${measure(screen, [long], 20)}`,
  ];
}

/** The same without the classifier, with the rules once and ten times over under words of their own. */
export function costAsRulesGrow(): string[] {
  const texts = developmentSet().map(({ text }) => text);
  return [1, 10].map((times) => {
    const rules = Array.from({ length: times }, (_, copy) => ALL_RULES.map((rule) => (copy === 0 ? rule : renamed(rule, copy)))).flat();
    const set = compileRules(rules, { allowConcepts: true });
    const screen = createScreenOf(set, createConceptFinder(set.literals.filter((word) => word.length > 4)), loadClassifier());
    measure(screen, texts, ROUNDS);
    return `${rules.length} rules: ${measure(screen, texts, ROUNDS)}`;
  });
}

/** Half of the copy keeps its concepts, so that it is tried as often; the other half names other words. */
function renamed(rule: Rule, copy: number): Rule {
  const phrases = rule.phrases.map((phrase, index) =>
    index % 2 === 0 ? phrase : phrase.replaceAll(/(?<![@\p{L}])\p{L}{4,}/gu, (word) => `${word}${'abcdefghij'[copy] ?? ''}`),
  );
  return { ...rule, id: `${rule.id}-${copy}`, phrases };
}

function measure(screen: Screen, texts: readonly string[], rounds: number): string {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const text of texts) {
      const start = performance.now();
      screen(text);
      times.push(performance.now() - start);
    }
  }
  times.sort((one, other) => one - other);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return `mean ${mean.toFixed(3)} ms, 99 of 100 within ${(times[Math.floor(times.length * 0.99)] ?? 0).toFixed(3)} ms`;
}
