import type { Random } from '#test/chaos/random.ts';

/** What the remote server does with a call: answer, refuse, or leave the caller without an answer, before the effect or after it. */
export type Mode = 'answer' | 'refuse' | 'cut-before' | 'cut-after' | 'fail-before' | 'fail-after' | 'silent';

/** One thing that a visitor wants done, once. Its label is in the arguments of every call for it. */
export interface Effect {
  label: string;
  kind: 'database' | 'remote';
  mode: Mode;
}

/** Rounds of calls, as a model asks for them one after the other. */
export type Rounds = readonly (readonly Effect[])[];

/** `d`: a tool of ours, `r`: a remote one. */
export type Shape = readonly string[];

export const SHAPES: readonly Shape[] = [['d'], ['r'], ['drd'], ['rr'], ['d', 'r', 'd'], ['dr', 'rdd', 'r']];

/** The modes after which nobody can know whether the effect was there. */
export const LOSING: readonly Mode[] = ['cut-before', 'cut-after', 'fail-before', 'fail-after', 'silent'];

export function makeRounds(caseId: string, shape: Shape, modeOf: (remote: number) => Mode): Rounds {
  let count = 0;
  let remotes = 0;
  return shape.map((round) =>
    [...round].map((letter): Effect => {
      const label = `${caseId}-${count++}`;
      return letter === 'd' ? { label, kind: 'database', mode: 'answer' } : { label, kind: 'remote', mode: modeOf(remotes++) };
    }),
  );
}

export const randomShape = (random: Random): Shape =>
  Array.from({ length: random.whole(1, 3) }, () => Array.from({ length: random.whole(1, 4) }, () => random.pick(['d', 'r'])).join(''));

export const randomMode = (random: Random): Mode => (random.chance(0.5) ? 'answer' : random.pick(['refuse', ...LOSING] as const));

/** The writes of a turn that nothing disturbs: each step, each call of ours, start and end of each remote call, and the answer. */
export function countWrites(rounds: Rounds): number {
  const ofRound = (round: readonly Effect[]) => 1 + round.reduce((sum, { kind }) => sum + (kind === 'remote' ? 2 : 1), 0);
  return rounds.reduce((sum, round) => sum + ofRound(round), 1);
}

const LABEL = /\[(k\d+-\d+)\]/;

export const labelIn = (text: string): string => LABEL.exec(text)?.[1] ?? '';

export const caseOf = (text: string): string => /k\d+/.exec(text)?.[0] ?? '';
