import type { User } from '@foyer/contracts/auth.ts';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { tenantsOfPerson } from '../members/memberships.repository.ts';
import { findPerson } from '../members/people.repository.ts';

/** A person as they see themselves. */
export async function findUser(tx: SystemTransaction, personId: string): Promise<User | undefined> {
  const found = await findPerson(tx, personId);
  if (!found) return undefined;
  const { id, email, name, isPlatformAdmin } = found;
  return { id, email, name, isPlatformAdmin, tenants: await tenantsOfPerson(tx, personId) };
}
