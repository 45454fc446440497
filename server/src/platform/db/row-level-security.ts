import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { APP_ROLE, SYSTEM_ROLE } from './roles.ts';
import { isolationOf } from './tables.ts';

/**
 * The statements that keep every table apart, in an order that can be repeated at will. They are derived from the
 * declarations of the tables, so that neither a migration nor a restored copy can leave one open.
 *
 * `nullif` matters: after a transaction with a tenant, the setting of a pooled connection is '' rather than null, and ''::uuid raises.
 * The check of `current_user` matters: before PostgreSQL 16 the owner inherits the policies of the roles that it may take on.
 */
export function rowLevelSecuritySql(tables: readonly PgTable[]): string[] {
  return tables.flatMap((table) => {
    const name = `"${getTableName(table)}"`;
    const isolation = isolationOf(table);
    const statements = [
      `alter table ${name} enable row level security`,
      `alter table ${name} force row level security`,
      `drop policy if exists tenant_isolation on ${name}`,
      `drop policy if exists system_access on ${name}`,
      `revoke all on ${name} from ${APP_ROLE}, ${SYSTEM_ROLE}, public`,
    ];
    if (isolation.tenantColumn !== undefined) {
      const ours = `current_user = '${APP_ROLE}' and "${isolation.tenantColumn}" = nullif(current_setting('foyer.tenant_id', true), '')::uuid`;
      statements.push(
        `create policy tenant_isolation on ${name} to ${APP_ROLE} using (${ours}) with check (${ours})`,
        `grant ${isolation.app.join(', ')} on ${name} to ${APP_ROLE}`,
      );
    }
    if (isolation.system.length > 0) {
      const system = `current_user = '${SYSTEM_ROLE}'`;
      statements.push(
        `create policy system_access on ${name} to ${SYSTEM_ROLE} using (${system}) with check (${system})`,
        `grant ${isolation.system.join(', ')} on ${name} to ${SYSTEM_ROLE}`,
      );
    }
    return statements;
  });
}
