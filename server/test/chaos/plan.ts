/** How a process is made to fail. */
export type KillKind =
  | 'server'
  | 'server-term'
  | 'postgres'
  | 'watchdog'
  | 'npm'
  | 'bootstrap'
  | 'web'
  | 'web-term'
  | 'worker'
  | 'worker-term'
  | 'pause';

/** How the product runs: one process with its own database, the same started by npm, or web and worker roles on a given database. */
export type Topology = 'whole' | 'npm' | 'roles';

export interface Phase {
  topology: Topology;
  /** How often each kind happens; their order is drawn. */
  kills: Partial<Record<KillKind, number>>;
}

export interface ChaosPlan {
  seed: number;
  clients: number;
  phase: Phase;
  /** From the moment that everything is healthy again to the next kill, in milliseconds. */
  calmMs: readonly [low: number, high: number];
  /** No kill begins after this; what is left of them is reported as not done. */
  longestMs: number;
  /** Where the product's sources are. */
  directory: string;
  say(line: string): void;
}

/** Kinds and how much of a full run each is, by topology. */
const SHARES: Record<Topology, Partial<Record<KillKind, number>>> = {
  whole: { server: 32, 'server-term': 8, postgres: 18, watchdog: 6 },
  npm: { npm: 7, bootstrap: 6 },
  roles: { web: 8, 'web-term': 3, worker: 5, 'worker-term': 2, pause: 5 },
};

const TOTAL = Object.values(SHARES).reduce((sum, shares) => sum + Object.values(shares).reduce((part, share) => part + share, 0), 0);

/** Divides a number of kills over all kinds, at least one each; or the same number for each kind. */
export function phasesOf({ kills, each }: { kills: number; each?: number | undefined }): Phase[] {
  return Object.entries(SHARES).map(([topology, shares]) => ({
    topology: topology as Topology,
    kills: Object.fromEntries(
      Object.entries(shares).map(([kind, share]) => [kind, each ?? Math.max(1, Math.ceil((kills * share) / TOTAL))]),
    ) as Phase['kills'],
  }));
}
