import { parseArgs } from 'node:util';
import { createBuiltinExtraction } from '#agents/builtin-engine/form-filling/builtin-extraction.ts';
import { withChecks } from '#agents/extraction/checked-engine.ts';
import { evidenceValidity, type Figures, figuresBy, figuresOf, precision, recall } from './extraction/figures.ts';
import { type Judgement, judgeEngine } from './extraction/judge.ts';
import { type LabelledDialogue, type LabelSet, readCollection, readLabelled } from './extraction/labels.ts';
import { proveModelPath } from './extraction/model-path.ts';

/** How well the built-in engine fills in forms from conversations, against labels of people who did not know it. */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    gold: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    language: { type: 'string' },
    lot: { type: 'string' },
  },
});
/** The development set is held where it was brought to; sets that were not seen have the aims. */
const FLOORS = values.gold ? { precision: 0.95, recall: 0.8 } : { precision: 0.98, recall: 0.96 };
const print = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(share * 100).toFixed(1).padStart(5)}%`;
const set: LabelSet = values.gold ? 'gold' : 'development';

const dialogues = readDialogues();
const started = performance.now();
const judged = await judgeEngine(createBuiltinExtraction(), dialogues);
const perDialogueMs = (performance.now() - started) / Math.max(1, dialogues.length);

print(`${set} set: ${dialogues.length} dialogues (nothing random)`);
table('all', () => '');
table('lot', (one) => one.dialogue.lot);
table('language', (one) => one.dialogue.language);
table('form', (one) => one.dialogue.form);
table('type', (one) => one.fieldType);
if (values.show && set === 'development') showMistakes();

const all = figuresOf(judged);
print(
  `evidence: ${all.validQuotes} of ${all.quotes} quotes stand in the messages that they cite; traps fallen into: ${all.traps}; ${perDialogueMs.toFixed(1)} ms per dialogue`,
);
const checked = figuresOf(await judgeEngine(withChecks(createBuiltinExtraction()), dialogues));
print(`behind the checks that every engine's proposals pass: ${row(checked).trim()}`);

const modelPath = await proveModelPath();
print(
  `models: ${modelPath.tried} wrong answers of ${modelPath.kinds.size} kinds: ${modelPath.through.length} got through, ${modelPath.lost.length} lost what was right`,
);
for (const one of [...modelPath.through, ...modelPath.lost]) print(`  ${one}`);

const isEngineGood =
  evidenceValidity(all) === 1 && precision(all) >= FLOORS.precision && recall(all) >= FLOORS.recall && dialogues.length > 0;
const held = isEngineGood && modelPath.through.length === 0 && modelPath.lost.length === 0;
print(
  `extraction: ${held ? 'passed' : 'failed'}: ${set} set, right ${percent(precision(all)).trim()}, found ${percent(recall(all)).trim()}, evidence ${percent(evidenceValidity(all)).trim()} (floors: ${FLOORS.precision * 100} %, ${FLOORS.recall * 100} %, 100 %); models: ${modelPath.through.length} wrong of ${modelPath.tried}`,
);
process.exit(held ? 0 : 1);

function readDialogues(): LabelledDialogue[] {
  const found: LabelledDialogue[] = [];
  if (values.language !== 'es') {
    if (values.data === undefined) print('English is left out: its dialogues are a public collection, whose file --data=<file> names');
    else found.push(...readLabelled(set, 'en', readCollection(values.data)));
  }
  if (values.language !== 'en') found.push(...readLabelled(set, 'es', new Map()));
  return values.lot === undefined ? found : found.filter(({ lot }) => lot === values.lot);
}

function table(title: string, of: (one: Judgement) => string): void {
  if (title === 'all') print('                               right  wrong invented missed  traps  precision  recall  evidence');
  for (const [name, figures] of figuresBy(judged, of)) print(`  ${`${title} ${name}`.padEnd(28)} ${row(figures)}`);
}

function row(figures: Figures): string {
  const { right, wrong, invented, missed, traps } = figures;
  const counts = [right, wrong, invented, missed, traps].map((count) => String(count).padStart(6)).join(' ');
  return `${counts}    ${percent(precision(figures))}  ${percent(recall(figures))}   ${percent(evidenceValidity(figures))}`;
}

function showMistakes(): void {
  for (const { dialogue, fieldName, outcome, label, proposed, trap } of judged) {
    if (outcome === 'right' || outcome === 'neither') continue;
    const wanted = JSON.stringify(label?.value ?? label?.accept ?? null);
    const got = proposed
      ? `${JSON.stringify(proposed.value)} by ${proposed.evidence.map(({ messageId, quote }) => `${messageId} “${quote}”`).join(' ')}`
      : '–';
    print(
      `  ${outcome}${trap ? ' (trap)' : ''}: ${dialogue.id} ${fieldName}: wanted ${wanted}${label ? ` in ${label.lines}` : ''}, got ${got}`,
    );
  }
}
