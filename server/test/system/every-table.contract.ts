import { getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { tables } from '#app/tables.ts';
import { APP_ROLE } from '#platform/db/roles.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { type AnyRow, type Family, insertStatement, newRow } from './any-row.ts';
import { type Outcome, type Session, touchedNothing } from './attempt.ts';
import { faultUnlessNoRow, faultUnlessNothing, faultUnlessRefused, type TableWorld, type TenantTable, told } from './table-world.ts';

/** What a use case of one tenant can do to another's rows, tried on every table that the database has; nothing is listed by hand. */
export function keepsTenantsApart(world: () => TableWorld): void {
  /** A statement that may touch our one row, where the role may run it at all. */
  const onlyOurs = ({ name }: TenantTable, privilege: string, outcome: Outcome): string | undefined => {
    if (!world().may(name, privilege)) return touchedNothing(outcome) ? undefined : `${privilege} without the right: ${told(outcome)}`;
    if ('refused' in outcome) return `our own row could not be reached: ${told(outcome)}`;
    return outcome.count === 1 ? undefined : `${outcome.count} rows instead of our one`;
  };
  const insert = (session: Session, { name }: TenantTable, row: AnyRow, more = '') => {
    const { text, values } = insertStatement(name, row);
    return session.try(text + more, values);
  };

  test('the tables are those of app/tables.ts, all with row security enabled and forced', () => {
    const { catalog, tenantTables } = world();
    expect(catalog.map(({ name }) => name)).toEqual(tables.map(getTableName).sort());
    expect(catalog.filter(({ rowSecurity, forced }) => !rowSecurity || !forced).map(({ name }) => name)).toEqual([]);
    expect(tenantTables.length).toBeGreaterThan(0);
  });

  test('a use case sees the row of its tenant, and no other', async () => {
    const { leaksOf, theirs } = world();
    const found = await leaksOf('select from', async (session, table) => [
      onlyOurs(table, 'select', await session.try(`select * from "${table.name}"`)),
      onlyOurs(table, 'update', await session.try(`select * from "${table.name}" for update`)),
      faultUnlessNothing(await session.try(`select * from "${table.name}" where "${table.tenantColumn}" = '${theirs.tenantId}'`)),
      faultUnlessNothing(await session.try(`select * from "${table.name}" where id = '${theirs.ids[table.name]}'`)),
    ]);
    expect(found).toEqual([]);
  });

  test('a use case adds rows for its own tenant alone, and overwrites none of another', async () => {
    const { leaksOf, ours, theirs } = world();
    const found = await leaksOf('insert into', async (session, table) => {
      const withTheirId = { ...newRow(table, ours), id: theirs.ids[table.name] ?? '' };
      return [
        onlyOurs(table, 'insert', await insert(session, table, newRow(table, ours))),
        faultUnlessRefused(await insert(session, table, newRow(table, theirs))),
        faultUnlessNoRow(await insert(session, table, withTheirId, ' on conflict (id) do nothing returning *')),
        faultUnlessRefused(await insert(session, table, withTheirId, ' on conflict (id) do update set updated_at = now()')),
      ];
    });
    expect(found).toEqual([]);
  });

  test('a use case changes and deletes rows of its own tenant alone', async () => {
    const { leaksOf, theirs } = world();
    const found = await leaksOf('change', async (session, table) => {
      const ofTheirs = `where "${table.tenantColumn}" = '${theirs.tenantId}'`;
      return [
        faultUnlessNothing(await session.try(`update "${table.name}" set updated_at = now() ${ofTheirs}`)),
        onlyOurs(table, 'update', await session.try(`update "${table.name}" set updated_at = now()`)),
        faultUnlessNothing(await session.try(`delete from "${table.name}" ${ofTheirs}`)),
        onlyOurs(table, 'delete', await session.try(`delete from "${table.name}"`)),
        faultUnlessRefused(await session.try(`truncate "${table.name}" cascade`)),
      ];
    });
    expect(found).toEqual([]);
  });

  test('no row moves from one tenant to another, in either direction', async () => {
    const { leaksOf, ours, theirs } = world();
    const found = await leaksOf('move', async (session, table) => {
      const to = ({ tenantId }: Family) => `update "${table.name}" set "${table.tenantColumn}" = '${tenantId}'`;
      return [
        faultUnlessRefused(await session.try(to(theirs))),
        faultUnlessNothing(await session.try(`${to(ours)} where id = '${theirs.ids[table.name]}'`)),
      ];
    });
    expect(found).toEqual([]);
  });

  test('no row refers to a row of another tenant', async () => {
    const { leaksOf, tenantTables, ours, theirs } = world();
    const ofTenants = new Set(tenantTables.filter(({ tenantColumn }) => tenantColumn === 'tenant_id').map(({ name }) => name));
    const found = await leaksOf('insert into', async (session, table) => {
      const faults: (string | undefined)[] = [];
      for (const { to } of table.references.filter((reference) => ofTenants.has(reference.to))) {
        const outcome = await insert(session, table, newRow(table, ours, { [to]: theirs.ids[to] ?? '' }));
        faults.push('refused' in outcome ? undefined : `a row of ours refers to a row of theirs in ${to}`);
      }
      return faults;
    });
    expect(found).toEqual([]);
  });

  test('what was tried on the rows of another tenant has not happened, also after a commit', async () => {
    const { attempts, tenantTables, ours, theirs } = world();
    const before = await rowsOf(world(), theirs);
    for (const { name } of tenantTables) {
      const theirRow = `where id = '${theirs.ids[name]}'`;
      const tried = async (session: Session) => {
        await session.try(`update "${name}" set updated_at = now() ${theirRow}`);
        await session.try(`delete from "${name}" ${theirRow}`);
      };
      await attempts.as(APP_ROLE, ours.tenantId, tried, 'commit');
    }
    expect(await rowsOf(world(), theirs)).toEqual(before);
    expect(before.size).toBe(tenantTables.length);
  });

  test('a unit of work sees the same as these attempts', async () => {
    const { database, ours } = world();
    const scope = grantTenantScope(ours.tenantId, { kind: 'system' });
    const seen = await database.unitOfWork().read(scope, (tx) => tx.execute('select id from contacts'));
    expect(seen.rows).toEqual([{ id: ours.ids.contacts }]);
  });
}

/** All that a tenant has, as text, by table. */
async function rowsOf({ database, tenantTables }: TableWorld, { tenantId }: Family): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name, tenantColumn } of tenantTables) {
    const rows = await database.asSuperuser<{ row: string }>(
      `select t::text as row from "${name}" t where "${tenantColumn}" = $1 order by id`,
      [tenantId],
    );
    if (rows.length > 0) found.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return found;
}
