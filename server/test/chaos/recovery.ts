import type pg from 'pg';
import type { KillKind, Topology } from './plan.ts';

export interface KillRecord {
  kind: KillKind;
  name: string;
  atMs: number;
  /** When a pause ended. */
  untilMs?: number;
  /** From the kill until everything was healthy again. */
  healthyAfterMs?: number;
}

export interface Recovery {
  /** From each kill to the next answer that any client got. */
  nextAnswerMs: number[];
  /**
   * From the kill that interrupted a turn to the moment that a process went on with it; where every kill ends the only process, from
   * the last of those in between, since no life before it was long enough.
   */
  goneOnMs: number[];
  /** The same from the first kill, through all that came after it. */
  goneOnThroughAllMs: number[];
  /** From the last kill that interrupted a turn to its end. */
  completedMs: number[];
  /** Turns that went on while the paused process that had held them was still there. */
  takenOverDuringPauses: number;
  /** Interrupted claims for which no kill can be found. */
  unexplained: string[];
}

interface Attempt {
  turnId: string;
  epoch: number;
  owner: string;
  outcome: string;
  startedMs: number;
  finishedMs: number | null;
}

/** Its process died or could not go on; what a later message superseded is not among them. */
const INTERRUPTED = new Set(['lost', 'released', 'failed']);

/** How long the product took to recover, from the times in its own record and those of the kills, all of one machine's clock. */
export async function measureRecovery(
  client: pg.Client,
  topology: Topology,
  kills: readonly KillRecord[],
  answersAtMs: readonly number[],
): Promise<Recovery> {
  const { rows: attempts } = await client.query<Attempt>(
    `select a.turn_id as "turnId", a.epoch, a.owner, a.outcome, extract(epoch from a.created_at)::float8 * 1000 as "startedMs",
            extract(epoch from t.finished_at)::float8 * 1000 as "finishedMs"
       from turn_attempts a join turns t on t.id = a.turn_id order by a.turn_id, a.epoch`,
  );
  const recovery: Recovery = {
    nextAnswerMs: [],
    goneOnMs: [],
    goneOnThroughAllMs: [],
    completedMs: [],
    takenOverDuringPauses: 0,
    unexplained: [],
  };
  const answers = [...answersAtMs].sort((a, b) => a - b);
  for (const { atMs } of kills) {
    const next = answers.find((answeredMs) => answeredMs > atMs);
    if (next !== undefined) recovery.nextAnswerMs.push(next - atMs);
  }

  const lives = livesOf(attempts);
  for (const [index, attempt] of attempts.entries()) {
    const next = attempts[index + 1];
    if (!INTERRUPTED.has(attempt.outcome) || next?.turnId !== attempt.turnId) continue;
    const owner = lives.get(attempt.owner) ?? { firstMs: attempt.startedMs, lastMs: attempt.startedMs };
    const cause = kills.find((kill) => kill.atMs < next.startedMs && mayHaveInterrupted(kill, attempt.startedMs, owner, kills));
    // A process that is asked to stop may take in one more message, and gives its turn back at once.
    const sinceMs = cause?.atMs ?? (attempt.outcome === 'released' ? attempt.startedMs : undefined);
    if (sinceMs === undefined) {
      recovery.unexplained.push(`${attempt.turnId} epoch ${attempt.epoch} (${attempt.outcome})`);
      continue;
    }
    recovery.goneOnThroughAllMs.push(next.startedMs - sinceMs);
    recovery.goneOnMs.push(next.startedMs - lastInterruption(topology, kills, sinceMs, next.startedMs));
    if (next.outcome === 'answered' && attempt.finishedMs !== null) recovery.completedMs.push(attempt.finishedMs - sinceMs);
    if (cause?.untilMs !== undefined && next.startedMs < cause.untilMs) recovery.takenOverDuringPauses += 1;
  }
  return recovery;
}

/** When whatever was to happen between two moments was last set back: by any kill where there is one process, else when it began. */
export function lastInterruption(topology: Topology, kills: readonly KillRecord[], fromMs: number, toMs: number): number {
  if (topology === 'roles') return fromMs;
  return Math.max(fromMs, ...kills.map(({ atMs }) => atMs).filter((atMs) => atMs < toMs));
}

/** The first and the last claim of a process. */
interface Life {
  firstMs: number;
  lastMs: number;
}

function livesOf(attempts: readonly Attempt[]): Map<string, Life> {
  const lives = new Map<string, Life>();
  for (const { owner, startedMs } of attempts) {
    const { firstMs, lastMs } = lives.get(owner) ?? { firstMs: startedMs, lastMs: startedMs };
    lives.set(owner, { firstMs: Math.min(firstMs, startedMs), lastMs: Math.max(lastMs, startedMs) });
  }
  return lives;
}

/**
 * Whether a kill can be what ended an attempt. The record does not say which process an owner was, but a process claims nothing after
 * its death or during its pause, and it has not claimed anything before the death of the one in whose place it was started.
 */
function mayHaveInterrupted(kill: KillRecord, startedMs: number, owner: Life, kills: readonly KillRecord[]): boolean {
  if (kill.atMs < startedMs) return false;
  if (kill.kind === 'postgres' || kill.kind === 'watchdog') return true;
  const isOlder = kills.some(
    ({ name, atMs, untilMs }) => name === kill.name && untilMs === undefined && atMs > owner.firstMs && atMs < kill.atMs,
  );
  if (isOlder) return false;
  return kill.untilMs === undefined ? owner.lastMs <= kill.atMs : owner.lastMs <= kill.atMs || owner.lastMs >= kill.untilMs;
}

/** The value below which a share of all lies; 0 when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Half of all, all but a twentieth, and the longest, in seconds. */
export const summary = (valuesMs: readonly number[]): string =>
  valuesMs.length === 0
    ? 'none'
    : `p50 ${(percentile(valuesMs, 0.5) / 1000).toFixed(1)} s, p95 ${(percentile(valuesMs, 0.95) / 1000).toFixed(1)} s, max ${(Math.max(...valuesMs) / 1000).toFixed(1)} s of ${valuesMs.length}`;
