import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildPages } from './build-pages.mjs';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';
import { Problem } from './terminal.mjs';

/** Runs the server until it ends. @param {import('./main.mjs').Context} context @param {string[]} args */
export async function start(context, args) {
  const { node, environment, signals } = context;
  if (args.length > 0)
    throw new Problem(`“start” takes no arguments (got ${args.join(' ')}): Foyer is configured by its environment, see .env.example.`);
  const server = path.join(ROOT, 'server', 'src', 'app', 'main.ts');
  if (!existsSync(server)) throw new Problem(`This checkout is not complete: ${server} is missing.`);
  await buildPages(context);
  // Saves a third of the time until the server is there, from the second start on; where it cannot be written, nothing is lost.
  const compileCache = { NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules', '.cache', 'foyer-compiled') };
  return runChild(node, [server], { environment: { ...compileCache, ...environment }, signals, tellsOurEnd: true });
}
