import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the widget is built from besides its own sources. */
const OTHERS = [
  'package-lock.json',
  'widget/build.ts',
  'widget/package.json',
  'widget/tsconfig.json',
  'contracts/src/launcher-icons.ts',
  'contracts/src/widget-theme.ts',
  'contracts/src/widget-theme-colors.ts',
];

/** Tells whether what was built is what would be built now. @param {string} root of the checkout */
export function hashWidgetSources(root) {
  const folder = path.join(root, 'widget', 'src');
  const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [...OTHERS.map((name) => path.join(root, name)), ...sources.sort()]) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * What the build has left: which sources it was built from, the files that a page fetches to open the widget (the loader first), and
 * those that come when they are needed.
 * @typedef {{ sources: string, loader: string, app: string[], later: string[] }} BuiltWidget
 * @param {string} root @returns {BuiltWidget | undefined} undefined where nothing whole is there
 */
export function readBuiltWidget(root) {
  const dist = path.join(root, 'widget', 'dist');
  try {
    /** @type {BuiltWidget} */
    const built = JSON.parse(readFileSync(path.join(dist, '.stamp.json'), 'utf8'));
    const files = [built.loader, ...built.app, ...built.later];
    return files.every((file) => existsSync(path.join(dist, file))) ? built : undefined;
  } catch {
    return undefined;
  }
}
