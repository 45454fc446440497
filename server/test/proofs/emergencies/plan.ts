import type { Topology } from '#test/chaos/plan.ts';

/** What is wrong while somebody types an emergency. */
export type Disturbance =
  /** The model takes requests and does not answer, or stops in the middle. */
  | 'model hangs'
  /** The only worker is down: no job runs. */
  | 'queue stopped'
  /** PostgreSQL stands still, and goes on when everybody was shown the text. */
  | 'database hangs'
  /** PostgreSQL is killed or restarted. */
  | 'database restarts'
  /** The process that holds the visitor's socket is killed right after the message was typed. */
  | 'killed after typing'
  /** The same right after the acknowledgement: whatever follows from the message is under way. */
  | 'killed after acknowledgement'
  /** Whoever tells people is killed when the first mail is there, before it can have noted all of them. */
  | 'killed while telling';

/** One process with its own database, or web and worker roles on a given one. */
export type EmergencyTopology = Extract<Topology, 'whole' | 'roles'>;

const KINDS = [
  'model hangs',
  'database hangs',
  'database restarts',
  'killed after typing',
  'killed after acknowledgement',
  'killed while telling',
] as const satisfies Disturbance[];

const BY_TOPOLOGY: Record<EmergencyTopology, readonly Disturbance[]> = { whole: KINDS, roles: [...KINDS, 'queue stopped'] };

export interface EmergencyPlan {
  seed: number;
  topology: EmergencyTopology;
  disturbances: readonly Disturbance[];
  /** How many visitors type an emergency in each. */
  visitors: number;
  /** Where the product's sources are. */
  directory: string;
  say(line: string): void;
}

/** Each kind as often as every other, at least once, so that there are no fewer emergencies than asked for. */
export function disturbancesFor({
  runs,
  visitors,
  only,
}: {
  runs: number;
  visitors: number;
  only?: EmergencyTopology | undefined;
}): Partial<Record<EmergencyTopology, Disturbance[]>> {
  const chosen = Object.entries(BY_TOPOLOGY).filter(([topology]) => only === undefined || topology === only);
  const kinds = chosen.flatMap(([, disturbances]) => disturbances).length;
  const each = Math.max(1, Math.ceil(runs / (visitors * kinds)));
  return Object.fromEntries(chosen.map(([topology, disturbances]) => [topology, Array.from({ length: each }, () => disturbances).flat()]));
}

/** Whether the visitor's connection lives through it, so that the text has to come for the first sending. */
export const keepsConnection = (disturbance: Disturbance): boolean => !disturbance.startsWith('killed');
