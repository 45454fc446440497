import type { Screen } from '#triage/safety/screen.ts';
import type { Dialogue } from '../dialogues/dialogue-source.ts';

/** Consultations in which something was taken for an emergency, with the first line that was. */
export function alarmsInDialogues(screen: Screen, dialogues: readonly Dialogue[]) {
  const alarming: { id: string; line: string; ruleId: string }[] = [];
  let alarmingLines = 0;
  for (const { id, lines } of dialogues) {
    const flagged = lines.flatMap((line) => {
      const [match] = screen(line).matches;
      return match?.urgency === 'emergency' ? [{ id, line, ruleId: match.ruleId }] : [];
    });
    alarmingLines += flagged.length;
    alarming.push(...flagged.slice(0, 1));
  }
  return { dialogues: dialogues.length, lines: dialogues.reduce((sum, { lines }) => sum + lines.length, 0), alarming, alarmingLines };
}
