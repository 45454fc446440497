import type { TestDatabase } from '#test/test-database.ts';
import { createFamily, type Family } from './any-row.ts';
import type { CatalogTable } from './catalog.ts';

type Row = Record<string, unknown>;

/** What stands in the rows of two tenants, each of whom has one in every table. */
export interface LookUpWorld {
  ours: Rows;
  theirs: Rows;
}

export interface Rows {
  tenantId: string;
  /** The id of the tenant's row in a table. */
  id(table: string): string;
  /** The id of the second row of a table of the installation. */
  spare(table: string): string;
  text(table: string, column: string): string;
  /** These columns of the row, or all of them, by their names in the code. */
  pick(table: string, ...columns: string[]): Row;
}

/** Fills the database. @returns the two tenants as a snapshot has them */
export async function createLookUpWorld(
  database: TestDatabase,
  catalog: readonly CatalogTable[],
): Promise<(stored: Snapshot) => LookUpWorld> {
  const [ours, theirs] = [await createFamily(database, catalog), await createFamily(database, catalog)];
  await database.asSuperuser(setting(ours, theirs));
  await addDeadLetters(database, [ours, theirs]);
  return (stored) => ({ ours: rowsOf(ours, stored), theirs: rowsOf(theirs, stored) });
}

/** What look-ups are about, where chance would not make it: numbered events, turns that wait or run, a file that a message has used, an old failed sign-in. */
const setting = (ours: Family, theirs: Family): string => `
  update events set position = 1, type = 'ours' where id = '${ours.ids.events}';
  update events set position = 2, type = 'theirs' where id = '${theirs.ids.events}';
  update event_counters set last_position = 2 where name = 'position';
  update event_cursors set position = 0 where id = '${ours.ids.event_cursors}';
  update turns set status = 'waiting', claimable_at = now() - interval '1 minute' where id = '${ours.ids.turns}';
  update turns set status = 'running', lease_owner = '${theirs.tenantId}', lease_until = now() + interval '1 hour' where id = '${theirs.ids.turns}';
  update sign_ins set only_tenant_id = '${theirs.tenantId}' where id = '${theirs.ids.sign_ins}';
  update memberships set role = 'owner' where id = '${ours.ids.memberships}';
  update tenants set idle_sign_out_minutes = 30 where id = '${ours.tenantId}';
  update failed_sign_ins set last_failed_at = '2020-01-01' where id = '${theirs.spares.failed_sign_ins}';
  update one_time_codes set expires_at = '2020-01-01' where id = '${theirs.spares.one_time_codes}';
  update password_resets set expires_at = '2020-01-01' where id = '${theirs.spares.password_resets}';
  update pending_registrations set expires_at = '2020-01-01' where id = '${theirs.spares.pending_registrations}';
  update sign_on_attempts set expires_at = '2020-01-01' where id = '${theirs.spares.sign_on_attempts}';
  update sign_on_handovers set expires_at = '2020-01-01' where id = '${theirs.spares.sign_on_handovers}';
  update identity_providers set is_active = true where id = '${ours.ids.identity_providers}';
  update people set email_verified_at = null where id = '${ours.spares.people}';
  update privacy_requests set has_file = true, expires_at = now() where id = '${ours.ids.privacy_requests}';
  update idempotent_requests set created_at = '2020-01-01' where id = '${theirs.spares.idempotent_requests}';
  update files set message_id = id where id = '${theirs.ids.files}';
  update audit_entries set chain_seq = 1, hash = 'sealed', key_id = 'key', action = 'audit.chain-begun', subject_id = 'tenant', created_at = '2019-01-01' where id = '${ours.ids.audit_entries}';
  update audit_entries set chain_seq = null, created_at = '2026-01-01' where id = '${theirs.ids.audit_entries}';
  update audit_chain_heads set chain_id = '${ours.tenantId}', first_seq = 1 where id = '${ours.ids.audit_chain_heads}';
  update event_failures set parked_at = now() where id = '${theirs.ids.event_failures}'`;

async function addDeadLetters(database: TestDatabase, families: readonly Family[]): Promise<void> {
  for (const { tenantId } of families) {
    await database.asSuperuser(
      `begin; set local foyer.tenant_id = '${tenantId}'; select foyer_enqueue('remind', '{"secret":"content"}', now(), null, 1); commit`,
    );
  }
  await database.asSuperuser(`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'gave up'`);
}

export type Snapshot = Map<string, Map<string, Row>>;

/** Every row of every table, by table and id. */
export async function snapshot({ asSuperuser }: TestDatabase, catalog: readonly CatalogTable[]): Promise<Snapshot> {
  const tables: Snapshot = new Map();
  for (const { name } of catalog) {
    const rows = await asSuperuser<Row>(`select * from "${name}"`);
    tables.set(name, new Map(rows.map((row) => [String(row.id), row])));
  }
  return tables;
}

/** What became different, in words: `changed apps of ours: name`, `added people`, `removed sign_ins of theirs`. When a row was touched says nothing. */
export function differences({ ours, theirs }: LookUpWorld, before: Snapshot, after: Snapshot): string[] {
  const owner = (table: string, id: string) => {
    if (id === ours.id(table)) return ' of ours';
    if (id === theirs.id(table)) return ' of theirs';
    return id === ours.spare(table) ? ' of ours (spare)' : id === theirs.spare(table) ? ' of theirs (spare)' : '';
  };
  return [...after].flatMap(([table, rows]) => {
    const old = before.get(table) ?? new Map<string, Row>();
    const removed = [...old.keys()].filter((id) => !rows.has(id)).map((id) => `removed ${table}${owner(table, id)}`);
    const added = [...rows.keys()].filter((id) => !old.has(id)).map(() => `added ${table}`);
    const changed = [...rows].flatMap(([id, row]) => {
      const columns = Object.keys(row).filter((column) => column !== 'updated_at' && differs(row[column], old.get(id)?.[column]));
      return old.has(id) && columns.length > 0 ? [`changed ${table}${owner(table, id)}: ${columns.join(', ')}`] : [];
    });
    return [...removed, ...added, ...changed].toSorted();
  });
}

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);
const inCode = (column: string): string => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function rowsOf({ tenantId, ids, spares }: Family, stored: Snapshot): Rows {
  const id = (table: string) => ids[table] ?? '';
  const row = (table: string): Row => {
    const found = Object.entries(stored.get(table)?.get(id(table)) ?? {});
    return Object.fromEntries(found.map(([column, value]) => [inCode(column), value]));
  };
  return {
    tenantId,
    id,
    spare: (table) => spares[table] ?? '',
    text: (table, column) => String(row(table)[column]),
    pick: (table, ...columns) => {
      const all = row(table);
      return columns.length === 0 ? all : Object.fromEntries(columns.map((column) => [column, all[column]]));
    },
  };
}
