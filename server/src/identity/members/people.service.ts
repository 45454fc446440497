import type { PasswordHasher } from '#platform/crypto/password.ts';
import { randomToken } from '#platform/crypto/tokens.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { emailTaken } from './members.errors.ts';
import { anybodyExists, findPerson, findPersonByEmail, insertPerson } from './people.repository.ts';

export interface NewPerson {
  email: string;
  name: string;
  password: string;
  isPlatformAdmin: boolean;
}

export type FirstAdmin =
  /** `password` only when it was made up: it is shown once and kept nowhere. */
  | { outcome: 'created'; personId: string; email: string; password?: string }
  /** `isPlatformAdmin` false: the given address belongs to somebody else, whom nothing promotes silently. */
  | { outcome: 'existing'; isPlatformAdmin: boolean }
  /** Nobody was asked for, and people exist. */
  | { outcome: 'not-needed' };

export interface People {
  /** @throws {AppError} EMAIL_TAKEN */
  add(draft: NewPerson): Promise<{ personId: string }>;
  /** The name of somebody who is signed in. */
  nameOf(personId: string): Promise<string>;
  /** The installation's first person, as platform admin. Nobody's password is ever changed. */
  ensureFirstAdmin(given?: { email: string; password: string }): Promise<FirstAdmin>;
}

/** Nobody's mail ends here: `.localhost` is reserved (RFC 6761). */
const GENERATED_ADMIN_EMAIL = 'admin@foyer.localhost';

export function createPeople({ unitOfWork, passwords }: { unitOfWork: UnitOfWork; passwords: PasswordHasher }): People {
  const insert = async ({ email, name, password, isPlatformAdmin }: NewPerson) => {
    const passwordHash = await passwords.hash(password);
    return unitOfWork.system((tx) => insertPerson(tx, { email, name, passwordHash, isPlatformAdmin }));
  };
  const insertAdmin = (email: string, password: string) => insert({ email, name: 'Administrator', password, isPlatformAdmin: true });
  const existing = async (email: string): Promise<FirstAdmin | undefined> => {
    const found = await unitOfWork.system((tx) => findPersonByEmail(tx, email));
    return found && { outcome: 'existing', isPlatformAdmin: found.isPlatformAdmin };
  };

  return {
    add: async (draft) => {
      const added = await insert(draft);
      if (!added) throw emailTaken();
      return { personId: added.id };
    },

    nameOf: async (personId) => {
      const person = await unitOfWork.system((tx) => findPerson(tx, personId));
      if (!person) throw new Error('Somebody who is signed in does not exist.');
      return person.name;
    },

    ensureFirstAdmin: async (given) => {
      if (given) {
        const known = await existing(given.email);
        if (known) return known;
        const added = await insertAdmin(given.email, given.password);
        return added
          ? { outcome: 'created', personId: added.id, email: added.email }
          : ((await existing(given.email)) ?? { outcome: 'not-needed' });
      }
      if (await unitOfWork.system(anybodyExists)) return { outcome: 'not-needed' };
      const password = randomToken(18);
      // Two nodes that start at once make up the same address: one of them wins, and only that one shows its password.
      const added = await insertAdmin(GENERATED_ADMIN_EMAIL, password);
      return added ? { outcome: 'created', personId: added.id, email: added.email, password } : { outcome: 'not-needed' };
    },
  };
}
