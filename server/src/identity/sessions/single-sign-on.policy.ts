import type { MembershipOfPerson } from '../members/memberships.repository.ts';

/**
 * Whether a tenant is closed to a member who has signed in with a password or a code. Owners keep that way: somebody has to be able to
 * mend a provider that is broken.
 */
export const isClosedWithoutSingleSignOn = ({ requiresSingleSignOn, role }: MembershipOfPerson): boolean =>
  requiresSingleSignOn && role !== 'owner';
