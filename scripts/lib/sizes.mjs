import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPages } from './build-pages.mjs';
import { ROOT } from './paths.mjs';
import { complain, Problem, say } from './terminal.mjs';
import { readBuiltWidget } from './widget-sources.mjs';

/** What pages may be asked to fetch, gzipped: for every view, and when a visitor opens the widget. */
const MOST_BYTES = { loader: 2_048, app: 25_600 };

/** Prints how large the widget is, and fails where it has grown too large. @param {import('./main.mjs').Context} context @param {string[]} args */
export async function sizes(context, args) {
  if (args.length > 0) throw new Problem(`“sizes” takes no arguments (got ${args.join(' ')}).`);
  await buildPages(context);
  const built = readBuiltWidget(ROOT);
  if (!built) throw new Problem('The widget has not been built.');
  const totals = {
    loader: print('Loader, on every page', [built.loader], MOST_BYTES.loader),
    app: print('App, when it is opened', built.app, MOST_BYTES.app),
  };
  print('Parts that come when they are needed', built.later);
  const grown = /** @type {const} */ (['loader', 'app']).filter((part) => totals[part] > MOST_BYTES[part]);
  for (const part of grown) complain(`The ${part} has ${totals[part]} bytes gzipped: at most ${MOST_BYTES[part]} may be.`);
  return grown.length > 0 ? 1 : 0;
}

/** @param {string} title @param {string[]} files @param {number} [mostBytes] @returns {number} bytes, gzipped */
function print(title, files, mostBytes) {
  let rawBytes = 0;
  let gzippedBytes = 0;
  const lines = files.map((file) => {
    const content = readFileSync(path.join(ROOT, 'widget', 'dist', file));
    const gzipped = gzipSync(content, { level: 9 }).length;
    rawBytes += content.length;
    gzippedBytes += gzipped;
    return row(`  ${file}`, content.length, gzipped);
  });
  say(`${row(title, rawBytes, gzippedBytes)}${mostBytes === undefined ? '' : ` of ${mostBytes}`}`);
  for (const line of lines) say(line);
  return gzippedBytes;
}

/** @param {string} name @param {number} rawBytes @param {number} gzippedBytes */
const row = (name, rawBytes, gzippedBytes) =>
  `${name.padEnd(40)}${`${rawBytes}`.padStart(8)} bytes, gzipped ${`${gzippedBytes}`.padStart(6)}`;
