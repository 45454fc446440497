import { hash } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { createPasswordHasher } from './password.ts';

describe('passwords', () => {
  test('the right password is accepted, any other is not', async () => {
    const passwords = createPasswordHasher();
    const stored = await passwords.hash('correct horse');

    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verify(stored, 'correct horse')).toBe(true);
    expect(await passwords.verify(stored, 'Correct horse')).toBe(false);
    expect(await passwords.verify(stored, '')).toBe(false);
  });

  test('an accent is the same password however the keyboard composes it', async () => {
    const passwords = createPasswordHasher();
    expect(await passwords.verify(await passwords.hash('caf\u00e9 al sol'), 'cafe\u0301 al sol')).toBe(true);
  });

  test('a password of absurd length is refused when it is set and wrong when it is tried', async () => {
    const passwords = createPasswordHasher();
    await expect(passwords.hash('x'.repeat(1025))).rejects.toMatchObject({ code: 'PASSWORD_TOO_LONG' });
    await expect(passwords.hash('€'.repeat(400))).rejects.toMatchObject({ code: 'PASSWORD_TOO_LONG' });
    expect(await passwords.verify(await passwords.hash(''), 'x'.repeat(1_000_000))).toBe(false);
  });

  test('an unknown user is refused whatever the password', async () => {
    const passwords = createPasswordHasher();
    expect(await passwords.verifyAgainstNothing('')).toBe(false);
    expect(await passwords.verifyAgainstNothing('anything')).toBe(false);
  });

  test('a flood of sign-ins is turned away beyond the queue, and those in it are served', async () => {
    const passwords = createPasswordHasher({ maximumRunning: 1, maximumWaiting: 2 });
    const stored = await passwords.hash('secret');

    const attempts = await Promise.allSettled(Array.from({ length: 6 }, () => passwords.verify(stored, 'secret')));

    expect(attempts.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(attempts.at(-1)).toMatchObject({ reason: { code: 'PASSWORD_CHECKS_BUSY', status: 503 } });
    expect(await passwords.verify(stored, 'secret')).toBe(true);
  });

  test('hashes with weaker parameters are known for renewal', async () => {
    const passwords = createPasswordHasher();
    expect(passwords.needsRehash(await passwords.hash('secret'))).toBe(false);
    expect(passwords.needsRehash(await hash('secret', { memoryCost: 8192, timeCost: 1 }))).toBe(true);
  });
});
