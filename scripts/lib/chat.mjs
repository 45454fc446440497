import path from 'node:path';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';

/** Runs the terminal chat, which reads from our own input. @param {import('./main.mjs').Context} context @param {string[]} args */
export function chat({ node, environment, signals }, args) {
  return runChild(node, [path.join(ROOT, 'scripts', 'chat.mjs'), ...args], { environment, signals, readsInput: true });
}
