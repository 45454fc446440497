import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';
import { Problem } from './terminal.mjs';

/** Runs the server until it ends. @param {import('./main.mjs').Context} context @param {string[]} args */
export async function start({ node, environment, signals }, args) {
  if (args.length > 0)
    throw new Problem(`“start” takes no arguments (got ${args.join(' ')}): Foyer is configured by its environment, see .env.example.`);
  const server = path.join(ROOT, 'server', 'src', 'app', 'main.ts');
  if (!existsSync(server)) throw new Problem(`This checkout is not complete: ${server} is missing.`);
  return runChild(node, [server], { environment, signals, ownSession: true });
}
