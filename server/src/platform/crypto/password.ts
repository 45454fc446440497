import { hash, parseOptions, verify } from '@node-rs/argon2';
import { badRequest, unavailable } from '../errors.ts';
import { createConcurrencyLimit } from './concurrency-limit.ts';

export interface PasswordHasher {
  /** @throws {AppError} PASSWORD_TOO_LONG, PASSWORD_CHECKS_BUSY */
  hash(password: string): Promise<string>;
  /** @throws {AppError} PASSWORD_CHECKS_BUSY */
  verify(storedHash: string, password: string): Promise<boolean>;
  /** For unknown users: takes as long as a real check and says no, so that time does not tell who has an account. */
  verifyAgainstNothing(password: string): Promise<false>;
  /** Whether a hash was made with other parameters than today's, so that it should be made anew at the next sign-in. */
  needsRehash(storedHash: string): boolean;
}

export interface PasswordHasherOptions {
  /** Each running check takes 19 MiB. */
  maximumRunning?: number;
  /** Beyond these, sign-ins are turned away rather than piled up. */
  maximumWaiting?: number;
}

/** argon2id with the parameters that OWASP's password storage cheat sheet recommends. */
export function createPasswordHasher({ maximumRunning = 4, maximumWaiting = 200 }: PasswordHasherOptions = {}): PasswordHasher {
  const limit = createConcurrencyLimit({ running: maximumRunning, waiting: maximumWaiting });
  let hashOfNothing: Promise<string> | undefined;

  const limited = <Result>(task: () => Promise<Result>): Promise<Result> => {
    const result = limit.run(task);
    if (result) return result;
    throw unavailable('PASSWORD_CHECKS_BUSY', 'Too many people are signing in at once. Try again in a moment.', { retryAfterSeconds: 2 });
  };

  const check = async (storedHash: string, password: string): Promise<boolean> => {
    const prepared = prepare(password);
    // Too long to be anybody's password; it still takes its time, on a text of bounded length.
    if (prepared === undefined) return limited(() => verify(storedHash, '')).then(() => false);
    return limited(() => verify(storedHash, prepared));
  };

  return {
    async hash(password) {
      const prepared = prepare(password);
      if (prepared === undefined) throw badRequest('PASSWORD_TOO_LONG', `A password has at most ${MAXIMUM_PASSWORD_BYTES} bytes.`);
      return limited(() => hash(prepared, PARAMETERS));
    },

    verify: check,

    async verifyAgainstNothing(password) {
      hashOfNothing ??= hash('', PARAMETERS);
      await check(await hashOfNothing, password);
      return false;
    },

    needsRehash(storedHash) {
      const { memoryCost, timeCost, parallelism } = parseOptions(storedHash);
      return memoryCost !== PARAMETERS.memoryCost || timeCost !== PARAMETERS.timeCost || parallelism !== PARAMETERS.parallelism;
    },
  };
}

/** The same password typed on two systems may arrive as different code points; NFKC makes them one. */
function prepare(password: string): string | undefined {
  if (password.length > MAXIMUM_PASSWORD_BYTES) return undefined;
  const normalised = password.normalize('NFKC');
  return Buffer.byteLength(normalised, 'utf8') > MAXIMUM_PASSWORD_BYTES ? undefined : normalised;
}

/** memoryCost in KiB. argon2id and version 19 are the library's defaults. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MAXIMUM_PASSWORD_BYTES = 1024;
