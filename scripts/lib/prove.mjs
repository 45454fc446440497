import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildPages } from './build-pages.mjs';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';
import { Problem } from './terminal.mjs';

const ENDING = '.proof.ts';
/** Of the server, and of what runs in browsers. */
const FOLDERS = [path.join(ROOT, 'server', 'test', 'proofs'), path.join(ROOT, 'e2e', 'proofs')];

/** Runs one proof at full size. @param {import('./main.mjs').Context} context @param {string[]} args */
export async function prove(context, [name = '', ...args]) {
  const { node, environment, signals } = context;
  const files = FOLDERS.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
    .filter((file) => file.endsWith(ENDING));
  const found = files.find((file) => path.basename(file) === name + ENDING);
  if (!found) {
    const known = files.map((file) => path.basename(file, ENDING)).join(', ') || 'none yet';
    throw new Problem(`There is no proof called “${name}”. There are: ${known}.`);
  }
  await buildPages(context);
  return runChild(node, [found, ...args], { environment, signals });
}
