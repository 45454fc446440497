import type { RemotePeer } from './remote-peer.ts';
import { type Effect, LOSING, labelIn } from './script.ts';

interface Call {
  key: string;
  args: string;
  state: string;
  result: string | null;
}

export interface Outcome {
  effects: readonly Effect[];
  calls: readonly Call[];
  /** The labels of what our own tool has done. */
  done: readonly string[];
  peer: Pick<RemotePeer, 'requests' | 'effects'>;
  /** Keys of the calls that may have been on their way when their process died, or stood still for too long. */
  inDoubt: ReadonlySet<string>;
  /** A later message came: calls on their way were given up. */
  mayBeCancelled: boolean;
}

/** Compares what was wanted with what was done, here and at the other side, and with what is recorded. */
export function judgeEffects(outcome: Outcome): string[] {
  const { effects, calls, inDoubt } = outcome;
  const problems: string[] = [];
  for (const { key, state } of calls) {
    if (state === 'requested' || state === 'started') problems.push(`${key} is ${state} for ever`);
    if (inDoubt.has(key) && state !== 'outcome_unknown') problems.push(`nobody can know how ${key} ended, and it is ${state}`);
  }
  for (const label of outcome.done) {
    if (!effects.some((effect) => effect.label === label && effect.kind === 'database'))
      problems.push(`${label} was done and not asked for`);
  }
  for (const effect of effects) {
    const own = calls.filter(({ args }) => labelIn(args) === effect.label);
    const made = own.filter(({ state, result }) => state !== 'not-run' && !wasNotSent(result));
    const judged = effect.kind === 'database' ? judgeOurs(effect, made, outcome) : judgeRemote(effect, own, made, outcome);
    problems.push(...judged.map((problem) => `${effect.label}, ${own.map(({ state }) => state).join(' then ')}, ${problem}`));
  }
  return problems;
}

function judgeOurs({ label }: Effect, made: readonly Call[], { done }: Outcome): string[] {
  const times = done.filter((other) => other === label).length;
  return [
    ...(times === 1 ? [] : [`was done ${times} times`]),
    ...(made.length === 1 && made[0]?.state === 'succeeded' ? [] : ['is not one call that succeeded']),
  ];
}

function judgeRemote({ label, mode }: Effect, own: readonly Call[], made: readonly Call[], outcome: Outcome): string[] {
  const requests = outcome.peer.requests.filter((request) => request.label === label);
  const effects = outcome.peer.effects.filter((done) => done === label).length;
  // Given up before it was sent, while the visitor's later message was being answered already: it is neither done nor asked for again.
  if (outcome.mayBeCancelled && made.length === 0 && requests.length === 0 && own.some(({ result }) => wasNotSent(result))) return [];

  const [call] = made;
  const isUnknown = call?.state === 'outcome_unknown';
  const isLost = LOSING.includes(mode);
  const mayBeUnknown = isLost || outcome.mayBeCancelled || (call && outcome.inDoubt.has(call.key));
  const findings: [boolean, string][] = [
    [made.length !== 1, `was called ${made.length} times`],
    [new Set(requests.map(({ key }) => key)).size > 1, 'came under several keys'],
    [requests.some(({ key }) => key !== call?.key), 'came under a key that is not that of its call'],
    [requests.length > 1, `was sent ${requests.length} times`],
    [effects > 1, `happened ${effects} times`],
    [call?.state === 'succeeded' && (effects !== 1 || mode !== 'answer'), 'did not succeed'],
    [call?.state === 'refused' && (effects > 0 || mode !== 'refuse'), 'was not refused'],
    [isLost && !isUnknown, `lost its answer (${mode})`],
    [isUnknown && !mayBeUnknown, 'was answered'],
  ];
  return findings.filter(([isSo]) => isSo).map(([, what]) => what);
}

const wasNotSent = (result: string | null): boolean => result?.startsWith('Nothing was done') === true;

export function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
