import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { treeOf, until } from '#test/processes/process-tree.ts';

/** Ends PostgreSQL at once, or as an administrator restarts it. Whoever runs it starts it again. @returns what waits for that */
export function endDatabase(connection: pg.ClientConfig, signal: 'SIGKILL' | 'SIGINT'): () => Promise<void> {
  const ended = mainProcess(connection);
  process.kill(Number(ended), signal);
  return async () => {
    await until('another PostgreSQL that takes connections', async () => {
      const current = mainProcess(connection);
      return current !== undefined && current !== ended && (await takesConnections(connection));
    });
  };
}

/** Stops all of its processes in their tracks. @returns what lets them go on */
export function haltDatabase(connection: pg.ClientConfig): () => void {
  const processes = treeOf(Number(mainProcess(connection)));
  const signalAll = (signal: 'SIGSTOP' | 'SIGCONT') => {
    for (const { pid } of processes) {
      try {
        process.kill(pid, signal);
      } catch {
        // This one had ended.
      }
    }
  };
  signalAll('SIGSTOP');
  return () => signalAll('SIGCONT');
}

/** PostgreSQL writes its number in the first line of the lock beside its socket. */
function mainProcess({ host = '', port = 0 }: pg.ClientConfig): string | undefined {
  try {
    return readFileSync(join(host, `.s.PGSQL.${port}.lock`), 'utf8').split('\n')[0];
  } catch {
    return undefined;
  }
}

async function takesConnections(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
