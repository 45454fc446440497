import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM_ROLE } from '#platform/db/roles.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { selectDeadLetters } from '#platform/jobs/dead-letters.repository.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { INSUFFICIENT_PRIVILEGE } from './attempt.ts';
import { type CatalogTable, privilegesOf, readCatalog } from './catalog.ts';
import { serverVersion } from './figures.ts';
import { createLookUpWorld, differences, type LookUpWorld, type Snapshot, snapshot } from './look-up-world.ts';
import { lookUps } from './look-ups.ts';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));
/** A function whose first argument is a transaction that carries no tenant. */
const TAKES_SYSTEM = /export (?:async )?(?:function|const) (\w+)[^;{]*?\(\s*tx: (?:[^,)]*\bSystemTransaction\b|AnyTransaction\b)/g;

describe('look-ups before a tenant is known', () => {
  let database: TestDatabase;
  let catalog: CatalogTable[];
  let worldOf: (stored: Snapshot) => LookUpWorld;
  let rowsCompared = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    catalog = await readCatalog(database);
    worldOf = await createLookUpWorld(database, catalog);
  });
  afterAll(() => database?.close());

  test('every function of a repository that needs no tenant is tried below', () => {
    const found = globSync('**/*.repository.ts', { cwd: SOURCES }).flatMap((file) =>
      [...readFileSync(SOURCES + file, 'utf8').matchAll(TAKES_SYSTEM)].map(([, name = '']) => name),
    );
    expect(found.length).toBeGreaterThan(30);
    expect(found.toSorted()).toEqual(Object.keys(lookUps).toSorted());
  });

  test.each(Object.entries(lookUps))('%s brings to light and changes what it is for, and nothing else', async (_, lookUp) => {
    const before = await snapshot(database, catalog);
    const world = worldOf(before);
    const result = await database.unitOfWork().system((tx) => lookUp.call(tx, world));
    expect(result).toEqual(lookUp.returns?.(world));
    expect(differences(world, before, await snapshot(database, catalog))).toEqual(lookUp.changes ?? []);
    rowsCompared += [...before.values()].reduce((sum, rows) => sum + rows.size, 0);
  });

  test('dead letters that a tenant asks for are its own, without what they carry', async () => {
    const { ours } = worldOf(await snapshot(database, catalog));
    const scope = grantTenantScope(ours.tenantId, { kind: 'system' });
    const letters = await database.unitOfWork().read(scope, (tx) => selectDeadLetters(tx, { limit: 10 }));
    expect(letters.map(({ tenantId }) => tenantId)).toEqual([ours.tenantId]);
    expect(JSON.stringify(letters)).not.toContain('secret');
  });

  test('in a table that it has no policy for, the system sees nothing, even if it were granted the right to look', async ({ task }) => {
    const allowed = await privilegesOf(database, SYSTEM_ROLE);
    const closed = catalog.filter(({ name }) => allowed[name] === undefined).map(({ name }) => name);
    expect(closed).toEqual(expect.arrayContaining(['contacts', 'conversations', 'messages', 'tickets']));
    const client = await database.database.connect();
    try {
      for (const table of closed) {
        const refused = await client.query(`begin; set local role ${SYSTEM_ROLE}; select * from "${table}"`).catch((error) => error);
        await client.query('rollback');
        expect([table, refused.code]).toEqual([table, INSUFFICIENT_PRIVILEGE]);
        await client.query(`begin; grant select on "${table}" to ${SYSTEM_ROLE}; set local role ${SYSTEM_ROLE}`);
        const { rowCount } = await client.query(`select * from "${table}"`);
        await client.query('rollback');
        expect([table, rowCount]).toEqual([table, 0]);
      }
    } finally {
      client.release();
    }
    task.meta.lookUpFigures = { server: await serverVersion(database), lookUps: Object.keys(lookUps).length, rowsCompared };
  });
});
