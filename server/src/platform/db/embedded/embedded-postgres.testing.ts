import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { systemClock } from '#platform/clock.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import type { Connection } from './database-server.ts';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts';

/** PostgreSQL 15 of the operating system, the oldest that we support. */
export const SYSTEM_BINARIES = '/usr/lib/postgresql/15/bin';
export const hasSystemBinaries = existsSync(join(SYSTEM_BINARIES, 'postgres'));
export const isRoot = process.getuid?.() === 0;

/** Directories and databases of one test, all gone after `cleanUp`. */
export function createWorkshop() {
  const directories: string[] = [];
  const servers: EmbeddedPostgres[] = [];
  return {
    directory(): string {
      const directory = realpathSync(mkdtempSync(join(tmpdir(), 'foyer-embedded-')));
      directories.push(directory);
      return directory;
    },
    async start(dataDirectory: string, options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
      const server = await startEmbeddedPostgres({
        dataDirectory,
        logger: silentLogger,
        clock: systemClock,
        ...options,
        settings: { fsync: 'off', ...options.settings },
      });
      servers.push(server);
      return server;
    },
    async cleanUp(): Promise<void> {
      for (const server of servers.splice(0)) await server.stop();
      for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function query(connection: Connection, text: string): Promise<unknown[][]> {
  const client = new pg.Client({ ...connection });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
    return rows;
  } finally {
    await client.end();
  }
}
