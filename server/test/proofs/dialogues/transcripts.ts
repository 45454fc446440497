import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeldDialogue } from './hold-dialogue.ts';

/** One text file per dialogue, as the visitor saw it. */
export function writeTranscripts(directory: string, held: readonly HeldDialogue[]): void {
  mkdirSync(directory, { recursive: true });
  for (const dialogue of held) writeFileSync(join(directory, `dialogue-${fileName(dialogue.id)}.txt`), transcript(dialogue));
}

/** Ids come from a file that anybody wrote; they name no folder. */
const fileName = (id: string): string => id.replaceAll(/[^\w-]/g, '_');

function transcript({ id, sessionId, lines, problems }: HeldDialogue): string {
  const said = lines.map(({ text, sentAtMs, tokens, answeredAtMs, answer }) => {
    const firstTokenMs = (tokens[0]?.receivedAtMs ?? Number.NaN) - sentAtMs;
    const timing = `first token after ${firstTokenMs.toFixed(0)} ms, ${tokens.length} tokens, complete after ${(answeredAtMs - sentAtMs).toFixed(0)} ms`;
    return `Patient: ${text}\nFoyer:   ${answer.content}\n         (${timing})\n`;
  });
  const notes = problems.map((problem) => `Problem: ${problem}\n`);
  return [`Dialogue ${id}, session ${sessionId}\n`, ...said, ...notes].join('\n');
}
