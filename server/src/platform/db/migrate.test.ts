import { getTableName } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { migrationPlan } from '#app/migration-plan.ts';
import { tables } from '#app/tables.ts';
import { useEmptyDatabase } from './empty-database.testing.ts';
import { migrateDatabase } from './migrate.ts';
import { bootstrapSql, DatabaseSetupError } from './roles.ts';

const mayMakeRoles = async () => {
  const empty = await useEmptyDatabase();
  const [row] = (await empty.asSuperuser(
    'select pg_catalog.pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()',
  )) as {
    owner: string;
  }[];
  const owner = row?.owner ?? '';
  await empty.asSuperuser(bootstrapSqlForExistingRoles(owner));
  return { ...empty, owner };
};

/** The roles belong to the whole server, and other tests have made them. */
const bootstrapSqlForExistingRoles = (user: string): string => bootstrapSql(user).split('\n').at(-1) ?? '';

describe('migrating', () => {
  test('by four nodes that start at the same moment happens once', async () => {
    const { database, asSuperuser } = await mayMakeRoles();
    await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(database, migrationPlan)));

    const made = (await asSuperuser(`select tablename from pg_tables where schemaname = 'public'`)) as { tablename: string }[];
    expect(made.map(({ tablename }) => tablename).sort()).toEqual(tables.map(getTableName).sort());
    const runs = await asSuperuser(
      'select hash, count(*)::int as times from foyer_migrations.__drizzle_migrations group by hash having count(*) > 1',
    );
    expect(runs).toEqual([]);
    expect(await asSuperuser('select count(*)::int as n from foyer_migrations.security')).toEqual([{ n: 1 }]);
  });

  test('again changes nothing, and closes a table that somebody has opened', async () => {
    const { database, asSuperuser } = await mayMakeRoles();
    await migrateDatabase(database, migrationPlan);
    await asSuperuser('alter table messages no force row level security');
    await asSuperuser('drop policy tenant_isolation on messages');
    await migrateDatabase(database, migrationPlan);

    expect(await asSuperuser(`select relforcerowsecurity as forced from pg_class where oid = 'messages'::regclass`)).toEqual([
      { forced: true },
    ]);
    expect(
      await asSuperuser(`select count(*)::int as n from pg_policies where tablename = 'messages' and policyname = 'tenant_isolation'`),
    ).toEqual([{ n: 1 }]);
  });

  test('that fails leaves its lock to the next one', async () => {
    const { database } = await mayMakeRoles();
    const failing = { ...migrationPlan, libraries: [() => Promise.reject(new Error('no library'))] };
    await expect(migrateDatabase(database, failing)).rejects.toThrow('no library');
    await migrateDatabase(database, migrationPlan);
  });
});

describe('a database that cannot be used is refused before anything is made in it', () => {
  test('in another encoding than UTF-8', async () => {
    const { database, asSuperuser } = await useEmptyDatabase({
      options: `encoding 'LATIN1' locale_provider libc lc_collate 'C' lc_ctype 'C'`,
    });
    await expect(migrateDatabase(database, migrationPlan)).rejects.toThrow(/encoding LATIN1: create it with ENCODING 'UTF8'/);
    expect(await asSuperuser(`select count(*)::int as n from pg_tables where schemaname = 'public'`)).toEqual([{ n: 0 }]);
  });

  test('by a user who may not make roles: what an administrator has to run is said, and works', async () => {
    const { database, connectionString, asSuperuser } = await useEmptyDatabase();
    const user = new URL(connectionString.replace(/\?.*/, '').replace('@/', '@host/')).username;
    const refused = await migrateDatabase(database, migrationPlan).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(DatabaseSetupError);
    const { message } = refused as Error;
    expect(message).toContain(`The database user "${user}" may not`);
    expect(message).toContain('CREATE ROLE foyer_app NOLOGIN NOBYPASSRLS;');
    expect(message).toContain(`GRANT foyer_app, foyer_system TO "${user}";`);

    await asSuperuser(message.split('\n').at(-1) ?? '');
    await migrateDatabase(database, migrationPlan);
  });

  test('names are quoted in what the administrator runs', () => {
    expect(bootstrapSql('o"brien; drop role postgres')).toContain('TO "o""brien; drop role postgres";');
  });
});
