import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createClassifier, loadLanguage } from '../classifier.ts';
import { createConceptFinder, VOCABULARY } from '../concepts.ts';
import { BUCKETS } from '../features.ts';
import { compileRules } from '../rule-set.ts';
import { ALL_RULES } from '../rules/all-rules.ts';
import { createScreenOf } from '../screen.ts';
import { packWeights, type Thresholds, WEIGHTS_FILE, type Weights } from '../weights.ts';
import { toExample } from './examples.ts';
import type { Sample } from './expand-corpus.ts';
import { trainLinear } from './train-linear.ts';
import { trainNetwork } from './train-network.ts';
import { readUtterances, trainingText, vocabularyOf } from './training-text.ts';

/**
 * Makes the weights of the classifier from the corpus; the same corpus gives the same file. With `--fold=k/n` it writes nothing, and
 * says instead how every n-th theme is judged by weights that were made without it.
 */
const { values } = parseArgs({ options: { seed: { type: 'string', default: '7' }, fold: { type: 'string' } } });
const seed = Number(values.seed);
const print = (line: string) => void process.stdout.write(`${line}\n`);
const thresholds: Thresholds = {
  emergency: 0.65,
  emergencyWhereCertain: 0.35,
  emergencyInFewWords: 0.85,
  emergencyInCalmContext: 0.8,
  urgent: 0.75,
  doubt: 0.12,
  doubtWherePeopleMinimise: 0.02,
};

const utterances = readUtterances();
const vocabulary = vocabularyOf(utterances);
if (!values.fold) writeFileSync(VOCABULARY, `${vocabulary.join('\n')}\n`);
const rules = compileRules(ALL_RULES, { allowConcepts: true });
const concepts = createConceptFinder(rules.literals.filter((word) => word.length > 4));
const language = loadLanguage(new Set(vocabulary));
const samples = trainingText(seed, utterances);
print(`seed ${seed}: ${utterances.length} utterances, ${samples.length} lines, ${vocabulary.length} words`);
if (values.fold) fold(values.fold);
else writeFileSync(WEIGHTS_FILE, packWeights(train(samples), BUCKETS));

function train(lines: readonly Sample[]): Weights {
  const examples = lines.map((sample) => toExample(sample, concepts, language));
  return {
    thresholds,
    linear: trainLinear(examples, { seed, epochs: 8, rate: 0.25, forget: 0.4 }),
    networks: [0, 1, 2].map((number) => trainNetwork(examples, { seed: seed + number, epochs: 10, rate: 0.05, forget: 0.4 })),
  };
}

function fold(which: string): void {
  const [kept = 0, count = 1] = which.split('/').map(Number);
  const themes = [...new Set(samples.map(({ theme }) => theme))];
  const heldOut = new Set(themes.filter((_, index) => index % count === kept));
  const classifier = createClassifier(train(samples.filter(({ theme }) => !heldOut.has(theme))), language);
  const judge = { rules: createScreenOf(rules, concepts, undefined), both: createScreenOf(rules, concepts, classifier) };
  for (const theme of heldOut) {
    const own = samples.filter((sample) => sample.theme === theme);
    const emergencies = own.filter(({ label }) => label !== 'none' && label !== 'urgent');
    const others = own.filter(({ label }) => label === 'none' || label === 'urgent');
    const share = (screen: typeof judge.both, those: readonly Sample[]) =>
      those.length === 0
        ? '  –'
        : ((those.filter(({ text }) => screen(text).urgency === 'emergency').length / those.length) * 100).toFixed(0).padStart(3);
    print(
      `${theme.padEnd(44)} ${String(own.length).padStart(5)}  emergencies: rules ${share(judge.rules, emergencies)} %, both ${share(judge.both, emergencies)} %; others: both ${share(judge.both, others)} %`,
    );
  }
}
