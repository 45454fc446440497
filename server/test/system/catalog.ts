import type { TestDatabase } from '#test/test-database.ts';

/** What the database itself says about a table of ours; never what our own declarations say. */
export interface CatalogTable {
  name: string;
  rowSecurity: boolean;
  forced: boolean;
  owner: string;
  /** The column by which its rows belong to a tenant; undefined for tables of the whole installation. */
  tenantColumn: 'tenant_id' | 'id' | undefined;
  columns: CatalogColumn[];
  references: CatalogReference[];
}

export interface CatalogColumn {
  name: string;
  /** As PostgreSQL writes it, such as `text[]`. */
  type: string;
  /** Labels of an enum, in order; empty for other types. */
  labels: string[];
  isRequired: boolean;
  /** The database fills it in by itself. */
  isGenerated: boolean;
}

/** A foreign key, column by column. */
export interface CatalogReference {
  name: string;
  to: string;
  columns: string[];
  toColumns: string[];
}

const TABLES = `
  select c.relname as name, c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'f')
   order by c.relname`;

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
         coalesce((select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = a.atttypid), '{}') as labels,
         a.attnotnull and not a.atthasdef as "isRequired", a.attgenerated <> '' or a.attidentity <> '' as "isGenerated"
    from pg_attribute a join pg_class c on c.oid = a.attrelid
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'f') and a.attnum > 0 and not a.attisdropped
   order by c.relname, a.attnum`;

const REFERENCES = `
  select f.conrelid::regclass::text as "table", f.conname as name, f.confrelid::regclass::text as "to",
         array(select a.attname::text from unnest(f.conkey) with ordinality k(n, i)
                 join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.n order by k.i) as columns,
         array(select a.attname::text from unnest(f.confkey) with ordinality k(n, i)
                 join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.n order by k.i) as "toColumns"
    from pg_constraint f
   where f.contype = 'f' and f.connamespace = 'public'::regnamespace`;

type InTable<T> = T & { table: string };

/** Every table in the schema `public`. */
export async function readCatalog({ asSuperuser }: Pick<TestDatabase, 'asSuperuser'>): Promise<CatalogTable[]> {
  const tables = await asSuperuser<Omit<CatalogTable, 'columns' | 'references' | 'tenantColumn'>>(TABLES);
  const columns = await asSuperuser<InTable<CatalogColumn>>(COLUMNS);
  const references = await asSuperuser<InTable<CatalogReference>>(REFERENCES);
  return tables.map((table) => {
    const own = columns.filter((column) => column.table === table.name);
    const tenantColumn = own.some(({ name }) => name === 'tenant_id') ? 'tenant_id' : table.name === 'tenants' ? 'id' : undefined;
    return { ...table, tenantColumn, columns: own, references: references.filter((reference) => reference.table === table.name) };
  });
}

/** Tables whose rows belong to tenants. */
export const tenantTablesOf = (catalog: readonly CatalogTable[]) =>
  catalog.flatMap(({ tenantColumn, ...table }) => (tenantColumn === undefined ? [] : [{ ...table, tenantColumn }]));

/** What a role may do with each table, as the privileges stand in the database: grants to everybody and inherited ones count. */
export async function privilegesOf({ asSuperuser }: Pick<TestDatabase, 'asSuperuser'>, role: string): Promise<Record<string, string[]>> {
  const rows = await asSuperuser<{ name: string; privileges: string[] }>(
    `select c.relname as name, array(
        select lower(p) from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
         where has_table_privilege($1, c.oid, p)
            or p in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege($1, c.oid, p)
         order by lower(p)) as privileges
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'f', 'v', 'S')`,
    [role],
  );
  return Object.fromEntries(rows.filter(({ privileges }) => privileges.length > 0).map(({ name, privileges }) => [name, privileges]));
}
