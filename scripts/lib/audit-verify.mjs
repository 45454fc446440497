import path from 'node:path';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';

/** Looks whether anybody has altered the audit log. @param {import('./main.mjs').Context} context @param {string[]} args */
export function auditVerify({ node, environment, signals }, args) {
  return runChild(node, [path.join(ROOT, 'server', 'src', 'app', 'audit-verify.ts'), ...args], { environment, signals });
}
