import { type Classifier, loadClassifier } from './classifier.ts';
import { type ConceptFinder, createConceptFinder } from './concepts.ts';
import { readContext, type SentenceContext } from './context.ts';
import { type Category, type Urgency, urgencyRank } from './rule.ts';
import { compileRules, type RuleSet } from './rule-set.ts';
import { ALL_RULES } from './rules/all-rules.ts';
import { readSentences, type Sentence } from './text-words.ts';

export interface ScreenMatch {
  category: Category;
  /** The rule's, or `classifier` for what no rule but the classifier found. */
  ruleId: string;
  urgency: Exclude<Urgency, 'none'>;
  /** The words of the text that it is about, to the letter. */
  quote: string;
}

export interface ScreenResult {
  urgency: Urgency;
  matches: ScreenMatch[];
}

/** Looks at one text; deterministic, and done in less than a millisecond for anything that people type. */
export type Screen = (text: string, ownRules?: RuleSet) => ScreenResult;

const MAX_MATCHES = 10;
/** In so few words there is nothing around what a rule has found that could make it harmless. */
const DOUBTED_FROM = 6;
/** What people say of these in passing is meant: only where hardly anything speaks for it, it is doubted. */
const MINIMISED: ReadonlySet<Category> = new Set<Category>(['self-harm', 'overdose-poisoning', 'abuse']);
export function createScreen(): Screen {
  const rules = compileRules(ALL_RULES, { allowConcepts: true });
  const concepts = createConceptFinder(rules.literals.filter((word) => word.length > 4));
  return createScreenOf(rules, concepts, loadClassifier());
}

/** The screen of other rules, with or without a classifier: for measuring them. */
export function createScreenOf(rules: RuleSet, concepts: ConceptFinder, classifier: Classifier | undefined): Screen {
  return (text, ownRules) => {
    const matches: ScreenMatch[] = [];
    const pieces = withoutRepeats(readSentences(text).flatMap(inWindows));
    const sentences = pieces.map((sentence) => ({ sentence, meaning: concepts.read(sentence.words) }));
    const contexts = sentences.map(({ meaning }) => once(() => readContext(meaning)));
    let emergencies = 0;
    const isDoubted = (index: number, category: Category): boolean => {
      if (!classifier || (sentences[index]?.sentence.words.length ?? 0) < DOUBTED_FROM) return false;
      const { doubt, doubtWherePeopleMinimise } = classifier.thresholds;
      return classifier.chanceAround(sentences, contexts, index) < (MINIMISED.has(category) ? doubtWherePeopleMinimise : doubt);
    };
    for (const [index, { sentence, meaning }] of sentences.entries()) {
      // More would not be told.
      if (emergencies >= MAX_MATCHES) break;
      const context = contexts[index] ?? (() => readContext(meaning));
      for (const set of ownRules ? [rules, ownRules] : [rules]) {
        for (const { rule, span } of set.find(meaning, sentence.breaks, context)) {
          const quote = quoteOf(text, sentence, span.from, span.to);
          if (matches.some(({ ruleId, quote: before }) => ruleId === rule.id && before === quote)) continue;
          const mayBeDoubted = set === rules && rule.urgency === 'emergency';
          const urgency = mayBeDoubted && isDoubted(index, rule.category) ? 'urgent' : rule.urgency;
          if (urgency === 'emergency') emergencies += 1;
          matches.push({ category: rule.category, ruleId: rule.id, urgency, quote });
        }
      }
    }
    const judged = emergencies > 0 ? undefined : classifier?.judge(sentences, contexts);
    if (judged && !matches.some(({ urgency }) => urgency === judged.urgency)) {
      const { sentence } = sentences[judged.sentence] ?? {};
      const quote = sentence ? quoteOf(text, sentence, 0, sentence.words.length) : '';
      matches.push({ category: judged.category, ruleId: 'classifier', urgency: judged.urgency, quote });
    }
    matches.sort((one, other) => urgencyRank(other.urgency) - urgencyRank(one.urgency));
    return { urgency: matches[0]?.urgency ?? 'none', matches: matches.slice(0, MAX_MATCHES) };
  };
}

const quoteOf = (text: string, { words }: Sentence, from: number, to: number): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? text.length).slice(0, MAX_QUOTE);
const MAX_QUOTE = 300;

/** Who says the same again and again says it once. */
function withoutRepeats(sentences: Sentence[]): Sentence[] {
  if (sentences.length < MAX_MATCHES) return sentences;
  const said = new Set<string>();
  return sentences.filter(({ words }) => {
    const key = words.map(({ text }) => text).join(' ');
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}

/** A text without a full stop is read in pieces of so many words, each with the end of the one before: what belongs together stands in one. */
const WINDOW_WORDS = 60;
const OVERLAP_WORDS = 15;

function inWindows(sentence: Sentence): Sentence[] {
  const { words, breaks, end } = sentence;
  if (words.length <= WINDOW_WORDS) return [sentence];
  const windows: Sentence[] = [];
  for (let from = 0; from === 0 || from + OVERLAP_WORDS < words.length; from += WINDOW_WORDS - OVERLAP_WORDS) {
    const part = words.slice(from, from + WINDOW_WORDS);
    const shifted = [...Array(part.length).keys()].filter((index) => breaks.has(from + index));
    windows.push({ words: part, breaks: new Set(shifted), start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? end });
  }
  return windows;
}

function once(make: () => SentenceContext): () => SentenceContext {
  let made: SentenceContext | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
