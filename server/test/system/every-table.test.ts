import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasSystemBinaries } from '#platform/db/embedded/embedded-postgres.testing.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { keepsTenantsApart } from './every-table.contract.ts';
import { serverVersion } from './figures.ts';
import { showsNothingWithoutTenant } from './no-tenant.contract.ts';
import { prepareCluster, startPostgres15 } from './postgres-15.ts';
import { grantsOnlyWhatIsDeclared } from './rights.contract.ts';
import { createTableWorld, type TableWorld } from './table-world.ts';

describe('every table', () => {
  isIsolated(async () => {
    const database = await createTestDatabase();
    return { database, stop: database.close };
  });
});

// Before PostgreSQL 16, the owner inherits the rights of the roles that it may take on.
describe.skipIf(!hasSystemBinaries)(`every table on PostgreSQL 15${hasSystemBinaries ? '' : ' (skipped: no PostgreSQL 15)'}`, () => {
  isIsolated(async () => {
    const server = await startPostgres15();
    const database = await createTestDatabase({ cluster: await prepareCluster(server.superuserUrl) });
    return {
      database,
      stop: async () => {
        await database.close();
        await server.stop();
      },
    };
  });
});

function isIsolated(open: () => Promise<{ database: TestDatabase; stop(): Promise<void> }>): void {
  let world: TableWorld;
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    const opened = await open();
    stop = opened.stop;
    world = await createTableWorld(opened.database);
  });
  afterAll(() => stop());

  keepsTenantsApart(() => world);
  showsNothingWithoutTenant(() => world);
  grantsOnlyWhatIsDeclared(() => world);

  test('all of it as an ordinary user', async ({ task }) => {
    const { database, catalog, tenantTables, attempts, leaks } = world;
    const { rows } = await database.database.pool.query<{ user: string; isSuperuser: boolean }>(
      `select current_user as "user", rolsuper or rolbypassrls as "isSuperuser" from pg_roles where rolname = current_user`,
    );
    const [policies] = await database.asSuperuser<{ count: number }>('select count(*)::int as count from pg_policies');
    const { user = '', isSuperuser = true } = rows[0] ?? {};
    task.meta.tableFigures = {
      server: await serverVersion(database),
      user,
      isSuperuser,
      tables: catalog.length,
      tenantTables: tenantTables.length,
      policies: policies?.count ?? 0,
      attempts: attempts.count(),
      leaks: leaks.length,
    };
    expect(isSuperuser).toBe(false);
    expect(new Set(catalog.map(({ owner }) => owner))).toEqual(new Set([user]));
  });
}
