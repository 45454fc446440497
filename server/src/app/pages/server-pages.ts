import { type PageFolder, pageFiles } from '#platform/http/pages/page-files.ts';
import type { StaticRoute } from '#platform/http/pages/serve-static.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Config } from '../config.ts';
import { DEMO_SITE } from '../demo/demo-site.ts';
import { contractFiles, PREVIEW } from './preview-pages.ts';
import { widgetFiles } from './widget-files.ts';

/** A folder of pages, and where it is reached. */
type ServedFolder = Omit<PageFolder, 'publicUrl'> & { readonly directory: URL };

/** Says what this is, where there is no other page to begin with. */
const WELCOME: ServedFolder = {
  directory: new URL('./site/', import.meta.url),
  pages: { '/': { file: 'index.html' } },
  filesUnder: '/welcome/',
};

/** What our pages share. */
const PARTS: ServedFolder = { directory: new URL('../browser/parts/', import.meta.url), pages: {}, filesUnder: '/parts/' };

/** Everything that this server shows in a browser besides its API: the widget's scripts and its own pages. */
export async function serverPages({ http: { publicUrl }, demo }: Config, logger: Logger): Promise<StaticRoute[]> {
  const folders = [demo.isOn ? DEMO_SITE : WELCOME, PREVIEW, PARTS];
  const pages = await Promise.all(folders.map(({ directory, ...folder }) => pageFiles(directory, { ...folder, publicUrl })));
  const beginning: StaticRoute[] = demo.isOn ? [{ path: '/', redirectTo: '/demo' }] : [];
  return [...widgetFiles(logger), ...beginning, ...pages.flat(), ...(await contractFiles())];
}
