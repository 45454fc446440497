import type { Variable } from './config-variable.ts';
import { VARIABLES } from './config-variables.ts';

const WIDTH = 118;

/** The text of `.env.example`: every variable with what it means, what it may be and what holds without it. */
export function envExample(): string {
  const groups = Map.groupBy(Object.entries<Variable<unknown>>(VARIABLES), ([, { group }]) => group);
  const sections = [...groups].map(([group, variables]) => [`# === ${group} ===`, ...variables.map(entry)].join('\n\n'));
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# Configuration of Foyer. Every variable is optional unless it says otherwise; an empty one counts as not set.
# Copy this file to .env and take the number sign away where you set something; what the environment sets wins over it.
# Made from server/src/app/config-variables.ts: change it there.`;

function entry([name, { description, expected, otherwise }]: [string, Variable<unknown>]): string {
  const isSaid = expected === 'a text' || description.toLowerCase().includes(expected.toLowerCase());
  const sentences = [
    description,
    ...(isSaid ? [] : [`Must be ${expected}.`]),
    ...(otherwise === undefined ? [] : [`If not set: ${otherwise}.`]),
  ];
  return `${comment(sentences.join(' '))}\n#${name}=`;
}

function comment(text: string): string {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
