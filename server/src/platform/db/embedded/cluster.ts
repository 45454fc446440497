import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#platform/ids.ts';
import type { Runner } from './choose-runner.ts';
import { couldNotCreate, couldNotStart, otherMajorVersion } from './embedded-postgres.errors.ts';
import { runProgram } from './run-program.ts';
import { runWatched } from './watched-process.ts';

export const DATABASE_USER_NAME = 'foyer';
const UNFINISHED_PREFIX = 'cluster-unfinished-';

export const clusterDirectoryOf = (folder: string): string => join(folder, 'cluster');
export const passwordFileOf = (folder: string): string => join(folder, 'password');

/**
 * Makes the data and its password where there are none yet, and returns the password. Data is made under another name and renamed
 * when it is complete, so that a kill in the middle leaves nothing that looks like data.
 * @throws {AppError} DATABASE_VERSION_MISMATCH, DATABASE_NOT_CREATED
 */
export async function prepareCluster(folder: string, runner: Runner): Promise<string> {
  for (const entry of await readdir(folder)) {
    if (entry.startsWith(UNFINISHED_PREFIX)) await rm(join(folder, entry), { recursive: true, force: true, maxRetries: 5 });
  }
  const cluster = clusterDirectoryOf(folder);
  const known = await readPassword(folder);
  const password = known ?? (await writePassword(folder, runner));
  if (!existsSync(cluster)) {
    await createCluster(folder, runner);
    return password;
  }
  const dataMajor = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const binariesMajor = runner.version.split('.')[0] ?? '';
  if (dataMajor !== binariesMajor) throw otherMajorVersion(cluster, dataMajor, binariesMajor);
  if (known === undefined) await resetPassword(cluster, runner, password);
  return password;
}

async function createCluster(folder: string, runner: Runner): Promise<void> {
  const unfinished = join(folder, UNFINISHED_PREFIX + newId());
  await mkdir(unfinished, { mode: 0o700 });
  await chown(unfinished, runner.user.ownerUid, runner.user.ownerGid);
  const args = [
    `--pgdata=${unfinished}`,
    `--username=${DATABASE_USER_NAME}`,
    `--pwfile=${passwordFileOf(folder)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...localeArguments(Number(runner.version.split('.')[0])),
    '--data-checksums',
    '--no-instructions',
  ];
  const initdb = runWatched({
    command: runner.command('initdb', args),
    directory: unfinished,
    endings: [
      { signal: 'SIGTERM', waitMs: 2000 },
      { signal: 'SIGKILL', waitMs: 0 },
    ],
  });
  const { code, output } = await initdb.exited;
  if (code !== 0) {
    await rm(unfinished, { recursive: true, force: true });
    throw couldNotCreate(folder, output);
  }
  await rename(unfinished, clusterDirectoryOf(folder));
}

/** Texts compare by code point everywhere, so that an index never depends on the operating system; from 17 on PostgreSQL does it by itself. */
function localeArguments(major: number): string[] {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return ['--locale=C.UTF-8', '--lc-messages=C'];
}

async function readPassword(folder: string): Promise<string | undefined> {
  const text = await readFile(passwordFileOf(folder), 'utf8').catch(() => '');
  return text.trim() || undefined;
}

async function writePassword(folder: string, { user }: Runner): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const unfinished = `${passwordFileOf(folder)}-${newId()}`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(password);
    await file.chown(user.ownerUid, user.ownerGid);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, passwordFileOf(folder));
  return password;
}

/** Data whose password file was lost gets a new one, in PostgreSQL's mode without a server, which asks for none. */
async function resetPassword(cluster: string, runner: Runner, password: string): Promise<void> {
  const { succeeded, output } = await runProgram(
    runner.command('postgres', ['--single', '-D', cluster, 'postgres']),
    `ALTER ROLE ${DATABASE_USER_NAME} PASSWORD '${password}'\n`,
  );
  if (!succeeded || /ERROR|FATAL/.test(output)) throw couldNotStart('the password of its data is lost and could not be replaced');
}
