import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { parseMasterKeys } from '#platform/crypto/master-keys.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { newId } from '#platform/ids.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { createChainKeys } from './audit-chain.ts';
import { expireAuditEntries } from './expire-entries.ts';
import { INSTALLATION_LOG } from './installation-log.ts';
import { createAuditPort } from './record-entries.ts';
import { sealWaitingEntries } from './seal-chain.ts';
import { verifyChains } from './verify-chain.ts';

const KEY = '1'.repeat(64);
const OTHER_KEY = '2'.repeat(64);
const BEGUN_UNKNOWN = 'the log of the installation does not know that the chain was begun';
const YEAR_MS = 366 * 24 * 3_600_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  return () => database.close();
});

/** A log of one tenant with five sealed entries. Everything is gone when the test ends. */
async function aLog() {
  const clock = createFakeClock(new Date('2026-03-01T09:00:00Z'));
  const unitOfWork = database.unitOfWork({ audit: createAuditPort(clock) });
  const scope = grantTenantScope(newId(), { kind: 'person', id: newId() });
  const keys = createChainKeys(parseMasterKeys(KEY));
  const write = () =>
    unitOfWork.write(scope, async (tx) => tx.audit({ action: 'ticket.read', subject: { id: newId() }, facts: { b: 1, a: 'x' } }));
  const seal = (masterKeys = KEY) => sealWaitingEntries({ unitOfWork, keys: createChainKeys(parseMasterKeys(masterKeys)), clock });
  const verify = (masterKeys = KEY) => verifyChains({ unitOfWork, keys: createChainKeys(parseMasterKeys(masterKeys)), clock });
  onTestFinished(async () => {
    await database.asSuperuser('delete from audit_entries');
    await database.asSuperuser('delete from audit_chain_heads');
  });
  for (let count = 0; count < 5; count += 1) await write();
  await seal();
  return {
    tenantId: scope.tenantId,
    clock,
    write,
    seal,
    verify,
    expire: () =>
      expireAuditEntries({ unitOfWork, keys, clock }).run(
        {},
        { scope: undefined, jobId: '1', attempt: 1, maxAttempts: 1, signal: new AbortController().signal, logger: silentLogger },
      ),
    /** What is wrong with the tenant's log. */
    fault: async (masterKeys = KEY) => (await verify(masterKeys)).find(({ chainId }) => chainId === scope.tenantId)?.fault,
    faults: async () => (await verify()).flatMap(({ fault }) => fault ?? []),
    /** As an administrator of the database. */
    tamper: (sql: string) => database.asSuperuser<{ kept?: object }>(sql.replaceAll('$tenant', `'${scope.tenantId}'`)),
  };
}

