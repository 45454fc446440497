import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @param {string} root */
const stampFile = (root) => path.join(root, 'node_modules', '.foyer-installed.json');

/**
 * Whether node_modules holds what package-lock.json says. The stamp is written after a whole installation and is the quick answer;
 * without a fitting one (installed by hand, or interrupted) npm's own record is compared, which npm writes last.
 * @param {string} root
 */
export function isInstalled(root) {
  if (!existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return false;
  if (missingRuntime(root)) return false;
  if (readJson(stampFile(root))?.key === keyOf(root)) return true;
  if (!recordMatches(root)) return false;
  writeStamp(root);
  return true;
}

/** @param {string} root */
export function writeStamp(root) {
  try {
    writeFileSync(stampFile(root), JSON.stringify({ key: keyOf(root) }));
  } catch {
    // A node_modules that we may not write to is compared again each time.
  }
}

/** @param {string} root */
export function removeStamp(root) {
  rmSync(stampFile(root), { force: true });
}

/**
 * The package of the pinned Node when the lock file has one for this platform and it is not there: npm leaves optional packages
 * out without a word when their download fails.
 * @param {string} root @returns {string | undefined}
 */
export function missingRuntime(root) {
  const name = `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages?.[name];
  return wanted && !existsSync(path.join(root, name, 'package.json')) ? name : undefined;
}

/** @param {string} root */
function keyOf(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

/** @param {string} root */
function recordMatches(root) {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages ?? {};
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages ?? {};
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes('node_modules/')) return true;
    const found = installed[place];
    if (!found) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {{ key?: string, packages?: Record<string, LockedPackage> } | undefined}
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
