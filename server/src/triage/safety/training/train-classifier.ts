import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createClassifier, WEIGHTS_FILE, type WeightsHead } from '../classifier.ts';
import { createConceptFinder, EVERYDAY_WORDS } from '../concepts.ts';
import { EVIDENCE_FILE } from '../evidence.ts';
import { compileRules } from '../rule-set.ts';
import { ALL_RULES } from '../rules/all-rules.ts';
import { createScreenOf } from '../screen.ts';
import { countEvidence, writeEvidence } from './count-evidence.ts';
import { expandCorpus, type Sample, wordsOfCorpus } from './expand-corpus.ts';
import { toExample, train } from './train.ts';

/**
 * Makes the weights of the classifier from the corpus; the same corpus gives the same file. With `--fold=k/n` it writes nothing, and
 * says instead how every n-th theme is judged by weights that were made without it.
 */
const { values } = parseArgs({ options: { seed: { type: 'string', default: '7' }, fold: { type: 'string' } } });
const seed = Number(values.seed);
const print = (line: string) => void process.stdout.write(`${line}\n`);
const thresholds = { emergency: 0.36, emergencyInFewWords: 0.8, emergencyInCalmContext: 0.85, urgent: 0.65 };
const settings = { seed, epochs: 8, rate: 0.25, decay: 1e-5 };

if (!values.fold) writeFileSync(EVERYDAY_WORDS, `${wordsOfCorpus().join('\n')}\n`);
const rules = compileRules(ALL_RULES, { allowConcepts: true });
const concepts = createConceptFinder(rules.literals.filter((word) => word.length > 4));
const samples = expandCorpus(seed, { emergency: 64, urgent: 38, none: 58 });
print(`seed ${seed}: ${samples.length} lines`);
const table = countEvidence(samples, concepts);
if (values.fold) fold(values.fold);
else {
  const { values: bytes, ...head } = train(
    samples.map((sample) => toExample(sample, concepts, table)),
    settings,
    thresholds,
  );
  writeFileSync(WEIGHTS_FILE, Buffer.concat([Buffer.from(`${JSON.stringify(head satisfies WeightsHead)}\n`), Buffer.from(bytes.buffer)]));
  writeFileSync(EVIDENCE_FILE, writeEvidence(table));
  print(`written: ${bytes.length} weights`);
}

function fold(which: string): void {
  const [kept = 0, count = 1] = which.split('/').map(Number);
  const themes = [...new Set(samples.map(({ theme }) => theme))];
  const heldOut = new Set(themes.filter((_, index) => index % count === kept));
  const classifier = createClassifier(
    train(
      samples.filter(({ theme }) => !heldOut.has(theme)).map((sample) => toExample(sample, concepts, table)),
      settings,
      thresholds,
    ),
    table,
  );
  const judge = { rules: createScreenOf(rules, concepts, undefined), both: createScreenOf(rules, concepts, classifier) };
  for (const theme of heldOut) {
    const own = samples.filter((sample: Sample) => sample.theme === theme);
    const share = (screen: typeof judge.both) => own.filter(({ text }) => screen(text).urgency === 'emergency').length / own.length;
    print(
      `${theme.padEnd(40)} ${String(own.length).padStart(5)}  rules ${(share(judge.rules) * 100).toFixed(0).padStart(3)} %  both ${(share(judge.both) * 100).toFixed(0).padStart(3)} %`,
    );
  }
}
