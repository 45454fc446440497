import type { User } from '@foyer/contracts/auth.ts';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { findSecondFactor } from '../credentials/second-factor.repository.ts';
import { tenantsOfPerson } from '../members/memberships.repository.ts';
import { findPerson } from '../members/people.repository.ts';

/** A person as they see themselves; of a sign-in that counts in one tenant, with that one alone. */
export async function findUser(tx: SystemTransaction, personId: string, onlyTenantId?: string): Promise<User | undefined> {
  const found = await findPerson(tx, personId);
  if (!found) return undefined;
  const { id, email, name, isPlatformAdmin, emailVerifiedAt } = found;
  const factor = await findSecondFactor(tx, personId);
  return {
    id,
    email,
    name,
    isPlatformAdmin: isPlatformAdmin && onlyTenantId === undefined,
    isEmailVerified: emailVerifiedAt !== null,
    hasSecondFactor: factor?.confirmedAt != null,
    tenants: await tenantsOfPerson(tx, personId, onlyTenantId),
  };
}
