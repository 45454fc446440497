import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { EventDraft, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { createTestDatabase, scopeOfNewTenant, type TestDatabase } from '#test/test-database.ts';
import { createVisitorContact, findOrCreateContact } from './resolve-contact.ts';

let database: TestDatabase;
let unitOfWork: UnitOfWork;
const events: EventDraft[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  unitOfWork = database.unitOfWork({ recordEvents: async (_db, _scope, drafts) => void events.push(...drafts) });
});
afterAll(() => database.close());

const arrive = (scope: TenantScope, value: string, name?: string) =>
  unitOfWork.write(scope, (tx) => findOrCreateContact(tx, { identifier: { kind: 'external', value }, name, locale: 'en' }));

const contactsOf = ({ tenantId }: TenantScope) => database.asSuperuser('select id, name from contacts where tenant_id = $1', [tenantId]);

describe('who somebody is', () => {
  test('a visitor about whom nothing is proven is somebody new each time', async () => {
    const clinic = scopeOfNewTenant();
    const visit = () => unitOfWork.write(clinic, (tx) => createVisitorContact(tx, 'es'));
    const [first, second] = [await visit(), await visit()];
    expect(first.id).not.toBe(second.id);
    expect(first).toMatchObject({ name: null, locale: 'es' });
  });

  test('a proven identifier is always the same contact, and another one another', async () => {
    const clinic = scopeOfNewTenant();
    const ana = await arrive(clinic, 'ana');
    expect((await arrive(clinic, 'ana')).id).toBe(ana.id);
    expect((await arrive(clinic, 'Ana')).id).not.toBe(ana.id);
  });

  test('the same identifier at another business is somebody else', async () => {
    const [clinic, bakery] = [scopeOfNewTenant(), scopeOfNewTenant()];
    expect((await arrive(clinic, 'ana')).id).not.toBe((await arrive(bakery, 'ana')).id);
    expect(await contactsOf(bakery)).toHaveLength(1);
  });

  test('a name that is proven is kept, changed when it changes, and not lost when it is left out', async () => {
    const clinic = scopeOfNewTenant();
    expect((await arrive(clinic, 'ana')).name).toBeNull();
    expect((await arrive(clinic, 'ana', 'Ana')).name).toBe('Ana');
    expect((await arrive(clinic, 'ana', 'Ana María')).name).toBe('Ana María');
    expect((await arrive(clinic, 'ana')).name).toBe('Ana María');
    expect(await contactsOf(clinic)).toEqual([{ id: expect.any(String), name: 'Ana María' }]);
  });

  test('ten who arrive as the same person at the same moment are one contact, made once', async () => {
    const clinic = scopeOfNewTenant();
    events.length = 0;
    const arrived = await Promise.all(Array.from({ length: 10 }, () => arrive(clinic, 'ana', 'Ana')));
    expect(new Set(arrived.map(({ id }) => id)).size).toBe(1);
    expect(await contactsOf(clinic)).toHaveLength(1);
    expect(events.map(({ type }) => type)).toEqual(['contact.created']);
  });
});
