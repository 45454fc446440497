import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

export const REPOSITORY = resolve(import.meta.dirname, '../../..');

/** Somebody who runs Foyer: `undefined` is whoever runs the tests. */
export type RunAs = { uid: number; gid: number } | undefined;

/** The user “daemon”, whom every Linux has. */
export const ORDINARY_USER = { uid: 1, gid: 1 };

export interface Checkout {
  directory: string;
  runAs: RunAs;
  environment: Record<string, string>;
  remove(): void;
}

/** A checkout of this project under a name with spaces, whose packages are the ones already installed here. */
export function makeCheckout(runAs: RunAs): Checkout {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'foyer-processes-')));
  const directory = join(parent, 'my front desk');
  mkdirSync(join(directory, 'server', 'test'), { recursive: true });
  for (const path of [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    '.npmrc',
    'scripts',
    'contracts',
    'server/package.json',
    'server/src',
    'server/migrations',
    'widget',
  ]) {
    cpSync(join(REPOSITORY, path), join(directory, path), { recursive: true });
  }
  const main = join(directory, 'server/src/app/main.ts');
  if (!existsSync(main)) cpSync(join(import.meta.dirname, 'database-only-main.ts'), main);
  bringPackages(directory, runAs);
  if (runAs) execFileSync('chown', ['-R', '-h', `${runAs.uid}:${runAs.gid}`, parent]);
  // Nobody else passes through, as under /root.
  chmodSync(parent, 0o700);
  return {
    directory,
    runAs,
    environment: plainEnvironment(parent),
    remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** By a link; where the user cannot reach our own packages (a checkout under /root), by hard links. */
function bringPackages(directory: string, runAs: RunAs): void {
  const packages = join(REPOSITORY, 'node_modules');
  const target = join(directory, 'node_modules');
  try {
    execFileSync('/bin/sh', ['-c', 'cd "$1"', 'sh', packages], { ...runAs, stdio: 'ignore' });
    symlinkSync(packages, target);
  } catch {
    execFileSync('cp', ['-al', packages, target]);
  }
}

/** What a person's shell has: the system's Node, and nothing of the npm and the Node that run the tests. */
export function plainEnvironment(home: string): Record<string, string> {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  // Where a company's proxy signs certificates, npm needs its authority.
  const { NODE_EXTRA_CA_CERTS: authorities } = process.env;
  return {
    PATH: path.join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
    NODE_COMPILE_CACHE: join(home, 'compiled'),
    ...(authorities === undefined ? {} : { NODE_EXTRA_CA_CERTS: authorities }),
  };
}
