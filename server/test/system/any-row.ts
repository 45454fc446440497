import { newId } from '#platform/ids.ts';
import type { TestDatabase } from '#test/test-database.ts';
import type { CatalogColumn, CatalogTable } from './catalog.ts';

/** A row that can be inserted, by column. Values are texts, as PostgreSQL reads them. */
export type AnyRow = Record<string, string>;

/** One tenant with one row in every tenant table, and the rows of the installation that those refer to. */
export interface Family {
  tenantId: string;
  /** The id of its row, by table. */
  ids: Record<string, string>;
  /** A second row of each table of the installation, which none of the first rows refers to: new rows do, so that no unique key is in their way. */
  spares: Record<string, string>;
}

let counter = 0;

/** Tables with one row per person at most: the second row belongs to the second person. */
const ONE_PER_PERSON = new Set(['second_factors']);

/**
 * A value for a column of any type. Made from the catalog, so that a new table is tried without anybody listing it here.
 * @throws {Error} for a type that nobody has needed yet
 */
function someValue(table: string, { name, type, labels }: CatalogColumn): string {
  counter += 1;
  if (labels[0] !== undefined) return labels[0];
  if (type === 'uuid') return newId();
  if (type === 'text') return `${table}-${name}-${counter}`;
  if (type === 'boolean') return 'false';
  if (type === 'jsonb' || type === 'json') return '{}';
  if (['integer', 'bigint', 'smallint', 'numeric', 'double precision', 'real'].includes(type)) return String(counter);
  if (type.startsWith('timestamp') || type === 'date') return '2026-01-01T00:00:00Z';
  if (type.endsWith('[]')) return '{}';
  if (type === 'bytea') return '\\x00';
  if (type === 'interval') return '1 second';
  throw new Error(`Which value could ${table}.${name} take? Say so in any-row.ts for the type ${type}.`);
}

/** A row of `family` that is not there yet. What it refers to is the family's own; `parents` may say otherwise, by table. */
export function newRow(
  { name, tenantColumn, columns, references }: CatalogTable,
  family: Family,
  parents: Record<string, string> = {},
): AnyRow {
  const parentOf = (table: string) => parents[table] ?? family.spares[table] ?? family.ids[table];
  const row: AnyRow = {};
  for (const column of columns) {
    if (column.isRequired && !column.isGenerated) row[column.name] = someValue(name, column);
  }
  if (tenantColumn === 'tenant_id') row.tenant_id = family.tenantId;
  for (const { to, columns: own, toColumns } of references) {
    for (const [index, column] of own.entries()) {
      const parent = toColumns[index] === 'id' ? parentOf(to) : undefined;
      if (parent !== undefined && column !== 'tenant_id') row[column] = parent;
    }
  }
  return row;
}

export function insertStatement(table: string, row: AnyRow): { text: string; values: string[] } {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const places = names.map((_, index) => `$${index + 1}`);
  return { text: `insert into "${table}" (${names.join(', ')}) values (${places.join(', ')})`, values: Object.values(row) };
}

/** Fills every table: a row of this tenant in each that has tenants, a row in each of the installation's. */
export async function createFamily(database: TestDatabase, catalog: readonly CatalogTable[]): Promise<Family> {
  const tenantId = newId();
  const ids = Object.fromEntries(catalog.map(({ name, tenantColumn }) => [name, tenantColumn === 'id' ? tenantId : newId()]));
  const ofInstallation = catalog.filter(({ tenantColumn }) => tenantColumn === undefined);
  const spares = Object.fromEntries(ofInstallation.map(({ name }) => [name, newId()]));
  const family = { tenantId, ids, spares };
  for (const table of catalog) {
    await insertAsSuperuser(database, table.name, { ...newRow(table, family, ids), id: ids[table.name] ?? newId() });
  }
  for (const table of ofInstallation) {
    const parents = ONE_PER_PERSON.has(table.name) ? { ...ids, people: spares.people ?? '' } : ids;
    await insertAsSuperuser(database, table.name, { ...newRow(table, family, parents), id: spares[table.name] ?? newId() });
  }
  return family;
}

/** Without foreign keys, so that the order of tables does not matter. */
async function insertAsSuperuser({ asSuperuser }: TestDatabase, table: string, row: AnyRow): Promise<void> {
  const values = Object.values(row).map((value) => `'${value.replaceAll("'", "''")}'`);
  const names = Object.keys(row).map((name) => `"${name}"`);
  await asSuperuser(
    `begin; set local session_replication_role = replica; insert into "${table}" (${names.join(', ')}) values (${values.join(', ')}); commit`,
  );
}
