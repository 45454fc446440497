import path from 'node:path';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';

/** Seals every stored secret anew under the newest master key. @param {import('./main.mjs').Context} context @param {string[]} args */
export function secretsRotate({ node, environment, signals }, args) {
  return runChild(node, [path.join(ROOT, 'server', 'src', 'app', 'secrets-rotate.ts'), ...args], { environment, signals });
}
