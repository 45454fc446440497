import { fileURLToPath } from 'node:url';
import { unavailable } from '#platform/errors.ts';
import { createBuiltFiles, FOR_EVERYBODY } from '#platform/http/pages/cross-origin-files.ts';
import type { StaticRoute } from '#platform/http/pages/serve-static.ts';
import { type StaticFile, staticFile } from '#platform/http/pages/static-file.ts';
import type { Logger } from '#platform/telemetry/logger.ts';

const BUILT = fileURLToPath(new URL('../../../../widget/dist/', import.meta.url));
const LOADER = 'widget.js';
/** What the loader brings first, by a name that changes with its content. */
const APP = /\bapp-[\w-]{8,}\.js\b/;

/** The widget as its build has left it: the loader that pages name, and what the loader brings, by names that change with the content. */
export function widgetFiles(logger: Logger, folder = BUILT): StaticRoute[] {
  const built = createBuiltFiles(folder);
  let hasSaid = false;
  const find = async (name: string) => {
    const files = await built();
    const loader = files?.get(LOADER);
    if (files && loader) return files.get(name) ?? (APP.test(name) ? successor(loader) : undefined);
    if (!hasSaid) logger.error('The widget has not been built: `npm start` builds it');
    hasSaid = true;
    throw unavailable('WIDGET_NOT_BUILT', 'The widget has not been built on this server. `npm start` builds it.');
  };
  return [
    { path: `/${LOADER}`, find: () => find(LOADER) },
    { path: '/widget/:name', find: async (name) => (name === LOADER ? undefined : find(name)) },
  ];
}

/**
 * Browsers keep the loader for some minutes, so after an upgrade it may name an app that is no longer there. The one that took its place is
 * passed on under its own name: its later parts import that, and there must not be two of it.
 */
async function successor(loader: StaticFile): Promise<StaticFile | undefined> {
  const [app] = APP.exec((await loader.encoded('identity')).bytes.toString()) ?? [];
  if (app === undefined) return undefined;
  return staticFile(Buffer.from(`export * from './${app}';\n`), loader.contentType, { ...FOR_EVERYBODY, 'cache-control': 'no-cache' });
}
