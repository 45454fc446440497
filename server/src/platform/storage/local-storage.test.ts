import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../clock.testing.ts';
import { systemClock } from '../clock.ts';
import { storageError } from './file-storage.errors.ts';
import { openLocalStorage } from './local-storage.ts';
import { fileStorageContract } from './storage.contract.ts';

async function arrange(clock = systemClock) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'foyer files '));
  onTestFinished(() => rm(dataDirectory, { recursive: true }));
  const filesBelow = async () => {
    const entries = await readdir(dataDirectory, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };
  return { dataDirectory, filesBelow, storage: await openLocalStorage({ dataDirectory, clock }) };
}

fileStorageContract('local disk', async () => (await arrange()).storage);

describe('files on the local disk', () => {
  test('are there again after a restart, readable only by their owner', async () => {
    const { dataDirectory, storage, filesBelow } = await arrange();
    await storage.put('a/b', Buffer.from('kept'), { maximumBytes: 10 });
    const again = await openLocalStorage({ dataDirectory, clock: systemClock });

    expect((await buffer((await again.get('a/b')).stream)).toString()).toBe('kept');
    const [file = ''] = await filesBelow();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('leave nothing behind when they fail, are replaced or deleted', async () => {
    const { storage, filesBelow } = await arrange();
    await storage.put('a', Buffer.from('one'), { maximumBytes: 10 });
    await storage.put('a', Buffer.from('two'), { maximumBytes: 10 });
    await expect(storage.put('a', Buffer.from('too much'), { maximumBytes: 3 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(await filesBelow()).toHaveLength(1);
    await storage.delete('a');
    expect(await filesBelow()).toEqual([]);
  });

  test('that a killed process never finished are cleared away after a day', async () => {
    const clock = createFakeClock(new Date('2026-11-20T10:00:00Z'));
    const { dataDirectory, filesBelow } = await arrange(clock);
    for (const [name, writtenAt] of [
      ['old', '2026-11-19T09:00:00Z'],
      ['young', '2026-11-20T09:00:00Z'],
    ] as const) {
      const path = join(dataDirectory, 'files', 'unfinished', name);
      await writeFile(path, 'half');
      await utimes(path, new Date(writtenAt), new Date(writtenAt));
    }
    await openLocalStorage({ dataDirectory, clock });
    expect((await filesBelow()).map((path) => path.split('/').at(-1))).toEqual(['young']);
  });

  test.each([
    ['ENOSPC', 'STORAGE_FULL', 507],
    ['EDQUOT', 'STORAGE_FULL', 507],
    ['EACCES', 'STORAGE_UNAVAILABLE', 503],
    ['EIO', 'STORAGE_UNAVAILABLE', 503],
    ['ENOENT', 'STORAGE_UNAVAILABLE', 503],
  ])('the error %s of the disk while writing is told as %s', (errno, code, status) => {
    expect(storageError(Object.assign(new Error(errno), { code: errno }))).toMatchObject({ code, status });
  });

  test('a folder that was taken away is an error of the storage, not of the caller', async () => {
    const { dataDirectory, storage } = await arrange();
    await rm(join(dataDirectory, 'files'), { recursive: true });
    await writeFile(join(dataDirectory, 'files'), 'in the way');
    await expect(storage.put('a', Buffer.from('x'), { maximumBytes: 10 })).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
    await expect(storage.get('a')).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE', cause: { code: 'ENOTDIR' } });
    await expect(storage.exists('a')).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
  });
});
