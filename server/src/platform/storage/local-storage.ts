import { createHash } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../clock.ts';
import { assertOutsideUnitOfWork } from '../db/unit-of-work.ts';
import type { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { assertFileKey } from './file-key.ts';
import { lookUpError, rangeNotSatisfiable, storageError } from './file-storage.errors.ts';
import type { ByteRange, FileStorage } from './file-storage.ts';
import { writeDurably } from './write-durably.ts';

export interface LocalStorageOptions {
  dataDirectory: string;
  clock: Clock;
}

/**
 * Files on disk under `<data directory>/files`. Their names are hashes of the keys, so that no key can lead out of the directory, be too
 * long, or be a folder and a file at once; two levels of folders keep each of them small.
 */
export async function openLocalStorage({ dataDirectory, clock }: LocalStorageOptions): Promise<FileStorage> {
  const root = join(dataDirectory, 'files');
  const unfinished = join(root, 'unfinished');
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await removeAbandoned(unfinished, clock);

  const pathOf = (key: string): string => {
    assertFileKey(key);
    const name = createHash('sha256').update(key).digest('hex');
    return join(root, name.slice(0, 2), name.slice(2, 4), name);
  };

  return {
    async put(key, content, { maximumBytes }) {
      assertOutsideUnitOfWork('The file storage');
      const path = pathOf(key);
      const temporary = join(unfinished, newId());
      try {
        const stored = await writeDurably(temporary, content, maximumBytes);
        await moveDurably(temporary, path, root).catch(fail(storageError));
        return stored;
      } catch (error) {
        // What cannot be removed now is cleared away by a later start; the first error is the one that counts.
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
      }
    },

    async get(key, range) {
      assertOutsideUnitOfWork('The file storage');
      const file = await open(pathOf(key), 'r').catch(fail(lookUpError));
      try {
        const { size: bytes } = await file.stat();
        if (range && !isWithin(range, bytes)) throw rangeNotSatisfiable(bytes);
        const stream = file.createReadStream(range ? { start: range.first, end: range.last } : {});
        return { stream, bytes };
      } catch (error) {
        await file.close();
        throw storageError(error);
      }
    },

    async exists(key) {
      assertOutsideUnitOfWork('The file storage');
      return isThere(pathOf(key));
    },

    async delete(key) {
      assertOutsideUnitOfWork('The file storage');
      const path = pathOf(key);
      if (!(await isThere(path))) return;
      // Forced, because another may delete it at the same moment.
      await rm(path, { force: true }).catch(fail(storageError));
      await syncFolder(dirname(path)).catch(fail(storageError));
    },
  };
}

/** A file is in its place after a crash once the folders that lead to it are on the disk too. */
async function moveDurably(from: string, to: string, root: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  for (const folder of [dirname(to), dirname(dirname(to)), root]) await syncFolder(folder);
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error) => {
      const meaning = lookUpError(error);
      if (meaning.code === 'FILE_NOT_FOUND') return false;
      throw meaning;
    },
  );
}

function isWithin({ first, last }: ByteRange, bytes: number): boolean {
  return Number.isInteger(first) && Number.isInteger(last) && first >= 0 && first <= last && first < bytes;
}

const fail = (meaning: (error: unknown) => AppError) => (error: unknown) => {
  throw meaning(error);
};

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** What a killed process left behind. Another node may be writing to the same disk, so young ones stay. */
async function removeAbandoned(folder: string, clock: Clock): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && clock.now().getTime() - found.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}

const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;