describe('verification of the audit log', () => {
  test('accepts what nobody has touched, sealed in several batches and under several keys', async () => {
    const log = await aLog();
    await log.write();
    await log.seal(`${OTHER_KEY},${KEY}`);

    const verified = await log.verify(`${OTHER_KEY},${KEY}`);
    expect(verified.find(({ chainId }) => chainId === log.tenantId)).toMatchObject({ intact: 6, waiting: 0, lastSeq: 6, fault: undefined });
    expect(verified.find(({ chainId }) => chainId === INSTALLATION_LOG)).toMatchObject({ fault: undefined });
  });

  const CHANGES: Record<string, string> = {
    id: 'gen_random_uuid()',
    created_at: `created_at + interval '1 millisecond'`,
    updated_at: `updated_at + interval '1 millisecond'`,
    actor_kind: `'system'`,
    actor_id: 'null',
    action: `'ticket.updated'`,
    subject_kind: `'contact'`,
    subject_id: 'null',
    subject_ids: `'{}'`,
    outcome: `'refused'`,
    channel: `'job'`,
    ip: `'10.0.0.1'`,
    user_agent: `'another'`,
    request_id: `'another'`,
    facts: `'{"a": "y", "b": 1}'`,
    hash: `repeat('a', 64)`,
    key_id: `'00000000'`,
  };

  test('knows every column of an entry', async () => {
    const columns = await database.asSuperuser<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'audit_entries'::regclass and attnum > 0 and not attisdropped`,
    );
    expect(columns.map(({ name }) => name).toSorted()).toEqual([...Object.keys(CHANGES), 'chain_seq', 'tenant_id'].toSorted());
  });

  test.each(Object.entries(CHANGES))('finds a change of %s', async (column, value) => {
    const log = await aLog();
    await log.tamper(`update audit_entries set ${column} = ${value} where tenant_id = $tenant and chain_seq = 3`);
    expect(await log.fault()).toMatch(/^entry 3 (was changed|is sealed under key 00000000)/);
  });

  test.each([
    ['the first entry removed', 'delete from audit_entries where tenant_id = $tenant and chain_seq = 1', /^entry 1 is missing/],
    ['one in the middle removed', 'delete from audit_entries where tenant_id = $tenant and chain_seq = 3', /^entry 3 is missing/],
    ['the newest removed', 'delete from audit_entries where tenant_id = $tenant and chain_seq = 5', /^entry 5 is missing/],
    ['all of them removed', 'delete from audit_entries where tenant_id = $tenant', /^entry 1 is missing/],
    [
      'an entry given to another log',
      'update audit_entries set tenant_id = gen_random_uuid() where tenant_id = $tenant and chain_seq = 2',
      /^entry 2 is missing/,
    ],
    [
      'one taken out of the chain, so that it is sealed anew',
      'update audit_entries set chain_seq = null, hash = null, key_id = null where tenant_id = $tenant and chain_seq = 2',
      /^entry 2 is missing/,
    ],
    [
      'two that changed places',
      `update audit_entries set chain_seq = 100 where tenant_id = $tenant and chain_seq = 2;
       update audit_entries set chain_seq = 2 where tenant_id = $tenant and chain_seq = 3;
       update audit_entries set chain_seq = 3 where tenant_id = $tenant and chain_seq = 100`,
      /^entry 2 was changed, or is not in its place/,
    ],
    [
      'one put before the beginning',
      `insert into audit_entries select (jsonb_populate_record(e, '{"chain_seq": 0}'::jsonb || jsonb_build_object('id', gen_random_uuid()))).*
         from audit_entries e where tenant_id = $tenant and chain_seq = 1`,
      /^entry 0 stands before the beginning/,
    ],
    [
      'one put behind the end',
      `insert into audit_entries select (jsonb_populate_record(e, '{"chain_seq": 6}'::jsonb || jsonb_build_object('id', gen_random_uuid()))).*
         from audit_entries e where tenant_id = $tenant and chain_seq = 5`,
      /^entry 6 stands behind the end/,
    ],
    [
      'the newest removed, with a head that was moved back',
      `delete from audit_entries where tenant_id = $tenant and chain_seq = 5;
       update audit_chain_heads set last_seq = 4, last_hash = (select hash from audit_entries where tenant_id = $tenant and chain_seq = 4)
        where chain_id = $tenant`,
      /^the head of the chain was changed/,
    ],
    [
      'the oldest removed, with a beginning that was moved forward',
      `update audit_chain_heads set first_seq = 2, start_hash = (select hash from audit_entries where tenant_id = $tenant and chain_seq = 1)
        where chain_id = $tenant;
       delete from audit_entries where tenant_id = $tenant and chain_seq = 1`,
      /^the head of the chain was changed/,
    ],
    ['the head removed', 'delete from audit_chain_heads where chain_id = $tenant', /^the head of the chain is missing/],
    [
      'the whole chain removed with its head',
      'delete from audit_entries where tenant_id = $tenant; delete from audit_chain_heads where chain_id = $tenant',
      /^the whole chain is missing/,
    ],
  ])('finds %s', async (_what, sql, fault) => {
    const log = await aLog();
    await log.tamper(sql);
    expect(await log.fault()).toMatch(fault);
  });

  test('finds a chain that was begun anew after the first one was removed', async () => {
    const log = await aLog();
    await log.tamper('delete from audit_entries where tenant_id = $tenant; delete from audit_chain_heads where chain_id = $tenant');
    await log.write();
    await log.seal();
    expect(await log.fault()).toMatch(/begun a second time/);
  });

  test('finds the log of the installation missing', async () => {
    const log = await aLog();
    await log.tamper(`delete from audit_entries where tenant_id = '${INSTALLATION_LOG}'`);
    expect(await log.faults()).toContain('entry 1 is missing, and all after it up to entry 1');
  });

  test('finds an entry that comes from a time which was undone by putting the database back', async () => {
    const log = await aLog();
    const [head] = await log.tamper('select to_jsonb(h) as kept from audit_chain_heads h where chain_id = $tenant');
    const sealOne = async () => {
      await log.write();
      await log.seal();
    };
    await sealOne();
    const [undone] = await log.tamper('select to_jsonb(e) as kept from audit_entries e where tenant_id = $tenant and chain_seq = 6');
    await log.tamper(
      'delete from audit_entries where tenant_id = $tenant and chain_seq = 6; delete from audit_chain_heads where chain_id = $tenant',
    );
    await log.tamper(
      `insert into audit_chain_heads select * from jsonb_populate_record(null::audit_chain_heads, '${JSON.stringify(head?.kept)}')`,
    );
    await sealOne();
    await sealOne();
    expect(await log.fault()).toBeUndefined();

    await log.tamper('delete from audit_entries where tenant_id = $tenant and chain_seq = 6');
    await log.tamper(
      `insert into audit_entries select * from jsonb_populate_record(null::audit_entries, '${JSON.stringify(undone?.kept)}')`,
    );
    expect(await log.fault()).toMatch(/^entry 7 was changed, or is not in its place/);
  });

  test('finds that the installation was made to forget a chain, or that its own was begun anew', async () => {
    const log = await aLog();
    await log.tamper(`delete from audit_entries where tenant_id = '${INSTALLATION_LOG}'`);
    await log.tamper(`delete from audit_chain_heads where chain_id = '${INSTALLATION_LOG}'`);
    expect(await log.faults()).toEqual([BEGUN_UNKNOWN]);
    const other = await aLog();
    expect(await other.faults()).toEqual([BEGUN_UNKNOWN]);
  });

  test('finds what was kept from being sealed', async () => {
    const log = await aLog();
    await log.write();
    expect(await log.fault()).toBeUndefined();
    await log.clock.advance(61_000);
    expect(await log.fault()).toMatch(/^1 of the entries after entry 5 have waited/);
  });

  test('says so where the key is not known, and takes no chain that another key has made', async () => {
    const log = await aLog();
    expect(await log.fault(OTHER_KEY)).toMatch(/which FOYER_MASTER_KEY does not hold/);
  });
});

describe('keeping entries for six years', () => {
  test('removes what is older, and what is left verifies', async () => {
    const log = await aLog();
    await log.clock.advance(3 * YEAR_MS);
    await log.write();
    await log.seal();
    await log.clock.advance(3 * YEAR_MS);
    await log.expire();
    await log.seal();

    expect(await log.faults()).toEqual([]);
    const left = await database.asSuperuser<{ action: string }>(
      `select action from audit_entries where tenant_id = '${log.tenantId}' order by chain_seq`,
    );
    expect(left.map(({ action }) => action)).toEqual(['ticket.read', 'audit.expired']);

    await log.tamper('delete from audit_entries where tenant_id = $tenant and chain_seq = 6');
    expect(await log.fault()).toMatch(/^entry 6 is missing/);
  });

  test('leaves what is not old enough', async () => {
    const log = await aLog();
    await log.clock.advance(5 * YEAR_MS);
    await log.expire();
    expect((await log.verify()).find(({ chainId }) => chainId === log.tenantId)?.intact).toBe(5);
  });
});
