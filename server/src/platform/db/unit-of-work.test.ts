import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contacts } from '#contacts/contacts.tables.ts';
import { createTestDatabase, scopeOfNewTenant, type TestDatabase } from '#test/test-database.ts';
import { isDatabaseUnavailable, sqlStateOf } from './database-errors.ts';
import { grantTenantScope, type TenantScope } from './tenant-scope.ts';
import { assertOutsideUnitOfWork, type EventDraft, type TenantTransaction, type UnitOfWork } from './unit-of-work.ts';

let database: TestDatabase;
let unitOfWork: UnitOfWork;
const recorded: EventDraft[] = [];
let wakes = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  unitOfWork = database.unitOfWork({
    recordEvents: async (_db, _scope, drafts) => {
      if (drafts.some(({ type }) => type === 'cannot.be-recorded')) throw new Error('The event log is full.');
      recorded.push(...drafts);
    },
    eventsCommitted: () => {
      wakes += 1;
    },
  });
});
afterAll(() => database.close());

async function addContact(tx: TenantTransaction, name: string): Promise<string> {
  const [row] = await tx.insert(contacts).values({ name, tenantId: tx.scope.tenantId }).returning({ id: contacts.id });
  return row?.id ?? '';
}
const namesOf = async (scope: TenantScope) => {
  const rows = await unitOfWork.read(scope, (tx) => tx.select({ name: contacts.name }).from(contacts).orderBy(contacts.name));
  return rows.map(({ name }) => name);
};

