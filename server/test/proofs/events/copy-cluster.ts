import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Connection } from '#platform/db/embedded/database-server.ts';
import { bootstrapSql } from '#platform/db/roles.ts';
import type { ProofCluster } from '../shared/cluster.ts';

interface Ended {
  succeeded: boolean;
  output: string;
}

async function run(
  binaries: string,
  program: string,
  args: string[],
  { host, port, user, password, database }: Connection,
): Promise<Ended> {
  const child = spawn(join(binaries, program), args, {
    env: { PGHOST: host, PGPORT: `${port}`, PGUSER: user, PGPASSWORD: password, PGDATABASE: database, PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { succeeded: code === 0, output };
}

/** A dump of a database at work, as its superuser. */
export async function dump(binaries: string, { superuserConnection }: ProofCluster, file: string): Promise<void> {
  const { succeeded, output } = await run(binaries, 'pg_dump', ['--file', file], superuserConnection);
  if (!succeeded) throw new Error(`pg_dump as the superuser failed: ${output}`);
}

/** Into a database that holds nothing yet. Roles are no part of a dump, so they are made before. */
export async function restore(binaries: string, target: ProofCluster, file: string): Promise<void> {
  await target.superuser.query(bootstrapSql(target.ownerConnection.user));
  const { succeeded, output } = await run(binaries, 'psql', ['-q', '-v', 'ON_ERROR_STOP=1', '--file', file], target.superuserConnection);
  if (!succeeded) throw new Error(`The dump could not be restored: ${output.slice(-500)}`);
}

/** What the owner gets: a refusal, and with `--enable-row-security` a dump without any rows, which is worse. */
export async function dumpAsOwner(
  binaries: string,
  { ownerConnection }: ProofCluster,
): Promise<{ plain: Ended; rowsUnderPolicies: number }> {
  const plain = await run(binaries, 'pg_dump', ['--data-only', '--table', 'events'], ownerConnection);
  const filtered = await run(
    binaries,
    'pg_dump',
    ['--data-only', '--enable-row-security', '--inserts', '--table', 'events'],
    ownerConnection,
  );
  if (!filtered.succeeded) throw new Error(`pg_dump with row security failed: ${filtered.output.slice(0, 300)}`);
  return { plain, rowsUnderPolicies: filtered.output.split('\n').filter((line) => line.startsWith('INSERT')).length };
}
