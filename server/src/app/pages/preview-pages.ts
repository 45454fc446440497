import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import type { StaticRoute } from '#platform/http/pages/serve-static.ts';
import { staticFile } from '#platform/http/pages/static-file.ts';

const CONTRACTS = new URL('../../../../contracts/src/', import.meta.url);
/** What the page for editing a theme checks it by. */
const NAMES = ['widget-theme', 'widget-theme-colors'];

/** Where an app's look is edited, and the page that shows the widget meanwhile. */
export const PREVIEW = {
  directory: new URL('../browser/preview/', import.meta.url),
  pages: {
    '/preview': { file: 'preview.html', mayFrame: true },
    '/preview/frame': { file: 'frame.html', mayBeFramed: true, picturesFromAnywhere: true },
  },
  filesUnder: '/preview/',
};

/** Contracts as browsers read them: the same source, without its types. */
export function contractFiles(): Promise<StaticRoute[]> {
  return Promise.all(
    NAMES.map(async (name) => {
      const script = withoutTypes(await readFile(new URL(`${name}.ts`, CONTRACTS), 'utf8'));
      const file = staticFile(Buffer.from(script), 'text/javascript; charset=utf-8', { 'cache-control': 'no-cache' });
      return { path: `/preview/contracts/${name}.ts`, file };
    }),
  );
}

/** Node runs our sources in just this way; that the function is not final is nothing that an operator has to read at every start. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
