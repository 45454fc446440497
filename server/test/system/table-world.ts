import { APP_ROLE } from '#platform/db/roles.ts';
import type { TestDatabase } from '#test/test-database.ts';
import { createFamily, type Family } from './any-row.ts';
import { type Attempts, createAttempts, INSUFFICIENT_PRIVILEGE, type Outcome, type Session, touchedNothing } from './attempt.ts';
import { type CatalogTable, privilegesOf, readCatalog, tenantTablesOf } from './catalog.ts';

export type TenantTable = ReturnType<typeof tenantTablesOf>[number];

/** A database with two tenants who have a row in every table, and a way to try things on all of them. */
export interface TableWorld {
  database: TestDatabase;
  catalog: CatalogTable[];
  tenantTables: TenantTable[];
  ours: Family;
  theirs: Family;
  attempts: Attempts;
  /** Whether use cases may do this to a table at all. */
  may(table: string, privilege: string): boolean;
  /** Tries something on every tenant table, as a use case of our tenant. @returns what went through where it must not */
  leaksOf(name: string, attempt: (session: Session, table: TenantTable) => Promise<(string | undefined)[]>): Promise<string[]>;
  /** Over all attempts so far. */
  leaks: readonly string[];
}

export async function createTableWorld(database: TestDatabase): Promise<TableWorld> {
  const catalog = await readCatalog(database);
  const tenantTables = tenantTablesOf(catalog);
  const attempts = createAttempts(database);
  const ours = await createFamily(database, catalog);
  const theirs = await createFamily(database, catalog);
  const allowed = await privilegesOf(database, APP_ROLE);
  const leaks: string[] = [];
  return {
    database,
    catalog,
    tenantTables,
    ours,
    theirs,
    attempts,
    leaks,
    may: (table, privilege) => allowed[table]?.includes(privilege) ?? false,
    leaksOf: async (name, attempt) => {
      const found: string[] = [];
      for (const table of tenantTables) {
        const faults = await attempts.as(APP_ROLE, ours.tenantId, (session) => attempt(session, table));
        found.push(...faults.flatMap((fault) => (fault === undefined ? [] : [`${name} ${table.name}: ${fault}`])));
      }
      leaks.push(...found);
      return found;
    },
  };
}

/** What may be asked of any table without knowing its columns. */
export const everyStatement = ({ name }: Pick<CatalogTable, 'name'>): string[] => [
  `select * from "${name}"`,
  `update "${name}" set updated_at = now()`,
  `delete from "${name}"`,
];

// Faults in words; undefined when all is well.
export const told = (outcome: Outcome): string =>
  'refused' in outcome ? `${outcome.refused} ${outcome.message}` : `${outcome.count} rows`;
export const faultUnlessNothing = (outcome: Outcome) => (touchedNothing(outcome) ? undefined : told(outcome));
export const faultUnlessNoRow = (outcome: Outcome) => ('refused' in outcome || outcome.count === 0 ? undefined : told(outcome));
export const faultUnlessRefused = (outcome: Outcome) =>
  'refused' in outcome && outcome.refused === INSUFFICIENT_PRIVILEGE ? undefined : `not refused: ${told(outcome)}`;
