import { CLINICS } from './clinics.ts';
import type { HeldVisit, Line } from './hold-visit.ts';

const INTRODUCTION = `# Ten visits without a language model

Ten people write to two clinics that have no language model: the built-in engine answers them. These are the conversations as they
happened over the real socket, written by \`npm run prove -- visits --write\`, which also checks every value and every quotation. What
the people write stands in a script; all the rest is the product's. What the engine does and does not: [builtin-engine.md](builtin-engine.md).
`;

const NAMES = { visitor: 'Visitor', assistant: 'Assistant', team: 'Team', notice: 'Notice' } as const;

export const transcripts = (visits: readonly HeldVisit[]): string =>
  [INTRODUCTION, ...visits.map((visit, index) => transcript(visit, index + 1))].join('\n');

function transcript({ persona, lines, form, said }: HeldVisit, number: number): string {
  const { name, form: asked } = CLINICS[persona.clinic];
  const rows = (form?.fields ?? []).map(({ fieldName, value, evidence, confidence }) => {
    const quotes = evidence.map(({ messageId, quote }) => `“${cell(quote)}”${said.has(messageId) ? '' : ' (?)'}`);
    return `| ${fieldName} | ${cell(JSON.stringify(value))} | ${confidence.toFixed(2)} | ${quotes.join(', ')} |`;
  });
  return [
    `## ${number}. ${persona.title}`,
    '',
    `${persona.about} ${name}, form “${asked.title}”.`,
    '',
    ...lines.map(spoken),
    `The form in the end: ${form?.extractionStatus ?? 'nothing'}.`,
    '',
    '| field | value | confidence | evidence |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function spoken(line: Line): string {
  if (line.who === 'break') return '*The page is closed, and opened again later.*\n';
  const sources = line.sources?.length ? `\n\n*Sources: ${line.sources.join(', ')}*` : '';
  return `**${NAMES[line.who]}:** ${line.text}${sources}\n`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
