import type { ChangePassword, Login, RefreshedTokens, SignedIn, User } from '@foyer/contracts/auth.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { PersonPrincipal } from '#platform/http/access.ts';
import { findPerson, replacePasswordHash } from '../members/people.repository.ts';
import { createRefresh } from './refresh.ts';
import { currentPasswordWrong, passwordUnchanged, sessionRevoked } from './sessions.errors.ts';
import { revokeOtherSignIns, revokeSignIn } from './sessions.repository.ts';
import { createSignIn, type SignInDependencies } from './sign-in.ts';
import { findUser } from './signed-in-user.ts';

export interface Sessions {
  /** @throws {AppError} INVALID_CREDENTIALS, ACCOUNT_LOCKED, RATE_LIMITED */
  signIn(login: Login): Promise<SignedIn>;
  /** @throws {AppError} INVALID_TOKEN, TOKEN_EXPIRED, SESSION_REVOKED, REFRESH_TOKEN_REUSED */
  refresh(refreshToken: string): Promise<RefreshedTokens>;
  /** Takes effect at once: the access token no longer works either. */
  signOut(person: PersonPrincipal): Promise<void>;
  me(person: PersonPrincipal): Promise<User>;
  /** Ends every other sign-in of the person. @throws {AppError} CURRENT_PASSWORD_WRONG, PASSWORD_UNCHANGED */
  changePassword(person: PersonPrincipal, change: ChangePassword): Promise<void>;
}

export function createSessions(dependencies: SignInDependencies): Sessions {
  const { unitOfWork, clock } = dependencies;
  return {
    signIn: createSignIn(dependencies),
    refresh: createRefresh(dependencies),
    signOut: ({ sessionId }) => unitOfWork.system((tx) => revokeSignIn(tx, sessionId, 'signed-out', clock.now())),
    me: ({ personId }) => me(unitOfWork, personId),
    changePassword: (person, change) => changePassword(dependencies, person, change),
  };
}

async function me(unitOfWork: UnitOfWork, personId: string): Promise<User> {
  const user = await unitOfWork.system((tx) => findUser(tx, personId));
  if (!user) throw sessionRevoked();
  return user;
}

async function changePassword(
  { unitOfWork, passwords, clock }: SignInDependencies,
  { personId, sessionId }: PersonPrincipal,
  { currentPassword, newPassword }: ChangePassword,
): Promise<void> {
  const found = await unitOfWork.system((tx) => findPerson(tx, personId));
  if (!found || !(await passwords.verify(found.passwordHash, currentPassword))) throw currentPasswordWrong();
  if (await passwords.verify(found.passwordHash, newPassword)) throw passwordUnchanged();
  const to = await passwords.hash(newPassword);

  await unitOfWork.system(async (tx) => {
    const replaced = await replacePasswordHash(tx, { personId, from: found.passwordHash, to });
    if (!replaced) throw currentPasswordWrong();
    await revokeOtherSignIns(tx, { personId, except: sessionId, because: 'password-changed', revokedAt: clock.now() });
  });
}
