import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { databaseUrl } from '#test/database.global-setup.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { createDatabase, type Database } from './database.ts';

export interface EmptyDatabase {
  database: Database;
  connectionString: string;
  asSuperuser(sql: string, values?: unknown[]): Promise<unknown[]>;
}

let counter = 0;

/** A database with nothing in it, which belongs to an ordinary user of its own; both are gone when the test ends. */
export async function useEmptyDatabase({ options = '' } = {}): Promise<EmptyDatabase> {
  const { superuserUrl } = inject('cluster');
  counter += 1;
  const name = `foyer_empty_${process.pid}_${counter}`;
  const query = async (database: string, sql: string, values: unknown[] = []): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: databaseUrl(superuserUrl, database) });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows;
    } finally {
      await client.end();
    }
  };
  await query('postgres', `create role ${name} login password 'only-for-tests'`);
  await query('postgres', `create database ${name} owner ${name} template template0 ${options}`);
  const connectionString = databaseUrl(superuserUrl, name).replace(/^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/, `$1${name}:only-for-tests@`);
  const database = createDatabase({ connection: connectionString, poolSize: 5, logger: silentLogger });
  onTestFinished(async () => {
    await database.close();
    await query('postgres', `drop database ${name} with (force)`);
    await query('postgres', `drop role ${name}`);
  });
  return { database, connectionString, asSuperuser: (sql, values) => query(name, sql, values) };
}
