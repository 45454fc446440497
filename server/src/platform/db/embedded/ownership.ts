import { chown, lchown, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseUser } from './database-user.ts';
import { dataOwnedByAnother } from './embedded-postgres.errors.ts';

/**
 * Gives the folder to the user who runs the database, when it was last run as somebody else. The folder itself changes hands last,
 * so that an interrupted change is seen and done again.
 * @throws {AppError} DATA_DIRECTORY_OWNED_BY_ANOTHER_USER unless we are root
 */
export async function mendOwnership(folder: string, { ownerUid, ownerGid }: DatabaseUser): Promise<void> {
  const { uid } = await lstat(folder);
  if (uid === ownerUid || process.getuid === undefined) return;
  if (process.getuid() !== 0) throw dataOwnedByAnother(folder, uid);
  await giveContents(folder, ownerUid, ownerGid);
  await chown(folder, ownerUid, ownerGid);
}

async function giveContents(folder: string, uid: number, gid: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await giveContents(path, uid, gid);
    await lchown(path, uid, gid);
  }
}
