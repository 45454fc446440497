import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPasswordHasher } from '#platform/crypto/password.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { createPeople, type People } from './people.service.ts';

let database: TestDatabase;
let people: People;
beforeEach(async () => {
  database = await createTestDatabase();
  people = createPeople({ unitOfWork: database.unitOfWork(), passwords: createPasswordHasher() });
});
afterEach(() => database.close());

const everybody = () => database.asSuperuser<{ email: string; password_hash: string }>('select email, password_hash from people');

describe('the first person of an installation', () => {
  test('is made up once, and the password is shown once', async () => {
    const first = await people.ensureFirstAdmin();
    expect(first).toMatchObject({ outcome: 'created', email: 'admin@foyer.localhost', password: expect.stringMatching(/^[\w-]{24}$/) });
    expect(await people.ensureFirstAdmin()).toEqual({ outcome: 'not-needed' });
    expect(await everybody()).toHaveLength(1);
  });

  test('is one, however many nodes start at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => people.ensureFirstAdmin()));
    expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
    expect(await everybody()).toHaveLength(1);
  });

  test('is the one that the configuration names, whose password is not shown', async () => {
    const given = { email: 'ana@example.com', password: 'a long enough password' };
    expect(await people.ensureFirstAdmin(given)).toEqual({ outcome: 'created', personId: expect.any(String), email: 'ana@example.com' });
  });

  test('keeps their password whatever the configuration says later', async () => {
    await people.ensureFirstAdmin({ email: 'ana@example.com', password: 'a long enough password' });
    const before = await everybody();
    expect(await people.ensureFirstAdmin({ email: 'Ana@example.com', password: 'another long password' })).toEqual({
      outcome: 'existing',
      isPlatformAdmin: true,
    });
    expect(await everybody()).toEqual(before);
  });

  test('nobody is promoted silently', async () => {
    await people.add({ email: 'bo@example.com', name: 'Bo', password: 'a long enough password', isPlatformAdmin: false });
    expect(await people.ensureFirstAdmin({ email: 'bo@example.com', password: 'another long password' })).toEqual({
      outcome: 'existing',
      isPlatformAdmin: false,
    });
  });
});

test('two people cannot have one address, whatever its capitals', async () => {
  const person = { name: 'Bo', password: 'a long enough password', isPlatformAdmin: false };
  await people.add({ ...person, email: 'bo@example.com' });
  await expect(people.add({ ...person, email: 'BO@example.com' })).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
});
