import type { Screen, ScreenResult } from '#triage/safety/screen.ts';
import type { Utterance } from './utterances.ts';

export interface Judged extends Utterance {
  result: ScreenResult;
}

export interface Figures {
  emergencies: number;
  found: number;
  others: number;
  /** Others that were taken for an emergency. */
  falseAlarms: number;
}

export const judgeAll = (screen: Screen, utterances: readonly Utterance[]): Judged[] =>
  utterances.map((utterance) => ({ ...utterance, result: screen(utterance.text) }));

export function figuresOf(judged: readonly Judged[]): Figures {
  const emergencies = judged.filter(({ urgency }) => urgency === 'emergency');
  const others = judged.filter(({ urgency }) => urgency !== 'emergency');
  const alarmed = (list: readonly Judged[]) => list.filter(({ result }) => result.urgency === 'emergency').length;
  return { emergencies: emergencies.length, found: alarmed(emergencies), others: others.length, falseAlarms: alarmed(others) };
}

export const recall = ({ emergencies, found }: Figures): number => found / emergencies;
export const falseAlarmRate = ({ others, falseAlarms }: Figures): number => falseAlarms / others;

/** The figures of every value of a property, in the order of their names. */
export function figuresBy(judged: readonly Judged[], of: (one: Judged) => string): [string, Figures][] {
  const names = [...new Set(judged.map(of))].toSorted();
  return names.map((name) => [name, figuresOf(judged.filter((one) => of(one) === name))]);
}
