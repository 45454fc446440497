import { parseArgs } from 'node:util';
import { createScreen } from '#triage/safety/screen.ts';
import { readDialogues } from './dialogues/dialogue-source.ts';
import { alarmsInDialogues } from './safety/alarms-in-dialogues.ts';
import { costAsRulesGrow, costPerMessage } from './safety/cost-of-screen.ts';
import { falseAlarmRate, figuresBy, figuresOf, type Judged, judgeAll, recall } from './safety/judge-screen.ts';
import {
  developmentSet,
  fourthHeldOutSet,
  heldOutSet,
  readFrozenSet,
  secondHeldOutSet,
  thirdHeldOutSet,
  type Utterance,
} from './safety/utterances.ts';

/** How many emergencies the red-flag screen finds, how often it alarms without need, and what it costs. */
const { values } = parseArgs({
  options: { frozen: { type: 'string' }, dialogues: { type: 'string' }, show: { type: 'boolean', default: false } },
});
const MIN_RECALL = 0.95;
const MAX_FALSE_ALARMS = 0.05;
const print = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (share: number) => (Number.isNaN(share) ? '     –' : `${(share * 100).toFixed(1).padStart(5)}%`);

const screen = createScreen();
const development = report('development set', developmentSet());
report('held-out set', heldOutSet());
report('second held-out set', secondHeldOutSet());
report('third held-out set', thirdHeldOutSet());
report('fourth held-out set', fourthHeldOutSet());
const frozen = values.frozen === undefined ? undefined : report('frozen set', readFrozenSet(values.frozen));

print('cost per message (nothing random; every utterance of the development set, many times over)');
for (const line of costPerMessage(screen)) print(`  ${line}`);
for (const line of costAsRulesGrow()) print(`  ${line}`);

if (values.dialogues !== undefined) {
  const found = alarmsInDialogues(screen, readDialogues(values.dialogues));
  print(
    `ordinary consultations: ${found.dialogues}, patients' lines ${found.lines}; ${found.alarming.length} consultations with an emergency (${((found.alarming.length / found.dialogues) * 100).toFixed(1)} per 100), ${found.alarmingLines} lines`,
  );
  if (values.show) for (const { id, line, ruleId } of found.alarming) print(`  ${id} ${ruleId}: ${line.slice(0, 200)}`);
}

const last = frozen ?? development;
const held = last.recall >= MIN_RECALL && last.falseAlarms <= MAX_FALSE_ALARMS;
print(
  `safety: ${held ? 'passed' : 'failed'}: ${frozen ? 'frozen' : 'development'} set, recall ${percent(last.recall).trim()}, false alarms ${percent(last.falseAlarms).trim()} (aim: at least 95 %, at most 5 %)`,
);
process.exit(held ? 0 : 1);

function report(name: string, utterances: readonly Utterance[]): { recall: number; falseAlarms: number } {
  const judged = judgeAll(screen, utterances);
  const all = figuresOf(judged);
  print(`${name}: ${utterances.length} utterances, ${all.emergencies} emergencies`);
  print('                                recall            false alarms');
  for (const [title, of] of [
    ['', () => 'all'],
    ['language ', (one: Judged) => one.language],
    ['', (one: Judged) => one.category],
  ] as const) {
    for (const [value, figures] of figuresBy(judged, of)) {
      const { found, emergencies, falseAlarms, others } = figures;
      print(
        `  ${`${title}${value}`.padEnd(26)} ${percent(recall(figures))} ${`${found}/${emergencies}`.padStart(8)}   ${percent(falseAlarmRate(figures))} ${`${falseAlarms}/${others}`.padStart(8)}`,
      );
    }
  }
  const list = (title: string, those: readonly Judged[]) => {
    print(`${title}: ${those.length}`);
    for (const { text, category, urgency, result } of those) {
      print(`  [${category}, ${urgency} → ${result.urgency}${result.matches[0] ? ` by ${result.matches[0].ruleId}` : ''}] ${text}`);
    }
  };
  list(
    'emergencies missed',
    judged.filter(({ urgency, result }) => urgency === 'emergency' && result.urgency !== 'emergency'),
  );
  list(
    'false alarms',
    judged.filter(({ urgency, result }) => urgency !== 'emergency' && result.urgency === 'emergency'),
  );
  const urgent = judged.filter(({ urgency }) => urgency === 'urgent');
  print(`urgent: ${urgent.filter(({ result }) => result.urgency !== 'none').length} of ${urgent.length} found`);
  return { recall: recall(all), falseAlarms: falseAlarmRate(all) };
}
