import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled, missingRuntime, writeStamp } from './install-state.mjs';

const RUNTIME = `node_modules/node-${process.platform}-${process.arch}`;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foyer-install-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify(content));
}

const zod = (version: string) => ({ 'node_modules/zod': { version, integrity: `sha512-${version}` } });
const lock = (packages: object) => write('package-lock.json', { packages });
const npmInstalled = (packages: object) => write('node_modules/.package-lock.json', { packages });

describe('whether the packages are installed', () => {
  test('a fresh clone has none, and what npm finished by hand counts', () => {
    lock(zod('1.0.0'));
    expect(isInstalled(root)).toBe(false);

    npmInstalled(zod('1.0.0'));
    expect(isInstalled(root)).toBe(true);
  });

  test('an interrupted installation, which has no record of npm’s, does not count', () => {
    lock(zod('1.0.0'));
    write('node_modules/zod/package.json', {});
    writeStamp(root);
    expect(isInstalled(root)).toBe(false);
  });

  test('another lock file asks for another installation, unless npm has made it already', () => {
    lock(zod('1.0.0'));
    npmInstalled(zod('1.0.0'));
    writeStamp(root);

    lock(zod('2.0.0'));
    expect(isInstalled(root)).toBe(false);
    npmInstalled(zod('2.0.0'));
    expect(isInstalled(root)).toBe(true);
  });

  test('packages of other platforms may be missing, the Node of this one may not', () => {
    const runtime = { [RUNTIME]: { version: '24.0.0', optional: true } };
    lock({ ...zod('1.0.0'), 'node_modules/fsevents': { version: '1.0.0', optional: true }, ...runtime });
    npmInstalled(zod('1.0.0'));
    expect(isInstalled(root)).toBe(false);
    expect(missingRuntime(root)).toBe(RUNTIME);

    write(`${RUNTIME}/package.json`, {});
    expect(isInstalled(root)).toBe(true);
  });
});
