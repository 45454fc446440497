import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentTypeOf, type StaticFile, staticFile } from './static-file.ts';

/** Pages of other sites load these: they may be read from anywhere, and no page is framed or guessed by them. */
export const FOR_EVERYBODY = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
};
/** A new version reaches pages within minutes; one that is a little older goes on working meanwhile. */
const FOR_MINUTES = 'public, max-age=300, stale-while-revalidate=600';
/** The name changes with the content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Names with a hash of their content before the ending. */
const HASHED = /-[\w-]{8,}\.\w+$/;

/** What a build has left in a folder, by name; undefined while there is none. It is read once. */
export function createBuiltFiles(folder: string): () => Promise<ReadonlyMap<string, StaticFile> | undefined> {
  let reading: Promise<ReadonlyMap<string, StaticFile> | undefined> | undefined;
  return async () => {
    reading ??= readBuilt(folder);
    const files = await reading;
    if (files === undefined) reading = undefined;
    return files;
  };
}

async function readBuilt(folder: string): Promise<ReadonlyMap<string, StaticFile> | undefined> {
  const files = new Map<string, StaticFile>();
  for (const name of await readdir(folder).catch(() => [])) {
    const contentType = contentTypeOf(name);
    if (contentType === undefined || name.startsWith('.')) continue;
    const cacheControl = HASHED.test(name) ? FOR_EVER : FOR_MINUTES;
    files.set(name, staticFile(await readFile(join(folder, name)), contentType, { ...FOR_EVERYBODY, 'cache-control': cacheControl }));
  }
  return files.size > 0 ? files : undefined;
}
