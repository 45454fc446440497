import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { insertMembership } from '../members/memberships.repository.ts';
import { findPersonByEmail, insertPerson } from '../members/people.repository.ts';
import type { IdentityProviderRow } from './identity-providers.repository.ts';
import type { Vouched } from './openid-provider.ts';
import * as repository from './sign-on.repository.ts';
import { SignOnFailure } from './sign-on-failure.ts';

/** @throws {SignOnFailure} SSO_EMAIL_NOT_VERIFIED, SSO_DOMAIN_NOT_ALLOWED */
export function vouchedEmail({ email, isEmailVerified }: Vouched, domains: readonly string[]): string {
  if (email === undefined || !isEmailVerified) throw new SignOnFailure('SSO_EMAIL_NOT_VERIFIED');
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (!domains.includes(domain)) throw new SignOnFailure('SSO_DOMAIN_NOT_ALLOWED');
  return email;
}

/**
 * Who it is that a provider vouches for: whoever it has called so before; else the member with that address; else, where the tenant lets
 * people in, a new person. Somebody who has an account and is no member of this tenant has to be invited, and so has a member who was
 * removed: neither is for a provider to decide.
 * @param unusablePasswordHash of a password that nobody knows
 * @throws {SignOnFailure} SSO_NOT_ADMITTED
 */
export async function admitPerson(
  tx: SystemTransaction,
  provider: IdentityProviderRow,
  vouched: Vouched & { email: string },
  unusablePasswordHash: string,
): Promise<string> {
  const { tenantId, id: identityProviderId, joinRole } = provider;
  const { issuer, subject, email, name } = vouched;
  const known = await repository.findFederatedPerson(tx, { identityProviderId, issuer, subject });
  if (known !== undefined) return requireMember(tx, tenantId, known);

  const found = await findPersonByEmail(tx, email);
  const personId = found ? await requireMember(tx, tenantId, found.id) : await join();
  const isNew = await repository.insertFederatedIdentity(tx, { tenantId, identityProviderId, issuer, subject, personId });
  // Somebody comes for the first time in two tabs at once: the other one was quicker.
  if (!isNew && (await repository.findFederatedPerson(tx, { identityProviderId, issuer, subject })) !== personId)
    throw new SignOnFailure('SSO_NOT_ADMITTED');
  return personId;

  async function join(): Promise<string> {
    if (joinRole === null) throw new SignOnFailure('SSO_NOT_ADMITTED');
    // What one tenant's provider says of an address is no proof to anybody else, so the address does not count as verified.
    const added = await insertPerson(tx, {
      email,
      name: name?.slice(0, 200) ?? email,
      passwordHash: unusablePasswordHash,
      isPlatformAdmin: false,
    });
    if (!added) throw new SignOnFailure('SSO_NOT_ADMITTED');
    await insertMembership(tx, { tenantId, personId: added.id, role: joinRole });
    return added.id;
  }
}

async function requireMember(tx: SystemTransaction, tenantId: string, personId: string): Promise<string> {
  if ((await repository.findRole(tx, tenantId, personId)) === undefined) throw new SignOnFailure('SSO_NOT_ADMITTED');
  return personId;
}
