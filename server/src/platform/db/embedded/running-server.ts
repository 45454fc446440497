import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterDirectoryOf, passwordFileOf } from './cluster.ts';
import { type Connection, connectionTo } from './database-server.ts';

const folderOf = (dataDirectory: string): string => join(dataDirectory, 'postgres');

/** Whether the data directory holds a database of ours, running or not. */
export const hasEmbeddedDatabase = (dataDirectory: string): boolean => existsSync(clusterDirectoryOf(folderOf(dataDirectory)));

/** The way to the embedded database that another process runs at this moment. @throws {Error} when none does */
export async function connectionToRunning(dataDirectory: string): Promise<Connection> {
  const folder = folderOf(dataDirectory);
  // The fifth line is the directory of its socket. Source: PostgreSQL, src/include/utils/pidfile.h.
  const lines = (await readFile(join(clusterDirectoryOf(folder), 'postmaster.pid'), 'utf8')).split('\n');
  return connectionTo(lines[4] ?? '', (await readFile(passwordFileOf(folder), 'utf8')).trim());
}