describe('a unit of work', () => {
  test('is all or nothing', async () => {
    const clinic = scopeOfNewTenant();
    const failing = unitOfWork.write(clinic, async (tx) => {
      await addContact(tx, 'Ana');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await namesOf(clinic)).toEqual([]);
  });

  test('that swallows the error of a statement is not committed, and says so', async () => {
    const clinic = scopeOfNewTenant();
    const hooks: string[] = [];
    const swallowing = unitOfWork.write(clinic, async (tx) => {
      tx.afterCommit(() => hooks.push('told the visitor'));
      await addContact(tx, 'Ana');
      await tx.execute(sql`select 1 / 0`).catch(() => {});
      return 'stored';
    });
    await expect(swallowing).rejects.toThrow(/rolled back/);
    expect([await namesOf(clinic), hooks]).toEqual([[], []]);
  });

  test('sees the rows of its tenant, and only those, also on a connection that served another before', async () => {
    const [clinic, bakery] = [scopeOfNewTenant(), scopeOfNewTenant()];
    await unitOfWork.write(clinic, (tx) => addContact(tx, 'Ana'));
    for (let turn = 0; turn < 20; turn += 1) {
      expect(await namesOf(bakery)).toEqual([]);
      expect(await namesOf(clinic)).toEqual(['Ana']);
    }
    const { rows } = await database.database.pool.query(`select current_setting('foyer.tenant_id', true) as tenant, current_user as role`);
    expect(rows[0]?.tenant || null).toBeNull();
  });

  test('cannot write for another tenant', async () => {
    const [clinic, bakery] = [scopeOfNewTenant(), scopeOfNewTenant()];
    const foreign = unitOfWork.write(clinic, (tx) => tx.insert(contacts).values({ name: 'Eve', tenantId: bakery.tenantId }));
    expect(sqlStateOf(await foreign.catch((error: unknown) => error))).toBe('42501');
  });

  test('that reads cannot write, and sees one moment throughout', async () => {
    const clinic = scopeOfNewTenant();
    const writing = unitOfWork.read(clinic, (tx) => addContact(tx, 'Ana'));
    expect(sqlStateOf(await writing.catch((error: unknown) => error))).toBe('25006');

    await unitOfWork.read(clinic, async (tx) => {
      const before = await tx.select().from(contacts);
      await database.asSuperuser(`insert into contacts (id, tenant_id, name) values (gen_random_uuid(), $1, 'Bea')`, [clinic.tenantId]);
      expect(await tx.select().from(contacts)).toEqual(before);
    });
    expect(await namesOf(clinic)).toEqual(['Bea']);
  });

  test('within another is refused, and the outer one does not wait for it', async () => {
    const clinic = scopeOfNewTenant();
    const nested = unitOfWork.write(clinic, () => unitOfWork.read(clinic, async () => 'inner'));
    await expect(nested).rejects.toThrow('A second unit of work was called inside a unit of work');
    await expect(unitOfWork.system(() => unitOfWork.system(async () => 'inner'))).rejects.toThrow(/inside a unit of work/);
  });

  test('keeps network ports out, and those beside it or after it are free', async () => {
    const clinic = scopeOfNewTenant();
    const callPort = async () => assertOutsideUnitOfWork('The model');
    await expect(unitOfWork.read(clinic, callPort)).rejects.toThrow(/^The model was called inside a unit of work/);
    await expect(unitOfWork.read(clinic, () => Promise.resolve().then(callPort))).rejects.toThrow(/inside/);
    const [, beside] = await Promise.all([unitOfWork.read(clinic, async () => {}), callPort().then(() => 'free')]);
    expect(beside).toBe('free');
    await unitOfWork.write(clinic, async (tx) => tx.afterCommit(() => assertOutsideUnitOfWork('A hook')));
  });

  test('is not begun for a scope that carries no id', async () => {
    const forged = grantTenantScope(`' or true; --`, { kind: 'system' });
    await expect((async () => unitOfWork.read(forged, async () => {}))()).rejects.toThrow(/not an id/);
  });
});

describe('steps after the commit', () => {
  test('run in order once it has succeeded, whatever one of them throws', async () => {
    const ran: number[] = [];
    await unitOfWork.write(scopeOfNewTenant(), async (tx) => {
      tx.afterCommit(() => ran.push(1));
      tx.afterCommit(() => {
        throw new Error('nobody listens');
      });
      tx.afterCommit(() => ran.push(3));
      expect(ran).toEqual([]);
    });
    expect(ran).toEqual([1, 3]);
  });

  test('do not run after a rollback', async () => {
    const ran: number[] = [];
    const failing = unitOfWork.write(scopeOfNewTenant(), async (tx) => {
      tx.afterCommit(() => ran.push(1));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(ran).toEqual([]);
  });
});

describe('events', () => {
  test('are recorded with the commit, and whoever numbers them is woken after it', async () => {
    recorded.length = 0;
    wakes = 0;
    await unitOfWork.write(scopeOfNewTenant(), async (tx) => tx.emit({ type: 'contact.created', subject: {} }));
    await unitOfWork.write(scopeOfNewTenant(), async () => {});
    expect([recorded.map(({ type }) => type), wakes]).toEqual([['contact.created'], 1]);
  });

  test('that cannot be recorded take what happened with them', async () => {
    const clinic = scopeOfNewTenant();
    const failing = unitOfWork.write(clinic, async (tx) => {
      await addContact(tx, 'Ana');
      tx.emit({ type: 'cannot.be-recorded', subject: {} });
    });
    await expect(failing).rejects.toThrow('The event log is full.');
    expect(await namesOf(clinic)).toEqual([]);
  });
});

describe('a deadlock', () => {
  test('is tried again: both get through, and each step after the commit runs once', async () => {
    const clinic = scopeOfNewTenant();
    const [a, b] = await unitOfWork.write(clinic, async (tx) => [await addContact(tx, 'a'), await addContact(tx, 'b')]);
    const hooks: string[] = [];
    let attempts = 0;
    let holding = 0;
    let release: () => void = () => {};
    const bothHold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const rename = (first: string, second: string, name: string) =>
      unitOfWork.write(clinic, async (tx) => {
        attempts += 1;
        tx.afterCommit(() => hooks.push(name));
        await tx.update(contacts).set({ name }).where(eq(contacts.id, first));
        holding += 1;
        if (holding === 2) release();
        await bothHold;
        await tx.update(contacts).set({ name }).where(eq(contacts.id, second));
      });

    await Promise.all([rename(a ?? '', b ?? '', 'x'), rename(b ?? '', a ?? '', 'y')]);
    expect(attempts).toBe(3);
    expect(hooks.sort()).toEqual(['x', 'y']);
    expect(new Set(await namesOf(clinic)).size).toBe(1);
  });

  test('that never ends is given up after three attempts', async () => {
    let attempts = 0;
    const failing = unitOfWork.write(scopeOfNewTenant(), async (tx) => {
      attempts += 1;
      await tx.execute(sql`do $$ begin raise exception using errcode = '40P01'; end $$`);
    });
    expect(sqlStateOf(await failing.catch((error: unknown) => error))).toBe('40P01');
    expect(attempts).toBe(3);
  });
});

describe('a connection that is cut', () => {
  test('in the middle fails its unit of work as “away”, and the next one has another', async () => {
    const clinic = scopeOfNewTenant();
    const cut = unitOfWork.write(clinic, async (tx) => {
      await addContact(tx, 'Ana');
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await database.asSuperuser('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await addContact(tx, 'Bea');
    });
    expect(isDatabaseUnavailable(await cut.catch((error: unknown) => error))).toBe(true);
    expect(await namesOf(clinic)).toEqual([]);
  });

  test('while idle in the pool is not handed out', async () => {
    const clinic = scopeOfNewTenant();
    await Promise.all([namesOf(clinic), namesOf(clinic), namesOf(clinic)]);
    await database.asSuperuser(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'foyer'`,
    );
    // The pool hears of it with the next turn of the loop; a connection that it has not heard of yet fails as “away”.
    await expect.poll(() => namesOf(clinic).catch(() => 'away')).toEqual([]);
  });
});
