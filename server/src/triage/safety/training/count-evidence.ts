import type { ConceptFinder } from '../concepts.ts';
import type { Evidence, EvidenceTable } from '../evidence.ts';
import { readSentences } from '../text-words.ts';
import type { Sample } from './expand-corpus.ts';

/** What stands in fewer lines is a slip, or too rare to be known. */
const MIN_LINES = 3;

/** Counts in how many lines each word and concept stands, and in how many of those that are emergencies. */
export function countEvidence(samples: readonly Sample[], concepts: ConceptFinder): EvidenceTable {
  const counts = new Map<string, { lines: number; emergencies: number }>();
  for (const { text, label } of samples) {
    const names = new Set<string>();
    for (const { words } of readSentences(text)) {
      const meaning = concepts.read(words);
      meaning.words.forEach((word, index) => {
        names.add(word);
        for (const concept of meaning.at[index]?.keys() ?? []) names.add(`@${concept}`);
      });
    }
    const isEmergency = label !== 'none' && label !== 'urgent';
    for (const name of names) {
      const count = counts.get(name) ?? { lines: 0, emergencies: 0 };
      count.lines += 1;
      if (isEmergency) count.emergencies += 1;
      counts.set(name, count);
    }
  }
  const table = new Map<string, Evidence>();
  for (const [name, { lines, emergencies }] of [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (lines >= MIN_LINES) table.set(name, { lines, alarming: Math.round((emergencies / lines) * 100) / 100 });
  }
  return table;
}

export const writeEvidence = (table: EvidenceTable): string =>
  `${[...table].map(([name, { lines, alarming }]) => `${name} ${lines} ${Math.round(alarming * 100)}`).join('\n')}\n`;
