import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';
import { Problem } from './terminal.mjs';

const ENDING = '.proof.ts';

/** Runs one proof at full size. @param {import('./main.mjs').Context} context @param {string[]} args */
export async function prove({ node, environment, signals }, [name = '', ...args]) {
  const folder = path.join(ROOT, 'server', 'test', 'proofs');
  const names = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(ENDING)) : [];
  if (!names.includes(name + ENDING)) {
    const known = names.map((file) => file.slice(0, -ENDING.length)).join(', ') || 'none yet';
    throw new Problem(`There is no proof called “${name}”. There are: ${known}.`);
  }
  return runChild(node, [path.join(folder, name + ENDING), ...args], { environment, signals });
}
