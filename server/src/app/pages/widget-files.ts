import { fileURLToPath } from 'node:url';
import { unavailable } from '#platform/errors.ts';
import { createBuiltFiles } from '#platform/http/pages/cross-origin-files.ts';
import type { StaticRoute } from '#platform/http/pages/serve-static.ts';
import type { Logger } from '#platform/telemetry/logger.ts';

const BUILT = fileURLToPath(new URL('../../../../widget/dist/', import.meta.url));
const LOADER = 'widget.js';

/** The widget as its build has left it: the loader that pages name, and what the loader brings, by names that change with the content. */
export function widgetFiles(logger: Logger, folder = BUILT): StaticRoute[] {
  const built = createBuiltFiles(folder);
  let hasSaid = false;
  const find = async (name: string) => {
    const files = await built();
    if (files?.has(LOADER)) return files.get(name);
    if (!hasSaid) logger.error('The widget has not been built: `npm start` builds it');
    hasSaid = true;
    throw unavailable('WIDGET_NOT_BUILT', 'The widget has not been built on this server. `npm start` builds it.');
  };
  return [
    { path: `/${LOADER}`, find: () => find(LOADER) },
    { path: '/widget/:name', find: async (name) => (name === LOADER ? undefined : find(name)) },
  ];
}
