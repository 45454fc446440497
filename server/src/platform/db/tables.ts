import { type BuildExtraConfigColumns, getTableName } from 'drizzle-orm';
import type { PgColumnBuilderBase, PgTable, PgTableExtraConfigValue, PgTableWithColumns } from 'drizzle-orm/pg-core';
import { customType, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { newId } from '../ids.ts';

/** As it stands in a grant; `update (…)` names the only columns that may change. */
type Privilege = 'select' | 'insert' | 'update' | `update (${string})` | 'delete';

/** How a table is kept apart; `row-level-security.ts` turns it into policies and grants. */
export interface Isolation {
  /** The column that holds the tenant; undefined for tables of the whole installation, which use cases never see. */
  tenantColumn: string | undefined;
  /** What use cases (`foyer_app`) may do to rows of their tenant. */
  app: readonly Privilege[];
  /** What `foyer_system` may do to any row: only what numbering, sweeping and look-ups before a tenant is known need. */
  system: readonly Privilege[];
}

const isolations = new WeakMap<PgTable, Isolation>();
const ALL: readonly Privilege[] = ['select', 'insert', 'update', 'delete'];

/** A point in time with its zone, as `Date`; column names are the properties in snake case. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 });

/**
 * A JSON value of any kind, a bare text too, as jsonb. Drizzle's own jsonb reads texts that the driver has read already a second time, which
 * makes a number of "2125550187" and fails on "{".
 */
export const jsonValue = <Value>() =>
  customType<{ data: Value; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => value as Value,
  })();

const ownColumns = () => ({
  id: uuid().primaryKey().$defaultFn(newId),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment()
    .notNull()
    .defaultNow()
    .$onUpdateFn(() => new Date()),
});
const tenantColumns = () => ({ ...ownColumns(), tenantId: uuid().notNull() });

type Columns = Record<string, PgColumnBuilderBase>;
type OwnColumns = ReturnType<typeof ownColumns>;
type TenantColumns = ReturnType<typeof tenantColumns>;
type Built<C extends Columns> = ReturnType<typeof pgTable<string, C>>;
type Extras<C extends Columns> = (table: BuildExtraConfigColumns<string, C, 'pg'>) => PgTableExtraConfigValue[];

/**
 * A table whose rows belong to a tenant. Adds `id`, `tenantId`, `createdAt`, `updatedAt` and row-level security:
 * use cases see the rows of the tenant that their unit of work carries, and no others.
 */
export function tenantTable<C extends Columns>(
  name: string,
  columns: C,
  extras: Extras<C & TenantColumns> = () => [],
  access: Partial<Pick<Isolation, 'app' | 'system'>> = {},
): Built<C & TenantColumns> {
  const table = pgTable(name, { ...tenantColumns(), ...columns } as C & TenantColumns, extras as never) as Built<C & TenantColumns>;
  isolations.set(table as PgTable, { tenantColumn: 'tenant_id', app: access.app ?? ALL, system: access.system ?? [] });
  return table;
}

/** A table of the whole installation (people, sign-in sessions): only `foyer_system` reaches it. Adds `id`, `createdAt`, `updatedAt`. */
export function installationTable<C extends Columns>(
  name: string,
  columns: C,
  extras: Extras<C & OwnColumns> = () => [],
  access: Pick<Isolation, 'system'> = { system: ALL },
): Built<C & OwnColumns> {
  const table = pgTable(name, { ...ownColumns(), ...columns } as C & OwnColumns, extras as never) as Built<C & OwnColumns>;
  isolations.set(table as PgTable, { tenantColumn: undefined, app: [], system: access.system });
  return table;
}

/** The table of tenants itself: a tenant's use cases see their own row. */
export function tenantRootTable<C extends Columns>(
  name: string,
  columns: C,
  extras: Extras<C & OwnColumns> = () => [],
): Built<C & OwnColumns> {
  const table = pgTable(name, { ...ownColumns(), ...columns } as C & OwnColumns, extras as never) as Built<C & OwnColumns>;
  isolations.set(table as PgTable, { tenantColumn: 'id', app: ['select', 'update'], system: ALL });
  return table;
}

/** @throws {Error} for a table that was declared without isolation */
export function isolationOf(table: PgTable): Isolation {
  const isolation = isolations.get(table);
  if (!isolation)
    throw new Error(`Table ${getTableName(table)} was declared without tenant isolation: use tenantTable or installationTable.`);
  return isolation;
}

export type AnyTable = PgTableWithColumns<never> | PgTable;
