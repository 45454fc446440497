import path from 'node:path';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';
import { Problem } from './terminal.mjs';

/** Writes the next migration from the declarations of all tables. @param {import('./main.mjs').Context} context @param {string[]} args */
export function migration({ node, environment, signals }, args) {
  const [name] = args;
  if (args.length !== 1 || !name?.startsWith('--name=')) {
    throw new Problem('Say in a word or two what the migration is about: npm run migration -- --name=add_calendars');
  }
  return runChild(node, [path.join(ROOT, 'node_modules', 'drizzle-kit', 'bin.cjs'), 'generate', name], { environment, signals });
}
