import type { Random } from '#test/chaos/random.ts';
import type { Fault } from './faulty-writes.ts';
import type { Case, Stage } from './live-case.ts';
import { countWrites, type Mode, makeRounds, randomMode, randomShape, SHAPES, type Shape } from './script.ts';

const MOMENTS = ['before', 'after'] as const;

/** What can be done to a process, and what comes of it. */
const WAYS: readonly { act: Fault['act']; what: Stage['what'] }[] = [
  { act: 'crash', what: 'recover' },
  { act: 'crash', what: 'supersede' },
  { act: 'pause', what: 'recover' },
  { act: 'pause', what: 'recover-and-return' },
  { act: 'pause', what: 'supersede' },
  { act: 'pause', what: 'supersede-and-settle' },
];

/** Every way at every write of every shape, before and after it. */
export function everyPoint(modeOf: (remote: number) => Mode, nextId: () => string): Case[] {
  return SHAPES.flatMap((shape) =>
    WAYS.flatMap(({ act, what }) =>
      MOMENTS.flatMap((when) =>
        Array.from({ length: writesOf(shape) }, (_, at): Case => {
          const id = nextId();
          return { id, rounds: makeRounds(id, shape, modeOf), stages: [{ fault: { at, when, act }, what }], isMetForSure: true };
        }),
      ),
    ),
  );
}

/** None of them disturbed: what the others are compared with. */
export const undisturbed = (nextId: () => string): Case[] =>
  SHAPES.map((shape) => {
    const id = nextId();
    return { id, rounds: makeRounds(id, shape, () => 'answer'), stages: [] };
  });

/** Any shape and any answers of the other side, with up to four faults one after the other, in claims too. */
export function randomCase(random: Random, id: string): Case {
  const rounds = makeRounds(id, randomShape(random), () => randomMode(random));
  const stages = Array.from({ length: random.whole(1, 4) }, (_, index): Stage => {
    const { act, what } = random.pick(WAYS);
    const when = random.pick(MOMENTS);
    if (index > 0 && random.chance(0.2)) return { fault: { at: 'claim', when, act: 'crash' }, what: 'recover' };
    // What was recorded is not written again, so that later attempts have fewer writes.
    return { fault: { at: random.whole(0, Math.max(1, countWrites(rounds) - index * 2)), when, act }, what };
  });
  return { id, rounds, stages };
}

const writesOf = (shape: Shape) => countWrites(makeRounds('k0', shape, () => 'answer'));
