import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';

/** A place at which a process dies, or stands still until it is let go. */
export interface Fault {
  /** The n-th write of a turn from when it is set on, or the next claim of one. */
  at: number | 'claim';
  when: 'before' | 'after';
  act: 'crash' | 'pause';
}

export interface Hit extends Fault {
  /** The write, by its name in the product. */
  write: string;
  /** Lets a paused process go on. */
  release(): void;
}

/** What a process that dies looks like from inside: it goes no further. */
export class Crash extends Error {
  override name = 'Crash';
}

/** The turns of one tenant, of which only one conversation is active at a time. */
export interface Lane {
  /** Resolves when the fault is met. */
  arm(fault: Fault): Promise<Hit>;
  disarm(): void;
  /** Resolves when a process takes over a turn. */
  nextClaim(): Promise<void>;
  /** Every write of a turn that was begun, in order. */
  readonly writes: string[];
  readonly problems: string[];
}

/** Stands between a running product and its database, for the turns of the tenants that have a lane. */
export function createFaultyWrites() {
  const lanes = new Map<string, ReturnType<typeof createLane>>();
  return {
    laneOf: (tenantId: string): Lane => {
      const lane = createLane();
      lanes.set(tenantId, lane);
      return lane;
    },
    standBefore: (unitOfWork: UnitOfWork): void => {
      const { write } = unitOfWork;
      unitOfWork.write = <T>(scope: TenantScope, work: (tx: TenantTransaction) => Promise<T>): Promise<T> => {
        const lane = scope.actor.kind === 'agent' ? lanes.get(scope.tenantId) : undefined;
        return lane ? lane.pass(nameOfWrite(new Error().stack), () => write(scope, work)) : write(scope, work);
      };
    },
  };
}

const NAMES = ['recordStep', 'runDatabaseTool', 'startRemoteCall', 'finishCall', 'deliverReply', 'claimWaitingTurn', 'giveBack'] as const;
type NameOfWrite = (typeof NAMES)[number];

function nameOfWrite(stack = ''): NameOfWrite {
  const name = NAMES.find((known) => new RegExp(`\\b${known}\\b`).test(stack));
  if (!name) throw new Error(`A write of a turn that this proof does not know: ${stack}`);
  return name;
}

function createLane(): Lane & { pass<T>(name: NameOfWrite, go: () => Promise<T>): Promise<T> } {
  const writes: string[] = [];
  const problems: string[] = [];
  let armed: { fault: Fault; passed: number; met: (hit: Hit) => void } | undefined;
  let hasCrashed = false;
  let claimed = Promise.withResolvers<void>();

  const strike = async (fault: Fault, write: NameOfWrite, met: (hit: Hit) => void): Promise<void> => {
    armed = undefined;
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    met({ ...fault, write, release });
    if (fault.act === 'pause') return released;
    hasCrashed = true;
    throw new Crash();
  };
  const meets = (name: NameOfWrite) => {
    if (!armed) return undefined;
    if (armed.fault.at === 'claim') return name === 'claimWaitingTurn' ? armed : undefined;
    if (name === 'claimWaitingTurn') return undefined;
    armed.passed += 1;
    return armed.passed === armed.fault.at + 1 ? armed : undefined;
  };

  const noted = <T>(name: NameOfWrite, result: T): T => {
    if (name === 'claimWaitingTurn' && result !== undefined) {
      claimed.resolve();
      claimed = Promise.withResolvers();
    }
    return result;
  };

  return {
    writes,
    problems,
    arm: (fault) => {
      const { promise, resolve } = Promise.withResolvers<Hit>();
      armed = { fault, passed: 0, met: resolve };
      return promise;
    },
    disarm: () => {
      armed = undefined;
    },
    nextClaim: () => claimed.promise,
    pass: async (name, go) => {
      if (name === 'giveBack') {
        // A dead process gives nothing back; one that lives has no reason to here.
        if (!hasCrashed) problems.push('a turn was given back');
        throw new Crash();
      }
      if (name !== 'claimWaitingTurn') writes.push(name);
      const here = meets(name);
      if (!here) return noted(name, await go());
      const { fault, met } = here;
      if (fault.when === 'before') {
        await strike(fault, name, met);
        return noted(name, await go());
      }
      const result = noted(name, await go());
      // Another process was quicker with the claim.
      if (name === 'claimWaitingTurn' && result === undefined) return result;
      await strike(fault, name, met);
      return result;
    },
  };
}
