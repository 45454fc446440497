import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { DatabaseUser } from './database-user.ts';
import { dataDirectoryUnusable } from './embedded-postgres.errors.ts';

/** Only names the socket file: nothing listens on the network. */
export const PORT = 5432;

// sockaddr_un holds 108 bytes, one of which ends the path (macOS: 104).
const LONGEST_SOCKET_PATH_BYTES = process.platform === 'linux' ? 107 : 103;

/**
 * A directory of the database's user for its socket: in our folder where the path is short enough and the file system knows
 * sockets, otherwise among the temporary files, under a name that follows from the folder.
 */
export async function prepareSocketDirectory(
  folder: string,
  user: DatabaseUser,
  temporaryDirectories = [tmpdir(), '/tmp'],
): Promise<string> {
  const name = `foyer-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  for (const directory of [join(folder, 'socket'), ...temporaryDirectories.map((parent) => join(parent, name))]) {
    if (Buffer.byteLength(join(directory, `.s.PGSQL.${PORT}`)) > LONGEST_SOCKET_PATH_BYTES) continue;
    if (await makePrivate(directory, user)) return directory;
  }
  throw dataDirectoryUnusable(folder, 'there is no place for the database’s socket, neither in it nor among the temporary files');
}

/** Leaves nothing among the temporary files. */
export async function removeSocketDirectory(folder: string, directory: string): Promise<void> {
  if (!directory.startsWith(join(folder, sep))) await rm(directory, { recursive: true, force: true });
}

async function makePrivate(directory: string, { ownerUid, ownerGid }: DatabaseUser): Promise<boolean> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const found = await lstat(directory);
    // Among the temporary files somebody else may have been quicker, with a directory or a link of their own.
    const trusted = [ownerUid, process.getuid?.() ?? ownerUid];
    if (!found.isDirectory() || !trusted.includes(found.uid)) return false;
    if (found.uid !== ownerUid) await chown(directory, ownerUid, ownerGid);
    await chmod(directory, 0o700);
    return await takesSockets(directory);
  } catch {
    return false;
  }
}

async function takesSockets(directory: string): Promise<boolean> {
  const probe = join(directory, '.probe');
  await rm(probe, { force: true });
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(probe, () => server.close(() => resolve(true)));
  });
}
