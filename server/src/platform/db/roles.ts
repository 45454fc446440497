import type pg from 'pg';
import { SetupError } from '../errors.ts';

/** Use cases run as this role: it sees the rows of the tenant that its transaction carries. */
export const APP_ROLE = 'foyer_app';
/** Numbering, sweeping and look-ups before a tenant is known run as this role: it sees only the tables whose policies name it. */
export const SYSTEM_ROLE = 'foyer_system';

/** What an administrator runs once where the given database user may not create roles. Printed in the error and in docs/self-hosting.md. */
export const bootstrapSql = (user: string): string =>
  [
    `CREATE ROLE ${APP_ROLE} NOLOGIN NOBYPASSRLS;`,
    `CREATE ROLE ${SYSTEM_ROLE} NOLOGIN NOBYPASSRLS;`,
    `GRANT ${APP_ROLE}, ${SYSTEM_ROLE} TO "${user.replaceAll('"', '""')}";`,
  ].join('\n');

export class DatabaseSetupError extends SetupError {
  override name = 'DatabaseSetupError';
}

/**
 * Makes the two roles where they are missing and makes sure that we may take them on.
 * @throws {DatabaseSetupError} with the SQL that an administrator runs instead
 */
export async function ensureRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ user: string; version: number }>(
    `select current_user as user, current_setting('server_version_num')::int as version`,
  );
  const { user, version } = rows[0] ?? { user: '', version: 0 };
  if (version < 150_000) {
    throw new DatabaseSetupError(`PostgreSQL ${Math.floor(version / 10_000)} is too old: Foyer needs PostgreSQL 15 or later.`);
  }
  for (const role of [APP_ROLE, SYSTEM_ROLE]) {
    const member = () => mayBecome(client, role);
    const state = await member();
    if (state === 'yes') continue;
    try {
      if (state === 'missing') await client.query(`create role ${role} nologin nobypassrls`);
      // From PostgreSQL 16 on, whoever creates a role may grant it, but is not yet allowed to take it on.
      const options = version >= 160_000 ? ' with inherit false, set true' : '';
      if ((await member()) !== 'yes') await client.query(`grant ${role} to current_user${options}`);
    } catch (cause) {
      if ((await member()) === 'yes') continue; // Another node was quicker.
      throw new DatabaseSetupError(
        `The database user "${user}" may not create the roles ${APP_ROLE} and ${SYSTEM_ROLE}. Let an administrator of the database run once:\n${bootstrapSql(user)}`,
        { cause },
      );
    }
  }
}

async function mayBecome(client: pg.Client, role: string): Promise<'missing' | 'no' | 'yes'> {
  const { rows } = await client.query<{ oid: number; superuser: boolean; version: number }>(
    `select r.oid, (select rolsuper from pg_roles where rolname = current_user) as superuser, current_setting('server_version_num')::int as version
       from pg_roles r where r.rolname = $1`,
    [role],
  );
  const found = rows[0];
  if (!found) return 'missing';
  if (found.superuser) return 'yes';
  const { rows: granted } = await client.query<{ member: boolean }>('select pg_has_role(current_user, $1::oid, $2) as member', [
    found.oid,
    found.version >= 160_000 ? 'SET' : 'MEMBER',
  ]);
  return granted[0]?.member ? 'yes' : 'no';
}
