import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import type { LookUpWorld } from './look-up-world.ts';

/** One function that runs before a tenant is known, or over all tenants, and everything that it may bring to light or change. */
export interface LookUp {
  call(tx: SystemTransaction, world: LookUpWorld): Promise<unknown>;
  /** Exactly this comes back; a function without it returns nothing. */
  returns?(world: LookUpWorld): unknown;
  /** Exactly this is different afterwards; nothing, when left out. */
  changes?: string[];
}
