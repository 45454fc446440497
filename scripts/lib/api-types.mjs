import path from 'node:path';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';

/** Writes the types of the HTTP API from its declarations. @param {import('./main.mjs').Context} context */
export function apiTypes({ node, environment, signals }) {
  return runChild(node, [path.join(ROOT, 'server', 'test', 'api-types', 'write-api-types.ts')], { environment, signals });
}
