import { userInfo } from 'node:os';
import type { Command } from './run-program.ts';

/** The way in which PostgreSQL, which refuses root, runs as somebody else. */
export interface DatabaseUser {
  mechanism: 'self' | 'switched-user' | 'user-namespace' | 'capability';
  /** Who owns its files, as seen from outside. */
  ownerUid: number;
  ownerGid: number;
  command(file: string, args: string[]): Command;
}

// “nobody”, which every system has.
const NOBODY = 65534;

const NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
const CAPABILITY = '+dac_read_search';
const SWITCH_WITH_CAPABILITY = [
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  '--clear-groups',
  `--inh-caps=${CAPABILITY}`,
  `--ambient-caps=${CAPABILITY}`,
  '--',
];

/**
 * Whom to try, the plainest first. An ordinary user runs it as itself; without an entry in the system's list of users (a container
 * that was given a bare number) initdb refuses, unless it sees another user inside a namespace. Root switches to another user;
 * where that one cannot reach the files (a checkout under /root), the same namespace helps, outside of which it stays root; where
 * namespaces are not allowed, another user gets the one capability of passing through closed directories.
 */
export function databaseUserCandidates(uid = process.getuid?.() ?? 0, gid = process.getgid?.() ?? 0, named = isNamed()): DatabaseUser[] {
  const own = { ownerUid: uid, ownerGid: gid };
  const self: DatabaseUser = { mechanism: 'self', ...own, command: (file, args) => ({ file, args }) };
  const namespace: DatabaseUser = {
    mechanism: 'user-namespace',
    ...own,
    command: (file, args) => ({ file: 'unshare', args: [...NAMESPACE, file, ...args] }),
  };
  if (process.platform === 'win32') return [self];
  if (uid !== 0) return named ? [self] : [namespace, self];

  const nobody = { ownerUid: NOBODY, ownerGid: NOBODY };
  return [
    { mechanism: 'switched-user', ...nobody, command: (file, args) => ({ file, args, uid: NOBODY, gid: NOBODY }) },
    namespace,
    {
      mechanism: 'capability',
      ...nobody,
      command: (file, args) => ({ file: 'setpriv', args: [...SWITCH_WITH_CAPABILITY, file, ...args] }),
    },
  ];
}

function isNamed(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}
