import { getTableName } from 'drizzle-orm';
import pg from 'pg';
import { expect, test } from 'vitest';
import { tables } from '#app/tables.ts';
import { APP_ROLE, SYSTEM_ROLE } from '#platform/db/roles.ts';
import { isolationOf } from '#platform/db/tables.ts';
import { insertStatement, newRow } from './any-row.ts';
import { INSUFFICIENT_PRIVILEGE } from './attempt.ts';
import { privilegesOf } from './catalog.ts';
import { everyStatement, type TableWorld } from './table-world.ts';

const ROLES = [APP_ROLE, SYSTEM_ROLE] as const;
/** What use cases and the system may do with the one view; it shows to each what it may see. */
const OF_THE_VIEW = { foyer_dead_letters: ['select', 'update'] };

/** Who may do what, compared exactly with the declarations of the tables: a right too many is as wrong as one too few. */
export function grantsOnlyWhatIsDeclared(world: () => TableWorld): void {
  test.each(ROLES)('%s has the rights on tables that their declarations name, and no others', async (role) => {
    const declared = tables.flatMap((table) => {
      const { app, system } = isolationOf(table);
      const names = (role === APP_ROLE ? app : system).map((privilege) => privilege.replace(/ .*/, ''));
      return names.length > 0 ? [[getTableName(table), names.toSorted()] as const] : [];
    });
    expect(await privilegesOf(world().database, role)).toEqual({ ...Object.fromEntries(declared), ...OF_THE_VIEW });
  });

  test('a declaration that names columns opens those columns alone', async () => {
    for (const table of tables) {
      const { app, system } = isolationOf(table);
      for (const [role, privileges] of [[APP_ROLE, app] as const, [SYSTEM_ROLE, system] as const]) {
        const named = privileges.flatMap((privilege) => /^update \((.+)\)$/.exec(privilege)?.[1]?.split(/, */) ?? []);
        if (named.length === 0) continue;
        const rows = await world().database.asSuperuser<{ name: string }>(
          `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
              and has_column_privilege($2, attrelid, attnum, 'update') order by attname`,
          [getTableName(table), role],
        );
        expect([getTableName(table), rows.map(({ name }) => name)]).toEqual([getTableName(table), named.toSorted()]);
      }
    }
  });

  test('every policy is for one of the two roles, and each table has those of its declaration', async () => {
    const policies = await world().database.asSuperuser<{ table: string; name: string; roles: string[] }>(
      `select tablename as "table", policyname as name, roles::text[] as roles from pg_policies where permissive = 'PERMISSIVE' and cmd = 'ALL' order by 1, 2`,
    );
    const declared = tables.flatMap((table) => {
      const { tenantColumn, system } = isolationOf(table);
      const name = getTableName(table);
      return [
        ...(system.length > 0 ? [{ table: name, name: 'system_access', roles: [SYSTEM_ROLE] }] : []),
        ...(tenantColumn === undefined ? [] : [{ table: name, name: 'tenant_isolation', roles: [APP_ROLE] }]),
      ];
    });
    const [all] = await world().database.asSuperuser<{ count: number }>('select count(*)::int as count from pg_policies');
    expect(policies).toEqual(declared.toSorted((a, b) => (a.table < b.table ? -1 : a.table > b.table ? 1 : a.name < b.name ? -1 : 1)));
    expect(all?.count).toBe(policies.length);
  });

  test('neither role can sign in, pass by row security, make anything, or become somebody else', async () => {
    const roles = await world().database.asSuperuser(
      `select rolname, rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as may,
              array(select roleid::regrole::text from pg_auth_members where member = pg_roles.oid) as "memberOf"
         from pg_roles where rolname = any($1) order by rolname`,
      [[...ROLES]],
    );
    expect(roles).toEqual(ROLES.map((rolname) => ({ rolname, may: false, memberOf: [] })));

    const owner = world().catalog[0]?.owner ?? '';
    const made = ['create table public.mine (id int)', 'create schema mine', 'create view public.mine as select 1', 'create role mine'];
    for (const role of ROLES) {
      const others = [owner, ...ROLES].filter((other) => other !== role).map((other) => `set role "${other}"`);
      expect(await refusedTo(world(), role, [...made, ...others])).toEqual([...made, ...others]);
    }
  });

  test('no schema but public is open to them, and there they create nothing', async () => {
    const schemas = await world().database.asSuperuser(
      `select r as role, nspname as schema, has_schema_privilege(r, nspname, 'create') as "mayCreate" from pg_namespace, unnest($1::text[]) r
        where has_schema_privilege(r, nspname, 'usage') and nspname <> 'information_schema' and nspname not like 'pg\\_%' order by 1, 2`,
      [[...ROLES]],
    );
    expect(schemas).toEqual(ROLES.map((role) => ({ role, schema: 'public', mayCreate: false })));
    expect(await world().database.asSuperuser('select * from pg_default_acl')).toEqual([]);
  });

  test('each role may call the functions that are meant for it', async () => {
    const callable = async (role: string) =>
      (
        await world().database.asSuperuser<{ name: string }>(
          `select proname as name from pg_proc p where ${IS_OURS} and has_function_privilege($1, p.oid, 'execute') order by 1`,
          [role],
        )
      ).map(({ name }) => name);
    expect(await callable(APP_ROLE)).toEqual(['foyer_advance_cursor', 'foyer_enqueue', 'foyer_note_effect']);
    expect(await callable(SYSTEM_ROLE)).toEqual([
      'foyer_advance_cursor',
      'foyer_enqueue',
      'foyer_fail_unknown_jobs',
      'foyer_free_jobs',
      'foyer_job_lockers',
      'foyer_note_effect',
      'foyer_number_events',
      'foyer_sweep_workers',
      'foyer_worker_beat',
    ]);
    const refused = ['select foyer_number_events(1)', `select foyer_sweep_workers('1 second', '1 second')`, `select foyer_free_jobs('{}')`];
    expect(await refusedTo(world(), APP_ROLE, refused)).toEqual(refused);
  });

  test('a function with its owner’s rights has an ordinary owner, a fixed search path, and is not for everybody', async () => {
    const definers = await world().database.asSuperuser<Record<string, unknown>>(
      `select p.oid::regprocedure::text as name, r.rolsuper or r.rolbypassrls as "isMighty",
              coalesce(array_to_string(p.proconfig, ';'), '') as settings, has_function_privilege('public', p.oid, 'execute') as "isForAll"
         from pg_proc p join pg_roles r on r.oid = p.proowner
        where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
    );
    expect(definers.length).toBeGreaterThan(0);
    const faults = definers.filter(
      ({ isMighty, settings, isForAll }) => isMighty || isForAll || !/^search_path=pg_catalog, (public, )?pg_temp$/.test(String(settings)),
    );
    expect(faults).toEqual([]);
    const forAll = await world().database.asSuperuser(
      `select proname from pg_proc p where ${IS_OURS} and has_function_privilege('public', p.oid, 'execute')`,
    );
    expect(forAll).toEqual([]);
  });

  test('every view keeps conditions of its callers behind its own', async () => {
    const views = await world().database.asSuperuser(
      `select relname as name, coalesce(array_to_string(reloptions, ','), '') as options from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'`,
    );
    expect(views).toEqual([{ name: 'foyer_dead_letters', options: 'security_barrier=true' }]);
  });

  test('what is only appended to is neither changed nor deleted, by anybody who works with it', async () => {
    const { attempts, ours, may, tenantTables } = world();
    const appendOnly = tenantTables.filter(({ name }) => may(name, 'insert') && !may(name, 'update') && !may(name, 'delete'));
    expect(appendOnly.map(({ name }) => name)).toEqual(['audit_entries', 'events', 'extraction_field_history']);
    for (const table of appendOnly) {
      const [, update = '', remove = ''] = everyStatement(table);
      await attempts.as(APP_ROLE, ours.tenantId, async (session) => {
        const { text, values } = insertStatement(table.name, newRow(table, ours));
        expect(await session.try(text, values)).toMatchObject({ count: 1 });
        for (const statement of [update, remove]) expect(await session.try(statement)).toMatchObject({ refused: INSUFFICIENT_PRIVILEGE });
      });
      await attempts.as(SYSTEM_ROLE, undefined, async (session) => {
        // Audit entries are removed by the system once their time is over; `tampering.test.ts` tries what else is missing.
        const refused = table.name === 'audit_entries' ? [update] : [update, remove];
        for (const statement of refused) expect(await session.try(statement)).toMatchObject({ refused: INSUFFICIENT_PRIVILEGE });
      });
    }
  });
}

/** Functions in `public` that no extension brought along. */
const IS_OURS = `p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

/** Those of the statements that are refused to a session that is `role` from the start, and not the owner in that role. */
async function refusedTo({ database }: TableWorld, role: string, statements: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.superuserConnectionString });
  await client.connect();
  try {
    await client.query(`set session authorization ${role}`);
    const refused: string[] = [];
    for (const statement of statements) {
      const code = await client.query(`begin; ${statement}`).then(
        () => undefined,
        (error: { code?: string }) => error.code,
      );
      await client.query('rollback');
      if (code === INSUFFICIENT_PRIVILEGE) refused.push(statement);
    }
    return refused;
  } finally {
    await client.end();
  }
}
