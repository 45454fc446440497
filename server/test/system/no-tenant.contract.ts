import { expect, test } from 'vitest';
import { APP_ROLE } from '#platform/db/roles.ts';
import { insertStatement, newRow } from './any-row.ts';
import { INSUFFICIENT_PRIVILEGE, touchedNothing } from './attempt.ts';
import { everyStatement, type TableWorld, told } from './table-world.ts';

const refused = { refused: INSUFFICIENT_PRIVILEGE };
/** PostgreSQL's code for text that is no UUID. */
const MALFORMED = '22P02';

/** What there is to see without a tenant: nothing, in any table. */
export function showsNothingWithoutTenant(world: () => TableWorld): void {
  test.each([
    ['no tenant', undefined],
    ['an empty tenant', ''],
    ['a tenant that does not exist', '00000000-0000-7000-8000-000000000000'],
  ])('with %s, a use case sees, changes and adds nothing', async (_, setting) => {
    const { attempts, tenantTables, ours } = world();
    for (const table of tenantTables) {
      await attempts.as(APP_ROLE, setting, async (session) => {
        for (const statement of everyStatement(table)) expect(await session.try(statement), statement).toSatisfy(touchedNothing);
        const { text, values } = insertStatement(table.name, newRow(table, ours));
        expect(await session.try(text, values), text).toMatchObject(refused);
      });
    }
  });

  test.each(['not an id', "' or true --", '%', '{}'])(
    'with the malformed tenant «%s», every statement fails and tells nothing of the rows',
    async (setting) => {
      const { attempts, tenantTables } = world();
      for (const table of tenantTables) {
        await attempts.as(APP_ROLE, setting, async (session) => {
          for (const statement of everyStatement(table)) {
            const outcome = await session.try(statement);
            const isMalformed = 'refused' in outcome && outcome.refused === MALFORMED && outcome.message.endsWith(`: "${setting}"`);
            expect(isMalformed || touchedNothing(outcome), `${statement}: ${told(outcome)}`).toBe(true);
          }
        });
      }
    },
  );

  test('a pooled connection that once had a tenant shows nothing afterwards', async () => {
    const { database, tenantTables, may, ours } = world();
    const pooled = await database.database.connect();
    try {
      for (const { name } of tenantTables.filter((table) => may(table.name, 'select'))) {
        await pooled.query(`begin; set local role ${APP_ROLE}; set local foyer.tenant_id = '${ours.tenantId}'`);
        const within = await pooled.query(`select * from "${name}"`);
        await pooled.query(`commit; begin; set local role ${APP_ROLE}`);
        const { rows } = await pooled.query(`select current_setting('foyer.tenant_id', true) as tenant`);
        const after = await pooled.query(`select * from "${name}"`);
        await pooled.query('rollback');
        expect([name, within.rowCount, rows[0]?.tenant, after.rowCount]).toEqual([name, 1, '', 0]);
      }
    } finally {
      pooled.release();
    }
  });

  test('the owner of the database, outside a unit of work, sees, changes and adds nothing in any table', async () => {
    const { attempts, catalog, ours } = world();
    for (const table of catalog) {
      await attempts.as(undefined, ours.tenantId, async (session) => {
        for (const statement of everyStatement(table)) expect(await session.try(statement), statement).toSatisfy(touchedNothing);
        const { text, values } = insertStatement(table.name, newRow(table, ours));
        expect(await session.try(text, values), text).toMatchObject(refused);
      });
    }
  });

  test('a use case is refused every table of the installation', async () => {
    const { attempts, catalog, ours } = world();
    const ofInstallation = catalog.filter(({ tenantColumn }) => tenantColumn === undefined);
    expect(ofInstallation.map(({ name }) => name)).toEqual(expect.arrayContaining(['people', 'sign_ins', 'refresh_tokens']));
    for (const table of ofInstallation) {
      await attempts.as(APP_ROLE, ours.tenantId, async (session) => {
        for (const statement of everyStatement(table)) expect(await session.try(statement), statement).toMatchObject(refused);
        const { text, values } = insertStatement(table.name, newRow(table, ours));
        expect(await session.try(text, values), text).toMatchObject(refused);
      });
    }
  });
}
