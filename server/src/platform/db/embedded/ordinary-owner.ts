import pg from 'pg';
import type { Connection } from './database-server.ts';

/** Owns the database and everything in it, and is no superuser: row-level security holds for it as it does in production. */
const OWNER = 'foyer_owner';

/** Hands the embedded database to an ordinary user, and returns the connection as that user. It may be repeated. */
export async function ownedByOrdinaryUser(connection: Connection): Promise<Connection> {
  const client = new pg.Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    const password = client.escapeLiteral(connection.password);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [OWNER]);
    if (rowCount === 0) await client.query(`create role ${OWNER} login createrole password ${password}`);
    await client.query(`alter database ${client.escapeIdentifier(connection.database)} owner to ${OWNER}`);
  } finally {
    await client.end();
  }
  return { ...connection, user: OWNER };
}
