import { NewPassword, type SignedIn } from '@foyer/contracts/auth.ts';
import type { InvitationAcceptance } from '@foyer/contracts/invitations.ts';
import type { Clock } from '#platform/clock.ts';
import type { PasswordHasher } from '#platform/crypto/password.ts';
import { hashToken } from '#platform/crypto/tokens.ts';
import type { SystemTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { insertMembership } from '../members/memberships.repository.ts';
import { findPersonByEmail, insertPerson, markEmailVerified, type PersonRow } from '../members/people.repository.ts';
import type { Device, SignInOutcome, SignInStart } from '../sessions/begin-sign-in.ts';
import { invitationInvalid, nameRequired } from './invitations.errors.ts';
import { type InvitationRow, lockInvitationByToken, markAccepted } from './invitations.repository.ts';

export interface AcceptDependencies {
  unitOfWork: UnitOfWork;
  passwords: PasswordHasher;
  /** Checks the password of an account that is there, with all that a sign-in counts and locks. */
  signIn(login: { email: string; password: string; code?: string | undefined }, device: Device): Promise<SignedIn>;
  start: SignInStart;
  clock: Clock;
}

/**
 * Whoever holds the token has shown that the address is theirs, since it went there alone. A person with an account shows besides that
 * it is their account; a new one chooses a password.
 */
export function createAcceptance(
  { unitOfWork, passwords, signIn, start, clock }: AcceptDependencies,
  isPending: (row: InvitationRow) => boolean,
): (acceptance: InvitationAcceptance, device: Device) => Promise<SignedIn> {
  return async ({ token, password, code, name, locale }, device) => {
    const tokenHash = hashToken(token);
    const { email, known } = await unitOfWork.system(async (tx) => {
      const invitation = await pendingInvitation(tx, tokenHash);
      return { email: invitation.email, known: await findPersonByEmail(tx, invitation.email) };
    });
    if (known) {
      const signedIn = await signIn({ email, password, code }, device);
      await unitOfWork.system((tx) => join(tx, tokenHash, known));
      // Read again, since they have a tenant more.
      return { ...signedIn, user: { ...signedIn.user, ...(await unitOfWork.system((tx) => start.user(tx, known.id))) } };
    }

    if (name === undefined || !NewPassword.safeParse(password).success) throw nameRequired();
    const passwordHash = await passwords.hash(password);
    const prepared = await start.prepare();
    const outcome = await unitOfWork.system(async (tx): Promise<SignInOutcome> => {
      const now = clock.now();
      const person = await insertPerson(tx, {
        email,
        name,
        passwordHash,
        locale: locale ?? null,
        isPlatformAdmin: false,
        emailVerifiedAt: now,
      });
      // Somebody made an account of this address a moment ago: accepting again signs in to it.
      if (!person) throw invitationInvalid();
      await join(tx, tokenHash, person);
      return start.begin(tx, prepared, { person, secondFactorCode: undefined, device, now });
    });
    return start.answer(prepared, outcome);
  };

  async function pendingInvitation(tx: SystemTransaction, tokenHash: string) {
    const invitation = await lockInvitationByToken(tx, tokenHash);
    if (!invitation || !isPending(invitation)) throw invitationInvalid();
    return invitation;
  }

  async function join(tx: SystemTransaction, tokenHash: string, person: PersonRow): Promise<void> {
    const { id, tenantId, role } = await pendingInvitation(tx, tokenHash);
    await insertMembership(tx, { tenantId, personId: person.id, role });
    await markAccepted(tx, id, clock.now());
    await markEmailVerified(tx, person.id, clock.now());
    const actor = { kind: 'person' as const, id: person.id };
    tx.audit({ action: 'invitation.accepted', tenantId, actor, subject: { id }, subjectIds: [person.id], facts: { role } });
  }
}
