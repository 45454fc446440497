import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { fileTooLarge, storageError } from './file-storage.errors.ts';
import type { StoredFile } from './file-storage.ts';

/** Writes a new file and waits until it is on the disk. Errors of the disk become ours, errors of the source stay what they are. */
export async function writeDurably(
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  maximumBytes: number,
): Promise<StoredFile> {
  const file = await onDisk(open(path, 'wx', 0o600));
  try {
    const stored = await writeAll(file, content instanceof Uint8Array ? once(content) : content, maximumBytes);
    await onDisk(file.sync());
    return stored;
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, content: AsyncIterable<Uint8Array>, maximumBytes: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > maximumBytes) throw fileTooLarge(maximumBytes);
    hash.update(chunk);
    await onDisk(file.writeFile(chunk));
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

async function onDisk<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw storageError(error);
  }
}
