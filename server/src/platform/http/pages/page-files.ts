import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PageRights, pagePolicy } from './page-policy.ts';
import type { StaticRoute } from './serve-static.ts';
import { contentTypeOf, type StaticFile, staticFile } from './static-file.ts';

export interface Page extends PageRights {
  /** The name of its file in the folder. */
  readonly file: string;
}

export interface PageFolder {
  /** The pages by their addresses: `{ '/demo': { file: 'index.html' } }`. */
  readonly pages: Readonly<Record<string, Page>>;
  /** Where the folder's other files are reached by their names, such as `/demo/`: scripts, styles, pictures. */
  readonly filesUnder: string;
  /** Where people reach the server; undefined takes it from each request. */
  readonly publicUrl: string | undefined;
}

/** Browsers ask each time whether it is still the same: a new version of the server is a new version of its pages. */
const REVALIDATE = { 'cache-control': 'no-cache' };

/**
 * Pages from a folder, and what they are made of. Nothing but what lies in the folder when the server starts is ever served; pages are
 * reached by their addresses only, and tests not at all.
 * @throws {Error} for a page that is not there, and for a file of a kind that is not known
 */
export async function pageFiles(directory: URL, { pages, filesUnder, publicUrl }: PageFolder): Promise<StaticRoute[]> {
  const folder = fileURLToPath(directory);
  const found: StaticRoute[] = [];
  for (const [path, { file, ...rights }] of Object.entries(pages)) {
    found.push({ path, file: pageFile(await readFile(join(folder, file)), rights, publicUrl) });
    if (path !== '/') found.push({ path: `${path}/`, redirectTo: path });
  }
  for (const name of await fileNames(folder)) {
    if (name.endsWith('.html') || /\.test\.\w+$/.test(name)) continue;
    const contentType = contentTypeOf(name);
    if (contentType === undefined) throw new Error(`The file “${name}” among the pages is of a kind that is not served.`);
    found.push({ path: `${filesUnder}${name}`, file: staticFile(await readFile(join(folder, name)), contentType, REVALIDATE) });
  }
  return found;
}

function pageFile(bytes: Buffer, rights: PageRights, publicUrl: string | undefined): StaticFile {
  const { contentType, headers, encoded } = staticFile(bytes, 'text/html; charset=utf-8', {
    ...REVALIDATE,
    'x-frame-options': rights.mayBeFramed ? 'SAMEORIGIN' : 'DENY',
    'referrer-policy': 'same-origin',
  });
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  return {
    contentType,
    headers,
    encoded,
    headersFor: (host) => ({ 'content-security-policy': pagePolicy(rights, { host, publicOrigin }) }),
  };
}

async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .toSorted();
}
