import { parseArgs } from 'node:util';
import { PROOF_DATABASES } from './knowledge/databases.ts';
import { developmentQuestions, frozenQuestions, type Question } from './knowledge/evaluation-set.ts';
import { confidenceWithoutAnswer, type Figures, type Found, figuresOf, isAnswerable } from './knowledge/judge-search.ts';
import { askAll, createKnowledgeWorld } from './knowledge/knowledge-world.ts';
import { measureLatency } from './knowledge/measure-latency.ts';

/**
 * How well questions find the documents that answer them, and how quickly among many. `--frozen` asks the questions that nobody who works
 * on the search has read, and shows totals only; `--show` lists what was missed among the others; `--chunks=10000,100000` measures how
 * long searches take; `--seed` repeats the texts of that.
 */
const { values } = parseArgs({
  options: {
    frozen: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    chunks: { type: 'string', default: '' },
    plans: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    postgres: { type: 'string', default: '18,15' },
  },
});
const MIN_RECALL = 0.8;
const MIN_RECIPROCAL_RANK = 0.65;
/** Of the questions that nothing answers. */
const MAX_CONFIDENT = 0.1;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (share: number) => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)}%`);

const figures: { all: Figures; wronglyConfident: number }[] = [];
for (const [index, version] of values.postgres.split(',').entries()) {
  const open = PROOF_DATABASES[version];
  if (!open) throw new Error(`There is no PostgreSQL ${version} here to be measured: give 18, 15 or both.`);
  const { database, describe, stop } = await open();
  try {
    say(`${await describe()}`);
    const world = createKnowledgeWorld(database);
    // What is found does not depend on the server; how quickly does.
    if (index === 0) {
      figures.push(report('development questions', await askAll(world, developmentQuestions()), values.show));
      if (values.frozen) figures.push(report('frozen questions', await askAll(world, frozenQuestions()), false));
    }
    const sizes = values.chunks === '' ? [] : values.chunks.split(',').map(Number);
    for (const size of sizes) await measureLatency(world, { passages: size, seed: Number(values.seed), showsPlans: values.plans, say });
  } finally {
    await stop();
  }
}

const last = figures.at(-1);
const held =
  last !== undefined &&
  last.all.recallAt5 >= MIN_RECALL &&
  last.all.reciprocalRank >= MIN_RECIPROCAL_RANK &&
  last.wronglyConfident <= MAX_CONFIDENT;
say(
  `knowledge: ${held ? 'passed' : 'failed'}: ${values.frozen ? 'frozen' : 'development'} questions, recall@5 ${percent(last?.all.recallAt5 ?? Number.NaN)}, MRR ${last?.all.reciprocalRank.toFixed(3)}, confident without an answer ${percent(last?.wronglyConfident ?? Number.NaN)} (aim: at least ${percent(MIN_RECALL)}, ${MIN_RECIPROCAL_RANK}, at most ${percent(MAX_CONFIDENT)})`,
);
process.exit(held ? 0 : 1);

function report(name: string, found: readonly Found[], shows: boolean): { all: Figures; wronglyConfident: number } {
  const answerable = found.filter(isAnswerable);
  const others = found.filter((one) => !isAnswerable(one));
  say(`${name}: ${found.length}, of which ${others.length} are answered nowhere`);
  say('                        questions  recall@5    MRR   first  told as the answer, and right');
  for (const [title, those] of groups(answerable)) {
    const { questions, recallAt5, reciprocalRank, first, confident, confidentRight } = figuresOf(those);
    say(
      `  ${title.padEnd(22)} ${String(questions).padStart(8)}  ${percent(recallAt5).padStart(8)}  ${reciprocalRank.toFixed(3)}  ${percent(first).padStart(6)}  ${confident}, ${confidentRight}`,
    );
  }
  const { confident, related, doubtful } = confidenceWithoutAnswer(others);
  say(`  answered nowhere: ${confident} told as an answer, ${related} shown as related, ${doubtful} doubtful`);
  if (shows)
    for (const { question, documents, score } of found.filter(isMissed))
      say(`  ${score.toFixed(2)} [${question.kind}] ${question.question} → ${documents.slice(0, 3).join(', ')}`);
  return { all: figuresOf(answerable), wronglyConfident: others.length === 0 ? 0 : confident / others.length };
}

function isMissed({ question, documents }: Found): boolean {
  return question.documents.length > 0 && !question.documents.includes(documents[0] ?? '');
}

function groups(found: readonly Found[]): [string, Found[]][] {
  const by = (title: string, of: (question: Question) => string) =>
    [...Map.groupBy(found, ({ question }) => of(question))]
      .toSorted()
      .map(([value, those]): [string, Found[]] => [`${title}${value}`, those]);
  return [['all', [...found]], ...by('language ', ({ language }) => language), ...by('', ({ kind }) => kind)];
}
