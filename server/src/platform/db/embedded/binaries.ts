import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { newId } from '#platform/ids.ts';
import { platformWithoutPostgres, postgresNotInstalled } from './embedded-postgres.errors.ts';

const SUPPORTED = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']);
const COPY_PREFIX = 'binaries-';

/** The PostgreSQL that npm installed. */
export interface PackagedBinaries {
  packageDirectory: string;
  version: string;
}

/** @throws {AppError} EMBEDDED_DATABASE_UNSUPPORTED, EMBEDDED_DATABASE_MISSING */
export function findPackagedBinaries(platform = `${process.platform}-${process.arch}`): PackagedBinaries {
  if (!SUPPORTED.has(platform)) throw platformWithoutPostgres(platform);
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw postgresNotInstalled(name);
  }
  const packageDirectory = dirname(dirname(entry));
  const manifest = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as { version: string };
  return { packageDirectory, version: manifest.version };
}

export const binDirectoryOf = (packageDirectory: string): string => join(packageDirectory, 'native', 'bin');

/**
 * Makes the links between library names, which npm packages cannot hold and the package's install script would make.
 * Answers whether they are all there now; a directory that may not be written to stays without.
 */
export async function linkLibraries(packageDirectory: string): Promise<boolean> {
  const list = readFileSync(join(packageDirectory, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageDirectory, target);
    if (existsSync(link)) continue;
    const name = source.slice(dirname(target).length + 1);
    await symlink(name, link).catch(() => undefined);
    if (!existsSync(link)) return false;
  }
  return true;
}

/** Copies the binaries to where the database's user can reach them, once per version, and returns the copy. */
export async function copyBinaries({ packageDirectory, version }: PackagedBinaries, folder: string): Promise<string> {
  const copy = join(folder, COPY_PREFIX + version);
  if (!existsSync(copy)) {
    const unfinished = join(folder, `${COPY_PREFIX}unfinished-${newId()}`);
    await mkdir(unfinished);
    await chmod(unfinished, 0o755);
    await cp(join(packageDirectory, 'native'), join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('.a'),
    });
    await linkLibraries(unfinished);
    await rename(unfinished, copy);
  }
  for (const entry of await readdir(folder)) {
    if (entry.startsWith(COPY_PREFIX) && join(folder, entry) !== copy) await rm(join(folder, entry), { recursive: true, force: true });
  }
  return copy;
}
